/// A package takes one of several others, and none of them is there.
struct NoAlternative: Rule {
  static let page = RulePage(
    "no-alternative", .missingDistribution,
    sees: """
      An exception of a package's own that says that something is not found, and the modules that were looked for in vain \
      right before, or that the message names: "requires one of PyQt5, PyQt6, PySide2 or PySide6".
      """,
    means: "The package works with any of them and requires none in its metadata, so that no installer brings one.",
    advises: "Install one of them.",
    seenAt: "pyqtgraph and qtpy without a binding of Qt; psycopg without its compiled part and without libpq",
    explains: [.importSideEffect])

  private static let choices = ["one of", "any of", "none of", "No ", "Neither", "neither", "either "]
  private static let absences = [
    "equires ", "equired", "need", "ot found", "e found", "nstall", "vailable", "e imported", "ould import", "issing",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard exception.complaint == .other, exception.raiser?.owner.distribution != nil,
        exception.message.contains(anyOf: Self.choices), exception.message.contains(anyOf: Self.absences)
      else { continue }
      let modules = Self.alternatives(exception, evidence)
      guard modules.count > 1 else { continue }
      return finding(modules, exception, evidence)
    }
    return nil
  }

  /// Those that the message names; else, where it names none, those that were looked for last.
  private static func alternatives(_ exception: RaisedException, _ evidence: Evidence) -> [String] {
    let words = Set(exception.message.names.map { $0.lowercased() })
    let sought = evidence.failure.absentModules
    let named = sought.filter { words.contains($0.lowercased()) }
    if named.count > 1 { return named }
    guard evidence.isLive else { return exception.message.names.distinct.filter { ImportNames.table[$0] != nil } }
    // Alternatives follow one another, and packages look for other optional things earlier.
    return named.isEmpty ? sought.filter { ImportNames.table[$0] != nil }.suffix(mostAlternatives) : named
  }

  private static let mostAlternatives = 4

  private func finding(_ modules: [String], _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let user = exception.raiser?.owner.distribution
    let distributions = modules.map(ImportNames.likelyDistribution).distinct
    let list = modules.map { "`\($0)`" }.joined(separator: ", ")
    return Finding(
      .missingDistribution, .likely, culprits: [distributions.first],
      "\(user.map { evidence.label($0) } ?? "The package") takes one of several modules, and none is here: \(list).",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [
        distributions.first.map { name in
          Fix("install one of them, such as \(name)", commands: [evidence.installer.install(name)])
        }
      ])
  }
}
