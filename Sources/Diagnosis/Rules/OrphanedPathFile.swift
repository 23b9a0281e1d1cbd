/// A `.pth` file has lines of code that fail whenever Python starts.
struct OrphanedPathFile: Rule {
  static let page = RulePage(
    "orphaned-path-file", .brokenInstall,
    sees: """
      `Error processing line N of ….pth`, as Python writes while it starts (Lib/site.py, `addpackage`), or frames of that \
      function.
      """,
    means: """
      Installers put such files beside what they install: for namespace packages, for editable installations, for what \
      starts with Python. The file is left where what it imports is gone, or is of another release.
      """,
    advises: "Install the distribution again that the file belongs to, or remove the file.",
    seenAt: """
      a `-nspkg.pth` without the folder of its package (`'NoneType' object has no attribute 'loader'`); \
      distutils-precedence.pth after setuptools was removed (`No module named '_distutils_hack'`)
      """,
    explains: [.versionConflict, .missingDistribution, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    if evidence.isLive { return nil }
    if let found = unnamed(evidence) { return found }
    guard let line = evidence.failure.line(withAnyOf: ["Error processing line "]),
      let file = line.after(" of ").map({ String($0).trimmed }), let end = file.range(ofWords: ".pth")
    else { return nil }
    let path = String(file[..<end.upperBound])
    let owner = Self.distribution(of: path)
    return Finding(
      .brokenInstall, .likely, culprits: [owner],
      "\(path.fileName) is left of an installation whose code is not there any more, or not as the file wants it.",
      evidence: [line, evidence.failure.exception?.line],
      fixes: [
        owner.map { Fix("install \($0) again", commands: [evidence.installer.reinstall($0)]) },
        Fix("or remove \(path)"),
      ])
  }

  /// Where only the frames tell that a line of such a file ran.
  private func unnamed(_ evidence: Evidence) -> Finding? {
    guard let exception = evidence.failure.exception, !evidence.failure.says(anyOf: ["Error processing line "]),
      exception.frames.contains(where: { $0.function == "addpackage" && $0.file.moduleStem == "site" }),
      !(exception.type == "UnicodeDecodeError")
    else { return nil }
    return Finding(
      .brokenInstall, .likely, culprits: [exception.raiser?.owner.distribution],
      "A `.pth` file in a site folder has a line of code that fails whenever Python starts.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [
        Fix("look for the line in the `.pth` files of the site folder, and install again what it belongs to"),
        Fix("or remove that file"),
      ])
  }

  /// `zope.event` of `zope.event-4.5.0-py3.6-nspkg.pth` and of `__editable__.zope.event-4.5.0.pth`.
  private static func distribution(of path: String) -> String? {
    let name = path.fileName
    if name == "distutils-precedence.pth" { return "setuptools" }
    let rest = name.after("__editable__.") ?? name[...]
    guard rest.contains("-"), rest.count < name.count || rest.hasSuffix("-nspkg.pth") else { return nil }
    let project = String(rest.prefix { $0 != "-" })
    return project.isEmpty ? nil : project
  }
}
