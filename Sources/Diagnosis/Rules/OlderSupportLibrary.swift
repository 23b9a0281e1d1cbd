import SharedObjects

/// The C++ or C library of the system lacks a function, and no version says so.
struct OlderSupportLibrary: Rule {
  static let page = RulePage(
    "older-support-library", .systemLibraryTooOld,
    sees: """
      An undefined symbol of `std::`; on macOS one that is expected in `/usr/lib`, or a file that was built for a newer \
      macOS; of musl a function that came with one of its later releases.
      """,
    means: "The binary was compiled against a newer libstdc++ or musl, or for a newer macOS, than what it found.",
    advises:
      "A newer libstdc++ where it is looked for first (conda: libstdcxx-ng), or a newer system; else an older build.",
    seenAt: """
      vllm's cuda_utils compiled by GCC 11, loaded beside conda's older libstdc++ (`std::__exception_ptr…::_M_release`); \
      aiortc on macOS 10.14 (`___chkstk_darwin`), PySyft#3716
      """,
    explains: [.abiMismatch, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .system }) else { return newerSystem(evidence) }
    let owner = missing.object?.owningDistribution
    let subject = owner.map { evidence.label($0) } ?? missing.object?.fileName ?? "A binary"
    let system = System(missing.speaker)
    return Finding(
      .systemLibraryTooOld, .likely, culprits: [owner],
      "\(subject) was built for a newer \(system.library): \(missing.symbol.definedIn?.fileName ?? system.found) lacks a function of it.",
      evidence: [
        evidence.failure.line(withAnyOf: [missing.symbol.name]),
        SymbolReading(missing.symbol.name).demangled.map { "the symbol is \($0)" },
      ],
      fixes: [system.fix])
  }

  /// macOS compares the release that a file was built for with its own, and says so behind the file, too, of which it lacks
  /// a symbol.
  private func newerSystem(_ evidence: Evidence) -> Finding? {
    let line = evidence.failure.line(withAnyOf: ["newer than running OS"])
    let message = evidence.failure.loaderMessage { message in
      message.problem == .newerSystem || line != nil && message.speaker == .dyld
    }
    guard let message else { return nil }
    let file = message.object ?? message.requested
    let owner = file.flatMap(\.owningDistribution)
    return Finding(
      .systemLibraryTooOld, .likely, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? file?.fileName ?? "A binary") was built for a newer macOS than this one.",
      evidence: [line ?? evidence.failure.line(withAnyOf: ["load command"])],
      fixes: [System(.dyld).fix])
  }
}

/// What is too old, by whose loader it is.
private struct System {
  let library: String
  let found: String
  let fix: Fix

  init(_ speaker: LoaderMessage.Speaker) {
    switch speaker {
    case .dyld:
      (library, found) = ("macOS", "this macOS")
      fix = Fix("update macOS, or install an older release of the package")
    case .musl:
      (library, found) = ("musl", "the musl that it found")
      fix = Fix(
        "bring musl up to date with what was built for it, or take an image of one release of Alpine",
        commands: ["apk upgrade musl"])
    default:
      (library, found) = ("libstdc++", "the libstdc++ that it found")
      fix = Fix(
        "in conda, bring a newer libstdc++ into the environment",
        commands: ["conda install -c conda-forge libstdcxx-ng"])
    }
  }
}
