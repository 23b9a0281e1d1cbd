/// A compiled file beside the sources, or a file of data, that is not as it was written.
enum DamagedFile {
  /// What the reader of compiled code says (Python/marshal.c).
  private static let words = ["marshal data too short", "bad marshal data", "EOF read where not expected"]

  static func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard ["EOFError", "ValueError", "TypeError"].contains(exception.type), exception.message.contains(anyOf: words)
    else { return lostFile(exception, evidence) }
    let raiser = exception.raiser
    return Finding(
      .brokenInstall, .likely, culprits: [raiser?.owner.distribution],
      "A compiled file (`.pyc`) of what is imported there is damaged; Python takes it in place of the source.",
      evidence: [
        exception.line,
        raiser.map { "imported at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
      ],
      fixes: [
        raiser.flatMap { folder($0, evidence) }.map { folder in
          Fix(
            "delete the compiled files; Python makes them anew",
            commands: ["find \(quoted(folder)) -name '*.pyc' -delete"])
        } ?? Fix("delete the folder `__pycache__` beside the module that is imported there; Python makes it anew")
      ])
  }

  /// The folder of the package that the line imports from.
  private static func folder(_ raiser: Frame, _ evidence: Evidence) -> String? {
    let words = raiser.source?.split(separator: " ") ?? []
    guard let first = words.first, first == "from" || first == "import", let module = words.dropFirst().first,
      let top = evidence.environment?.topLevel(of: raiser.file)
    else { return nil }
    let imported = String(module.prefix { $0 != "," })
    guard imported.hasPrefix(".") || imported.topLevel == top else { return nil }
    return raiser.file.folder
  }

  /// Something that the code that failed requires is not whole, and a file is wanted that is not there.
  private static func lostFile(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard exception.type == "FileNotFoundError", let user = exception.raiser?.owner.distribution else { return nil }
    let required = Set(evidence.distribution(user)?.requirements.map { normalizedName($0.name) } ?? [])
    guard
      let defect = evidence.environment?.defects.first(where: { defect in
        defect.kind == .filesMissing && defect.distributions.contains { required.contains(normalizedName($0)) }
      }), let damaged = defect.distributions.first
    else { return nil }
    return Finding(
      .brokenInstall, .likely, culprits: [damaged, user],
      "The installation of \(evidence.label(damaged)), which \(evidence.label(user)) requires, is damaged.",
      evidence: [defect.sentence, exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("reinstall \(damaged)", commands: [evidence.installer.reinstall(evidence.pinned(damaged))])])
  }
}
