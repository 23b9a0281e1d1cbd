import SharedObjects

/// A binary of another processor or system.
struct OtherPlatform: Rule {
  static let page = RulePage(
    "other-platform", .wrongArchitecture,
    sees: "\"wrong ELF class\", \"invalid ELF header\", \"incompatible architecture\" and their kin.",
    means: "The file was built for another processor or operating system.",
    advises: "The distribution, installed anew by this environment's own Python.",
    seenAt: "bcrypt 4.2.1 of macOS on Linux", explains: [.importSideEffect, .missingSharedLibrary, .incompleteBuild])

  func finding(in evidence: Evidence) -> Finding? {
    guard
      let message = evidence.failure.loaderMessage(where: {
        switch $0.problem {
        case .wrongClass, .wrongMachine, .notAnObjectFile: true
        default: false
        }
      })
    else { return nil }
    let owner = message.object.flatMap(\.owningDistribution)
    // A file that is no object file may also be a damaged one.
    let confidence: Confidence = message.problem == .notAnObjectFile ? .likely : evidence.sure(.certain)
    return Finding(
      .wrongArchitecture, confidence, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? message.object ?? "A binary") is for another processor or system.",
      evidence: [message.object.flatMap { evidence.failure.line(withAnyOf: [$0]) }],
      fixes: [
        owner.map {
          Fix(
            "install it anew", commands: [evidence.installer.install($0, options: ["--force-reinstall", "--no-deps"])])
        }
      ])
  }
}
