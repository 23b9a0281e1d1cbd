import SharedObjects

/// Two copies of the OpenMP runtime are in a process.
struct TwoRuntimes: Rule {
  static let page = RulePage(
    "two-runtimes", .duplicateRuntime,
    sees: """
      "OMP: Error #15", by which Intel's and LLVM's OpenMP refuse a second copy, and which installed files are copies; \
      mkl-service's "is incompatible with libgomp.so.1".
      """,
    means: "Two packages bring the same runtime.",
    advises: "Keep one of them: in conda take all packages from one channel.",
    seenAt: "MKL of conda beside torch of pip (libiomp5 twice)",
    explains: [.abiMismatch, .nativeCrash, .importSideEffect])

  private static let words = [
    "OMP: Error #15", "Error #15: Initializing lib", "multiple copies of the OpenMP runtime",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: Self.words) else { return otherMakers(evidence) }
    let copies = evidence.failure.runtimeCopies
    return Finding(
      .duplicateRuntime, copies.count > 1 ? .certain : .likely, culprits: copies.map(\.distribution?.name),
      "Two copies of the OpenMP runtime are loaded into one process.",
      evidence: [line] + copies.map(\.label),
      fixes: [
        Fix("take numpy, scipy and torch from one source, so that they share one copy"),
        Fix("in conda, numpy without MKL", commands: ["conda install nomkl"]),
      ])
  }

  /// GNU's OpenMP came first, and MKL was told to use Intel's (mkl-service, `_mkl_service.pyx`).
  private func otherMakers(_ evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: ["is incompatible with libgomp"]) else { return nil }
    return Finding(
      .duplicateRuntime, .likely, culprits: ["mkl-service"],
      "GNU's OpenMP runtime is loaded already, and MKL would bring Intel's into the same process.",
      evidence: [line],
      fixes: [
        Fix("import numpy before what loads libgomp, such as torch or scikit-learn"),
        Fix("or let MKL use GNU's runtime", commands: ["export MKL_THREADING_LAYER=GNU"]),
      ])
  }
}
