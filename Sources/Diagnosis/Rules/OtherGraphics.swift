/// Code for GPUs was compiled for others than this one.
struct OtherGraphics: Rule {
  static let page = RulePage(
    "other-graphics", .wrongArchitecture,
    sees:
      "\"no kernel image is available for execution on the device\", \"is not compatible with the current PyTorch installation\".",
    means:
      "The wheel, or the build, has no code for this generation of GPUs: it is newer or older than those it was made for.",
    advises: "A release that was compiled for it; of one's own builds, TORCH_CUDA_ARCH_LIST with its number.",
    seenAt: "cellpose on a GeForce GT 730, cellpose#264; torch for CUDA 12.4 on an RTX 5090 (sm_120)",
    explains: [.importSideEffect, .versionConflict])

  private static let words = [
    "no kernel image is available", "is not compatible with the current PyTorch installation",
    "PyTorch no longer supports this GPU", "device kernel image is invalid", "invalid device function",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: Self.words) else { return nil }
    let raiser = evidence.failure.exception?.raiser?.owner.distribution
    return Finding(
      .wrongArchitecture, .likely, culprits: [raiser],
      "\(raiser.map { evidence.label($0) } ?? "The package") has no code for this GPU.", evidence: [line],
      fixes: [
        Fix(
          "see which GPUs torch was compiled for",
          commands: [
            "\(quoted(evidence.installer.python)) -c 'import torch; print(torch.cuda.get_arch_list())'"
          ])
      ])
  }
}
