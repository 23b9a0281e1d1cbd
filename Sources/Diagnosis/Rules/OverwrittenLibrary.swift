import SharedObjects

/// Two distributions write one library file, and the one that was installed last stays.
struct OverwrittenLibrary: Rule {
  static let page = RulePage(
    "overwritten-library", .duplicateRuntime,
    sees: "A symbol of NCCL that torch itself wants and does not find.",
    means: "The distributions of NCCL for several releases of CUDA write the same file.",
    advises: "Remove the distributions for another CUDA, and reinstall the right one.",
    seenAt: "nvidia-nccl-cu11 beside nvidia-nccl-cu12, returnn#1802",
    explains: [.abiMismatch, .nativeCrash, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .overwritten }) else { return nil }
    return Finding(
      .duplicateRuntime, .likely, culprits: ["nvidia-nccl"],
      "torch finds another release of NCCL than its own: distributions for several releases of CUDA write one file.",
      evidence: [evidence.failure.line(withAnyOf: [missing.symbol.name])] + installed(evidence),
      fixes: [
        Fix("see which are installed, remove those for another CUDA than torch's, and reinstall the right one")
      ])
  }

  private func installed(_ evidence: Evidence) -> [String?] {
    ["nvidia-nccl-cu11", "nvidia-nccl-cu12", "nvidia-nccl-cu13"].filter { evidence.version($0) != nil }.map {
      "there is \(evidence.label($0))"
    }
  }
}
