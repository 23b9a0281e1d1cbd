import SharedObjects

/// The C++ or C library of the system lacks a function, and no version says so.
struct OlderSupportLibrary: Rule {
  static let page = RulePage(
    "older-support-library", .systemLibraryTooOld,
    sees: """
      An undefined symbol of `std::`; on macOS one that is expected in `/usr/lib`, or a file that was built for a newer \
      macOS.
      """,
    means: "The binary was compiled against a newer libstdc++, or for a newer macOS, than what it found.",
    advises:
      "A newer libstdc++ where it is looked for first (conda: libstdcxx-ng), or a newer system; else an older build.",
    seenAt: """
      vllm's cuda_utils compiled by GCC 11, loaded beside conda's older libstdc++ (`std::__exception_ptr…::_M_release`); \
      aiortc on macOS 10.14 (`___chkstk_darwin`), PySyft#3716
      """,
    explains: [.abiMismatch, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .system }) else { return nil }
    let owner = missing.object?.owningDistribution
    let subject = owner.map { evidence.label($0) } ?? missing.object?.fileName ?? "A binary"
    let library =
      missing.symbol.definedIn?.fileName ?? (missing.isOfApple ? "this macOS" : "the libstdc++ that it found")
    return Finding(
      .systemLibraryTooOld, .likely, culprits: [owner],
      "\(subject) was built for a newer \(missing.isOfApple ? "macOS" : "libstdc++"): \(library) lacks a function of it.",
      evidence: [
        evidence.failure.line(withAnyOf: [missing.symbol.name]),
        SymbolReading(missing.symbol.name).demangled.map { "the symbol is \($0)" },
      ],
      fixes: [
        missing.isOfApple
          ? Fix("update macOS, or install an older release of the package")
          : Fix(
            "in conda, bring a newer libstdc++ into the environment",
            commands: [
              "conda install -c conda-forge libstdcxx-ng"
            ])
      ])
  }
}
