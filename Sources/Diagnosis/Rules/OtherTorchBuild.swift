import SharedObjects

/// An extension for one kind of GPU lies beside a torch for another kind, or for none.
struct OtherTorchBuild: Rule {
  static let page = RulePage(
    "other-torch-build", .wrongArchitecture,
    sees:
      "A missing library that is a part of torch itself: libc10_cuda.so, libtorch_cuda.so, libtorch_hip.so, libc10_xpu.so.",
    means:
      "torch is there, or the message would be another one, and was built without this part: for the CPU, or another GPU.",
    advises: "The extension and torch from the same index, for the same device.",
    seenAt: "torchaudio for CUDA beside torch for ROCm (libc10_cuda.so)",
    explains: [.missingSharedLibrary, .importSideEffect, .operatorMismatch])

  private static let parts: [String: String] = [
    "libc10_cuda": "CUDA", "libtorch_cuda": "CUDA", "libtorch_cuda_linalg": "CUDA",
    "libc10_hip": "ROCm", "libtorch_hip": "ROCm", "libc10_xpu": "Intel's GPUs",
    "libtorch_xpu": "Intel's GPUs",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages where message.problem == .missingLibrary {
      let library = message.missingLibrary
      guard let device = Self.parts[LibraryName(library).stem] else { continue }
      let user = message.requested.flatMap(\.owningDistribution) ?? Self.user(of: library, evidence)
      return Finding(
        .wrongArchitecture, .likely, culprits: [user, "torch"],
        "\(user.map { evidence.label($0) } ?? "An extension") was built for \(device), and \(evidence.label("torch")) was not.",
        evidence: [evidence.failure.line(withAnyOf: [library]), "\(library) is a part of torch for \(device)"],
        fixes: [Fix("install both from the same index, for the same device")])
    }
    return nil
  }

  private static func user(of library: String, _ evidence: Evidence) -> String? {
    let exception = evidence.failure.allExceptions.first { $0.message.contains(library) }
    return exception?.frames.last { !$0.owner.isPython && $0.owner.distribution != "torch" }?.owner.distribution
  }
}
