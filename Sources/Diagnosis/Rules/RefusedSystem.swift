/// A package for one system that looks where it is, and refuses.
struct RefusedSystem: Rule {
  static let page = RulePage(
    "refused-system", .wrongArchitecture,
    sees: "An exception of a package's own that says on which systems it works, or that this is none of them.",
    means: "No release of it may work here; it was installed because its wheel or source names no system.",
    advises: "Another package for this system, or code that asks `sys.platform` before it imports this one.",
    seenAt: """
      comtypes on Linux: "COM technology not available (maybe it's the wrong platform). Note that COM is only supported on \
      Windows."
      """,
    explains: [.importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      let message = exception.message
      guard exception.complaint == .other, let owner = exception.raiser?.owner.distribution,
        message.contains("wrong platform")
          || Self.limits.contains(where: { limit in
            message.after(limit).map { rest in Self.systems.contains { rest.hasPrefix($0) } } ?? false
          })
      else { continue }
      return Finding(
        .wrongArchitecture, .likely, culprits: [owner],
        "\(evidence.label(owner)) is made for another system than this.",
        evidence: [exception.line, exception.raiser.map { "refused at \($0.place)" }],
        fixes: [Fix("take what imports it out of here, or guard that import by `sys.platform`")])
    }
    return nil
  }

  private static let limits = [
    "only supported on ", "only works on ", "only available on ", "only runs on ", "only work on ", "only run on ",
    "only for ", "not supported on ", "not available on ", "does not support ", "not work on ",
  ]
  private static let systems = [
    "Windows", "Microsoft Windows", "macOS", "Mac OS", "OS X", "Linux", "linux", "this platform", "your platform",
    "the current platform", "this operating system", "your operating system",
  ]
}
