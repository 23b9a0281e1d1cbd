import SharedObjects

/// An extension for one kind of GPU lies beside a torch for another kind, or for none.
struct OtherTorchBuild: Rule {
  static let page = RulePage(
    "other-torch-build", .wrongArchitecture,
    sees:
      "A missing library that is a part of torch itself: libc10_cuda.so, libtorch_cuda.so, libtorch_hip.so, libc10_xpu.so; of other releases libtorch_cuda_cpp.so.",
    means:
      "torch is there, or the message would be another one, and was built without this part: for the CPU, or another GPU; or is of another release.",
    advises: "The extension and torch from the same index, for the same device.",
    seenAt: "torchaudio for CUDA beside torch for ROCm (libc10_cuda.so)",
    alsoFinds: [.abiMismatch], explains: [.missingSharedLibrary, .importSideEffect, .operatorMismatch])

  private static let parts: [String: String] = [
    "libc10_cuda": "CUDA", "libtorch_cuda": "CUDA", "libtorch_cuda_linalg": "CUDA",
    "libc10_hip": "ROCm", "libtorch_hip": "ROCm", "libc10_xpu": "Intel's GPUs",
    "libtorch_xpu": "Intel's GPUs",
  ]

  /// Parts that torch had in some releases only: from 1.10 to 1.13, and before 1.3.
  private static let formerParts: [String: String] = [
    "libtorch_cuda_cpp": "1.10 to 1.13", "libtorch_cuda_cu": "1.10 to 1.13", "libcaffe2": "before 1.3",
    "libcaffe2_gpu": "before 1.3",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages where message.problem == .missingLibrary {
      let library = message.missingLibrary
      let name = LibraryName(library)
      let releases = Self.formerParts[name.stem] ?? (library.fileName == "libtorch.so.1" ? "1.0 and 1.1" : nil)
      if let releases { return former(library, releases, evidence) }
      guard let device = Self.parts[name.stem] else { continue }
      let user = message.requested.flatMap(\.owningDistribution) ?? Self.user(of: library, evidence)
      return Finding(
        .wrongArchitecture, .likely, culprits: [user, "torch"],
        "\(user.map { evidence.label($0) } ?? "An extension") was built for \(device), and \(evidence.label("torch")) was not.",
        evidence: [evidence.failure.line(withAnyOf: [library]), "\(library) is a part of torch for \(device)"],
        fixes: [Fix("install both from the same index, for the same device")])
    }
    return nil
  }

  private func former(_ library: String, _ releases: String, _ evidence: Evidence) -> Finding {
    let user = Self.user(of: library, evidence)
    return Finding(
      .abiMismatch, .likely, culprits: [user, "torch"],
      "\(user.map { evidence.label($0) } ?? "An extension") was built for a torch of another release, \(releases).",
      evidence: [evidence.failure.line(withAnyOf: [library]), "\(library) is a part of torch \(releases)"],
      fixes: [
        Fix("install the release of \(user ?? "the extension") that was made for this torch, or build it again")
      ])
  }

  private static func user(of library: String, _ evidence: Evidence) -> String? {
    let exception = evidence.failure.allExceptions.first { $0.message.contains(library) }
    return exception?.frames.last { !$0.owner.isPython && $0.owner.distribution != "torch" }?.owner.distribution
  }
}
