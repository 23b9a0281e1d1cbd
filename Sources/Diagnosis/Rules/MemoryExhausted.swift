import SharedObjects

/// There was not enough memory, and an exception or the loader says so.
struct MemoryExhausted: Rule {
  static let page = RulePage(
    "memory-exhausted", .outOfMemory,
    sees: "MemoryError and its kin, std::bad_alloc, \"CUDA out of memory\", \"The paging file is too small\".",
    means:
      "An allocation was refused. While modules are imported, large tables, models and many workers at once do so.",
    advises: "More memory or swap space, fewer processes at once, or less work at import.",
    seenAt: "torch's CUDA libraries on Windows with a small paging file (WinError 1455)",
    explains: [.importSideEffect, .nativeCrash, .missingSharedLibrary])

  private static let words = [
    "std::bad_alloc", "out of memory", "Out of memory", "Cannot allocate memory", "ot enough memory", "MemoryError",
    noNewThread,
  ]

  /// Of Python's `threading`.
  private static let noNewThread = "can't start new thread"

  /// The same, and OpenBLAS's blas_server.c: no more threads are given, mostly by a container's limit of processes or memory.
  private static let threads = ["blas_thread_init: pthread_create failed", noNewThread]

  func finding(in evidence: Evidence) -> Finding? {
    let failure = evidence.failure
    let exception = failure.exceptions.first { exception in
      exception.type.hasSuffix("MemoryError") || exception.message.contains(anyOf: Self.words)
    }
    let isRefused = failure.loaderMessage { if case .exhausted = $0.problem { true } else { false } } != nil
    let death =
      failure.exception == nil ? failure.line(withAnyOf: ["std::bad_alloc"]) : failure.line(withAnyOf: Self.threads)
    guard exception != nil || isRefused || death != nil else { return nil }
    let raiser = exception?.raiser
    if let line = exception?.line ?? death, line.contains(anyOf: Self.threads) { return noThread(line) }
    return Finding(
      .outOfMemory, .likely, culprits: [raiser?.owner.distribution],
      "\(raiser?.owner.distribution.map { evidence.label($0) } ?? "The import") asked for more memory than there was.",
      evidence: [exception?.line ?? death ?? failure.exception?.line, raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("give it more memory or swap space, start fewer processes at once, or load less at import")])
  }

  private func noThread(_ line: String) -> Finding {
    Finding(
      .outOfMemory, .likely, "The system gives this process no more threads.", evidence: [line],
      fixes: [
        Fix("let it start fewer", commands: ["export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1"]),
        Fix("raise the limit of processes (`ulimit -u`, the container's) or of memory"),
      ])
  }
}
