/// Compiled code finds a type of another size than it was compiled for.
struct ChangedLayout: Rule {
  static let page = RulePage(
    "changed-layout", .abiMismatch,
    sees: "\"… size changed, may indicate binary incompatibility\" of a type that is not numpy's.",
    means: "The extension was compiled against another release of the package that the type is of.",
    advises: "Releases that were built for each other.",
    seenAt: "gevent 20.9.0 with greenlet 1.1", explains: [.importSideEffect, .versionConflict])

  private static let words = " size changed, may indicate binary incompatibility"

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions {
      guard let range = exception.message.range(ofWords: Self.words) else { continue }
      let type = exception.message[..<range.lowerBound].split(separator: " ").last.map(String.init) ?? ""
      guard !type.isEmpty, type.topLevel != "numpy" else { continue }
      let provider = evidence.provider(of: type.topLevel)
      let user = exception.raiser?.owner.distribution
      let violated = user.flatMap { user in provider.flatMap { evidence.conflict(of: user, with: $0) } }
      return Finding(
        .abiMismatch, evidence.sure(.certain), culprits: [user, provider],
        "\(user.map { evidence.label($0) } ?? "An extension") was compiled for another \(provider.map { evidence.label($0) } ?? type.topLevel) than the one here.",
        evidence: [exception.line, violated?.sentence],
        fixes: provider.map { evidence.fixes(user: user, provider: $0, violated: violated) } ?? [])
    }
    return nil
  }
}
