internal import Probing

/// Code uses what this processor does not have.
struct UnsupportedInstruction: Rule {
  static let page = RulePage(
    "unsupported-instruction", .cpuInstructionUnsupported,
    sees: """
      A death by SIGILL, in which object, and whether the refused instruction needs a feature that the processor does not \
      name; "CPU ISA level is lower than required".
      """,
    means: "The object was compiled for a newer processor: AVX, AVX2 and AVX-512 are the usual ones.",
    advises:
      "A build for older processors, an older release, or a machine (or the settings of a virtual one) that has it.",
    seenAt: "tensorflow 1.6 and newer on processors without AVX; polars, which has a distribution of its own for them",
    explains: [.nativeCrash, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    if let explanation = evidence.failure.explanation(where: { $0.kind == .processorLevel }) {
      return explanation.finding(
        .cpuInstructionUnsupported, culprits: [explanation.distribution], fixes: Self.fixes(explanation.distribution))
    }
    let failure = evidence.failure
    guard failure.outcome == .crashed, failure.signal == "SIGILL" else { return nil }
    let owner = failure.crashOwners.first ?? failure.stack.lazy.compactMap(\.owner.distribution).first
    let subject = owner.map { evidence.label($0) } ?? "Native code"
    return Finding(
      .cpuInstructionUnsupported, evidence.sure(failure.missingInstruction != nil ? .certain : .likely),
      culprits: [owner],
      "\(subject) uses an instruction that this processor refuses"
        + (failure.importing.map { "; `\($0)` was being imported." } ?? "."),
      evidence: [
        failure.missingInstruction, failure.crashedIn.first.map { "it died of SIGILL in \($0.belowSitePackages)" },
        failure.stack.first { !$0.owner.isPython }.map { "at \($0.place)" },
        failure.missingInstruction == nil
          ? "the instruction is none that a known feature of processors brings: it may also be a deliberate trap" : nil,
      ],
      fixes: Self.fixes(owner))
  }

  private static func fixes(_ owner: String?) -> [Fix] {
    [
      Fix("install a build of \(owner ?? "the package") for older processors, or compile it on this machine"),
      Fix("of a virtual machine, pass the host's processor through"),
    ]
  }
}
