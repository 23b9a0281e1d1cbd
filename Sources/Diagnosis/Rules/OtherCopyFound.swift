import SharedObjects

/// The loader found another copy of a library before the one that belongs to the object.
struct OtherCopyFound: Rule {
  static let page = RulePage(
    "other-copy-found", .environmentVariable,
    sees: """
      A symbol of one of NVIDIA's or Intel's libraries that another one of them wants, or torch, or that a module of \
      Python's own library wants.
      """,
    means: """
      What was released together fits. Such a symbol is missing where an older copy of the library came first, mostly by \
      LD_LIBRARY_PATH: it is searched before what wheels bring.
      """,
    advises: "Unset LD_LIBRARY_PATH, or take the folder with the other copy out of it.",
    seenAt: """
      torch 2.4 for CUDA 12.4 with a toolkit 12.3 on LD_LIBRARY_PATH (`libcusparse.so.12: undefined symbol: \
      __nvJitLinkComplete_12_4`), pytorch#134929
      """,
    explains: [.abiMismatch, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .olderCopy }) else { return nil }
    let family = SymbolReading(missing.symbol.name).family?.rawValue
    return Finding(
      .environmentVariable, .likely,
      "\(missing.object?.fileName ?? "A library") found another copy of \(family ?? "a library") than it was made for.",
      evidence: [
        evidence.failure.line(withAnyOf: [missing.symbol.name]),
        evidence.environment?.variables["LD_LIBRARY_PATH"].map { "LD_LIBRARY_PATH is \($0.shortened(to: 200))" },
      ],
      fixes: [
        Fix(
          "unset LD_LIBRARY_PATH, or take the folder with the other copy out of it",
          commands: [
            "unset LD_LIBRARY_PATH"
          ])
      ])
  }
}
