import SharedObjects

/// Two copies of one runtime are in a process, or two distributions write one file.
struct TwoRuntimes: Rule {
  static let page = RulePage(
    "two-runtimes", .duplicateRuntime,
    sees: """
      "OMP: Error #15", by which Intel's and LLVM's OpenMP refuse a second copy; a symbol of NCCL that torch itself wants \
      and does not find.
      """,
    means: """
      Two packages bring the same runtime. Of NCCL, the distributions for several releases of CUDA write the same file, \
      and the one that was installed last stays.
      """,
    advises:
      "Keep one of them: in conda take all packages from one channel; remove the distributions for another CUDA.",
    seenAt:
      "MKL of conda beside torch of pip (libiomp5 twice); nvidia-nccl-cu11 beside nvidia-nccl-cu12, returnn#1802",
    explains: [.abiMismatch, .nativeCrash, .importSideEffect])

  private static let words = [
    "OMP: Error #15", "Error #15: Initializing lib", "multiple copies of the OpenMP runtime",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    if let line = evidence.failure.line(withAnyOf: Self.words) { return openMP(line) }
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .overwritten }) else { return nil }
    return Finding(
      .duplicateRuntime, .likely, culprits: ["nvidia-nccl"],
      "torch finds another release of NCCL than its own: distributions for several releases of CUDA write one file.",
      evidence: [evidence.failure.line(withAnyOf: [missing.symbol.name])] + installed(evidence),
      fixes: [
        Fix("see which are installed, remove those for another CUDA than torch's, and reinstall the right one")
      ])
  }

  /// The distributions that write the file.
  private func installed(_ evidence: Evidence) -> [String?] {
    ["nvidia-nccl-cu11", "nvidia-nccl-cu12", "nvidia-nccl-cu13"].filter { evidence.version($0) != nil }.map {
      "there is \(evidence.label($0))"
    }
  }

  private func openMP(_ line: String) -> Finding {
    Finding(
      .duplicateRuntime, .likely, "Two copies of the OpenMP runtime are loaded into one process.",
      evidence: [line],
      fixes: [
        Fix("take numpy, scipy and torch from one source, so that they share one copy"),
        Fix("in conda, numpy without MKL", commands: ["conda install nomkl"]),
      ])
  }
}
