import SharedObjects

/// Two copies of one runtime are in a process, or two distributions write one file.
struct TwoRuntimes: Rule {
  static let page = RulePage(
    "two-runtimes", .duplicateRuntime,
    sees: """
      "OMP: Error #15", by which Intel's and LLVM's OpenMP refuse a second copy, and which installed files are copies; \
      "File already exists in database" of protobuf, "is already registered" of pybind11; "Cannot mix \
      incompatible Qt library", or its plugins in OpenCV's folder; a symbol of NCCL that torch itself wants and does not find.
      """,
    means: """
      Two packages bring the same runtime. Of NCCL, the distributions for several releases of CUDA write the same file, \
      and the one that was installed last stays.
      """,
    advises:
      "Keep one of them: in conda take all packages from one channel; remove the distributions for another CUDA.",
    seenAt:
      "MKL of conda beside torch of pip (libiomp5 twice); nvidia-nccl-cu11 beside nvidia-nccl-cu12, returnn#1802",
    explains: [.abiMismatch, .nativeCrash, .importSideEffect, .missingSharedLibrary])

  private static let words = [
    "OMP: Error #15", "Error #15: Initializing lib", "multiple copies of the OpenMP runtime",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    if let line = evidence.failure.line(withAnyOf: Self.words) { return openMP(line, evidence) }
    if let line = evidence.failure.line(withAnyOf: Self.registries) { return registry(line, evidence) }
    if let found = twice(evidence) ?? foreignPlugin(evidence) { return found }
    guard let missing = evidence.failure.missingSymbol(where: { $0 == .overwritten }) else { return nil }
    return Finding(
      .duplicateRuntime, .likely, culprits: ["nvidia-nccl"],
      "torch finds another release of NCCL than its own: distributions for several releases of CUDA write one file.",
      evidence: [evidence.failure.line(withAnyOf: [missing.symbol.name])] + installed(evidence),
      fixes: [
        Fix("see which are installed, remove those for another CUDA than torch's, and reinstall the right one")
      ])
  }

  /// What Qt says of another release of itself in the process, and macOS of one class in two files.
  private func twice(_ evidence: Evidence) -> Finding? {
    let qt = evidence.failure.line(withAnyOf: ["Cannot mix incompatible Qt library"])
    guard let line = qt ?? evidence.failure.line(withAnyOf: ["is implemented in both"]) else { return nil }
    return Finding(
      .duplicateRuntime, qt == nil ? .possible : .likely,
      qt == nil ? "One library is in the process twice, in two files." : "Two releases of Qt are in one process.",
      evidence: [line],
      fixes: [Fix("take what needs it from one source, conda or the index, and no copy through LD_LIBRARY_PATH")])
  }

  /// OpenCV's wheels for Linux point Qt at their own plugins, by QT_QPA_PLATFORM_PLUGIN_PATH, for every Qt in the process.
  private func foreignPlugin(_ evidence: Evidence) -> Finding? {
    let failure = evidence.failure
    guard let line = failure.line(withAnyOf: ["/cv2/qt/plugins"]),
      failure.says(anyOf: ["not load the Qt platform plugin", "not find the Qt platform plugin"])
    else { return nil }
    return Finding(
      .duplicateRuntime, .likely, culprits: ["opencv-python"],
      "Qt takes the plugins of OpenCV's own copy of Qt, which are of another release.", evidence: [line],
      fixes: [
        Fix(
          "take the OpenCV that brings no Qt",
          commands: [
            evidence.installer.uninstall("opencv-python"), evidence.installer.install("opencv-python-headless"),
          ])
      ])
  }

  /// The distributions that write the file.
  private func installed(_ evidence: Evidence) -> [String?] {
    ["nvidia-nccl-cu11", "nvidia-nccl-cu12", "nvidia-nccl-cu13"].filter { evidence.version($0) != nil }.map {
      "there is \(evidence.label($0))"
    }
  }

  /// What is registered twice was brought twice: descriptor_database.cc of protobuf, pybind11.h of pybind11.
  private static let registries = [
    "File already exists in database: ", "generic_type: type \"", "Only a single TORCH_LIBRARY can be used",
    // llvm/lib/Support/CommandLine.cpp.
    "inconsistency in registered CommandLine options",
  ]

  private func registry(_ line: String, _ evidence: Evidence) -> Finding? {
    guard !line.contains("generic_type") || line.contains("is already registered") else { return nil }
    let owner = evidence.failure.exception?.raiser?.owner.distribution ?? evidence.failure.crashOwners.first
    let tops = evidence.failure.importChain.map(\.topLevel).distinct
    return Finding(
      .duplicateRuntime, .likely, culprits: [owner],
      "Two libraries in one process register the same things: each has a copy of the same code.",
      evidence: [
        line, tops.count > 1 ? "imported by then: \(tops.joined(separator: ", "))" : nil,
        evidence.failure.exception?.raiser.map { "raised at \($0.place)" },
      ],
      fixes: [Fix("keep the two packages that bring it out of one process, or take releases that share one library")])
  }

  private func openMP(_ line: String, _ evidence: Evidence) -> Finding {
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
}
