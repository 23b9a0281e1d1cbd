/// A package wants to be imported, or something to be set, before another one.
struct ImportOrder: Rule {
  static let page = RulePage(
    "import-order", .importOrder,
    sees: "Words such as \"must be imported before\", \"import x before y\", \"before importing\".",
    means: "The package changes others while they are imported, or shares native state with them; order matters.",
    advises: "Import it first. With `--together` realimport imports targets in the given order in one process.",
    seenAt: "gevent's monkey patching after ssl; unsloth after transformers",
    explains: [.importSideEffect, .versionConflict])

  private static let words = [
    "must be imported before", "should be imported before", "needs to be imported before", "has to be imported before",
    "must be imported first", "must import ", "before importing", "prior to importing", "must be set before import",
    "imported after ", "please import ", "Please import ",
  ]

  func finding(in evidence: Evidence) -> Finding? {
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
}
