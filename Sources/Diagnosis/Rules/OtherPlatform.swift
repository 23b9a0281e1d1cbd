import SharedObjects

/// A binary of another processor or system.
struct OtherPlatform: Rule {
  static let page = RulePage(
    "other-platform", .wrongArchitecture,
    sees: """
      "wrong ELF class", "invalid ELF header", "incompatible architecture" and their kin, and what the file is; a wheel \
      whose tags name another system or machine, of which code failed.
      """,
    means: "The file was built for another processor or operating system, or it is no library at all.",
    advises: "The distribution, installed anew by this environment's own Python.",
    seenAt: "bcrypt 4.2.1 of macOS on Linux; psutil of Windows, whose code wants `_psutil_linux` in vain",
    alsoFinds: [.brokenInstall, .environmentVariable],
    explains: [
      .importSideEffect, .missingSharedLibrary, .incompleteBuild, .circularImport, .missingDistribution,
      .versionConflict, .pythonVersionUnsupported,
    ])

  func finding(in evidence: Evidence) -> Finding? {
    let missing = evidence.failure.loader.filter { $0.kind == .missingLibrary }.compactMap(\.library)
    if let explanation = evidence.failure.explanation(where: { explanation in
      explanation.kind == .unusableFile && !missing.contains { explanation.isAttempt(for: $0) }
    }) {
      return explained(explanation, evidence)
    }
    return byMetadata(evidence) ?? told(evidence)
  }

  // MARK: Where the file shows what it is

  private func explained(_ explanation: LoaderExplanation, _ evidence: Evidence) -> Finding? {
    let owner = explanation.distribution
    if let object = explanation.object, owner == nil,
      let variable = evidence.environment?.variables["LD_LIBRARY_PATH"], variable.isSearchPath(to: object)
    {
      return explanation.finding(
        .environmentVariable, culprits: [],
        fixes: [
          Fix("unset LD_LIBRARY_PATH, or take \(object.folder) out of it", commands: ["unset LD_LIBRARY_PATH"])
        ])
    }
    switch explanation.conclusion {
    case .otherMachine, .otherSystem:
      return explanation.finding(
        .wrongArchitecture, culprits: [owner],
        fixes: [explanation.reinstallation(evidence, "install it for this machine and system")])
    case .damagedFile:
      // Of a loader's word alone nobody knows what the file is.
      let isSeen = evidence.sure(.certain) == .certain && explanation.object != nil
      return explanation.finding(
        isSeen ? .brokenInstall : .wrongArchitecture, culprits: [owner],
        fixes: [explanation.reinstallation(evidence, "reinstall it")])
    default: return nil
    }
  }

  // MARK: Where the wheel's tags say it

  private func byMetadata(_ evidence: Evidence) -> Finding? {
    guard let environment = evidence.environment else { return nil }
    for exception in evidence.failure.exceptions where exception.isImportError || exception.complaint != .other {
      // Code of one's own asks it for a part that would be compiled.
      let asked = exception.complaint.modules.first.flatMap { evidence.provider(of: $0) }
      guard
        let (owner, refused) = [exception.raiser?.owner.distribution, asked].compactMap(\.self).lazy.compactMap({
          owner in
          environment.conflicts.first { $0.kind == .platform && $0.isAbout(owner) }.map { (owner, $0) }
        }).first
      else { continue }
      return Finding(
        .wrongArchitecture, .certain, culprits: [owner],
        "\(evidence.label(owner)) was installed for another system or machine.",
        evidence: [refused.sentence, exception.line, exception.raiser.map { "raised at \($0.place)" }],
        fixes: [
          Fix(
            "install it for this machine and system",
            commands: [evidence.installer.reinstall(evidence.pinned(owner))])
        ])
    }
    return nil
  }
}

extension Unfulfilled {
  func isAbout(_ name: String) -> Bool { normalizedName(distribution) == normalizedName(name) }
}

extension LoaderExplanation {
  /// Whether a file was only tried for a library that was then looked for by its name alone.
  fileprivate func isAttempt(for library: String) -> Bool {
    guard conclusion == .damagedFile, distribution == nil, let object else { return false }
    return LibraryName(object).stem == LibraryName(library).stem
  }
}
