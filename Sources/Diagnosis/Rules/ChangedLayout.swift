/// Compiled code finds a type of another size than it was compiled for.
struct ChangedLayout: Rule {
  static let page = RulePage(
    "changed-layout", .abiMismatch,
    sees: """
      "… size changed, may indicate binary incompatibility", or "… has the wrong size", of a type that is not numpy's; "does not export expected C \
      function" and its kin.
      """,
    means: "The extension was compiled against another release of the package that the type is of.",
    advises: "Releases that were built for each other.",
    seenAt: "gevent 20.9.0 with greenlet 1.1", explains: [.importSideEffect, .versionConflict])

  /// Of Cython, and of Pyrex and the first releases of Cython.
  private static let words = [
    " size changed, may indicate binary incompatibility", " has the wrong size, try recompiling",
  ]

  /// Cython's own checks of what it shares between modules (Cython/Utility/ImportExport.c), and the methods that it gives
  /// the classes of one module and looks for in another (Cython/Utility/ExtensionTypes.c); what CPython says of a module whose
  /// start does not heed what an interface answers (Python/importdl.c).
  private static let interfaces = [
    " does not export expected C function ", " does not export expected C variable ", " has wrong signature (expected ",
    "'__reduce_cython__'", "'__setstate_cython__'", " failed without raising an exception",
    " raised unreported exception",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions {
      if exception.message.contains(anyOf: Self.interfaces) { return interface(exception, evidence) }
      guard let range = Self.words.lazy.compactMap({ exception.message.range(ofWords: $0) }).first else { continue }
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

  private func interface(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let user = exception.raiser?.owner.distribution
    return Finding(
      .abiMismatch, .likely, culprits: [user],
      "\(user.map { evidence.label($0) } ?? "A compiled module") does not fit another compiled module that it was built with.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [user.map { Fix("reinstall it", commands: [evidence.installer.reinstall(evidence.pinned($0))]) }])
  }
}
