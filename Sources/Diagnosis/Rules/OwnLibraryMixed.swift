import SharedObjects

/// Libraries of one package are of two of its releases.
struct OwnLibraryMixed: Rule {
  static let page = RulePage(
    "own-library-mixed", .brokenInstall,
    sees: "A symbol of torch that a library of torch itself wants and does not find.",
    means: """
      No release lacks what it uses itself: an older libtorch was found, left from another installation (pip over conda, \
      a nightly over a release), or one that LD_LIBRARY_PATH names.
      """,
    advises:
      "Remove every torch, delete what is left of its folder, install one; take other libtorch off LD_LIBRARY_PATH.",
    seenAt: "pytorch-nightly and pytorch in one conda environment, pytorch#13893; pip over a build from source, #10234",
    explains: [.abiMismatch, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .ownLibrary }) else { return nil }
    let owner = missing.object?.owningDistribution ?? "torch"
    return Finding(
      .brokenInstall, .likely, culprits: [owner],
      "The libraries of \(evidence.label(owner)) are of more than one build of it.",
      evidence: [
        evidence.failure.line(withAnyOf: [missing.symbol.name]),
        SymbolReading(missing.symbol.name).demangled.map { "the symbol is \($0), which \(owner) itself should have" },
      ],
      fixes: [
        Fix(
          "remove every \(owner), pip's and conda's, and install one",
          commands: [evidence.installer.uninstall(owner), evidence.installer.reinstall(owner)]),
        Fix("if LD_LIBRARY_PATH names another libtorch, take it out"),
      ])
  }
}
