import SharedObjects

/// The processor does not have an instruction that a binary uses.
struct UnknownInstruction: Rule {
  static let page = RulePage(
    "unknown-instruction", .cpuInstructionUnsupported,
    sees: """
      SIGILL ("Illegal instruction", exit status 132, 0xC000001D, -1073741795); "CPU ISA level is lower than required"; what numpy, \
      TensorFlow and polars say of the features that they were compiled for.
      """,
    means: """
      The binary was compiled for a newer processor, mostly with AVX, AVX2 or AVX-512. Virtual machines and emulators hide \
      features that the processor has.
      """,
    advises: "A build for this processor (an older release, a compatible variant, from source), or another machine.",
    seenAt: "tensorflow 1.6 and newer on a Core i3 without AVX; vllm's CPU wheel, which wants AVX-512, on an i5-9600K",
    explains: [.nativeCrash, .importSideEffect, .abiMismatch, .versionConflict, .missingSharedLibrary])

  private static let words = [
    "was built with baseline optimizations", "but these aren't available on your machine",
    "Missing required CPU features", "does not support AVX", "doesn't support AVX", "CPU does not support",
    "requires AVX", "required CPU feature", "Illegal instruction", "illegal hardware instruction",
    "was built using AVX", "built using SSE", "instructions, which your CPU",
  ]

  /// TensorFlow asks the processor while its library starts (core/platform/cpu_feature_guard.cc), so that Windows only says
  /// that this failed. The file is one of its first release, whose builds for Windows need AVX since 1.6.
  private static func refusedStart(_ failure: Failure) -> String? {
    guard failure.loaderMessage(where: { $0.problem == .initializationFailed }) != nil,
      failure.exceptions.contains(where: { $0.frames.contains { $0.file.hasSuffix("pywrap_tensorflow_internal.py") } })
    else { return nil }
    return failure.exception?.line
  }

  func finding(in evidence: Evidence) -> Finding? {
    let failure = evidence.failure
    let refusal = failure.loaderMessage { $0.problem == .processorLevel }
    let line = failure.line(withAnyOf: Self.words) ?? Self.refusedStart(failure)
    guard failure.signal == "SIGILL" || refusal != nil || line != nil else { return nil }
    let owner =
      failure.explanation { $0.kind == .processorLevel }?.distribution ?? failure.crashOwners.first
      ?? failure.stack.first { !$0.owner.isPython }?.owner.distribution
      ?? failure.exception?.raiser?.owner.distribution
    return Finding(
      .cpuInstructionUnsupported, failure.missingInstruction == nil ? .likely : .certain, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? "A binary") uses an instruction that this processor does not have.",
      evidence: [
        line ?? failure.line(withAnyOf: ["ISA level", "DLL load failed"])
          ?? failure.signal.map { "the process died of \($0)" },
        failure.missingInstruction,
        failure.crashedIn.first.map { "it ran in \($0.belowSitePackages.shortened(to: 160))" },
        failure.importing.map { "while `\($0)` was imported" },
      ],
      fixes: [
        Fix("see what the processor has", commands: ["grep -m1 flags /proc/cpuinfo"]),
        Fix("install a build that needs less, compile it here, or use another machine"),
      ])
  }
}
