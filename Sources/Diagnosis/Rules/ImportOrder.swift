internal import Probing

/// A package wants to be imported, or something to be set, before another one.
struct ImportOrder: Rule {
  static let page = RulePage(
    "import-order", .importOrder,
    sees: """
      Words such as "must be imported before", "import x before y"; in a text, two imports at a prompt, or \
      in a command, and then a crash.
      """,
    means: "The package changes others while they are imported, or shares native state with them; order matters.",
    advises: "Import it first. With `--together` realimport imports targets in the given order in one process.",
    seenAt: """
      gevent's monkey patching after ssl; unsloth after transformers; `import torch, scipy.misc`, pytorch#786
      """,
    explains: [.importSideEffect, .versionConflict, .nativeCrash])

  private static let words = [
    "must be imported before", "should be imported before", "needs to be imported before", "has to be imported before",
    "must be imported first", "must import ", "before importing", "prior to importing", "must be set before import",
    "imported after ", "please import ", "Please import ",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    if let crash = crash(evidence) { return crash }
    for exception in evidence.failure.exceptions {
      guard exception.complaint == .other, exception.message.contains(anyOf: Self.words),
        exception.message.contains(anyOf: ["before", "first", "after", "prior to"])
      else { continue }
      let raiser = exception.raiser?.owner.distribution
      return Finding(
        .importOrder, .likely, culprits: [raiser],
        "\(raiser.map { evidence.label($0) } ?? "The package") must be imported in another order.",
        evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
        fixes: [Fix("import in the order that the message gives")])
    }
    return nil
  }

  /// The text shows two imports and then a crash: people show two where one alone does not crash.
  private func crash(_ evidence: Evidence) -> Finding? {
    let typed = evidence.failure.importChain.map(\.topLevel).filter { !StandardLibraryModules.names.contains($0) }
      .distinct
    guard !evidence.isLive, evidence.failure.outcome == .crashed, evidence.failure.signal != "SIGILL", typed.count > 1,
      let last = typed.last
    else { return nil }
    let earlier = typed.dropLast().joined(separator: ", ")
    return Finding(
      .importOrder, .likely, culprits: [ImportNames.likelyDistribution(of: last)],
      "The process dies when `\(last)` is imported after \(earlier).",
      evidence: [evidence.failure.output.lastLine],
      fixes: [Fix("import `\(last)` first; if it dies alone, too, the order does not matter")])
  }
}
