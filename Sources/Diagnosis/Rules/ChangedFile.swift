internal import Probing

/// A file next to the failure is not the one that was installed.
struct ChangedFile: Rule {
  static let page = RulePage(
    "changed-file", .brokenInstall,
    sees: "The size of the files next to the failure, and the size that their distribution's list of files states.",
    means: """
      The file was emptied, cut off, overwritten or edited after it was installed: an interrupted copy, a full disk, a \
      synchronised folder, a patch.
      """,
    advises: "Reinstall the distribution.",
    seenAt: "an extension cut off after 100,000 bytes, at which the loader itself dies of SIGBUS",
    explains: [
      .nativeCrash, .circularImport, .versionConflict, .importSideEffect, .incompleteBuild, .pythonVersionUnsupported,
      .wrongArchitecture, .missingDistribution,
    ])

  func finding(in evidence: Evidence) -> Finding? {
    if let zeros = nullBytes(evidence) { return zeros }
    guard let defects = evidence.environment?.defects,
      let defect = defects.first(where: { $0.kind == .fileEmptied || $0.kind == .fileCutOff })
        ?? defects.first(where: { $0.kind == .fileChanged }),
      let owner = defect.distributions.first,
      // `DamagedInstallation` knows who wrote over it.
      !evidence.defects(of: owner).contains(where: { $0.kind == .filesClaimedTwice })
    else { return nil }
    return Finding(
      .brokenInstall, confidence(defect, evidence), culprits: [owner],
      "A file of \(evidence.label(owner)) is not as it was installed.",
      evidence: [
        defect.sentence, evidence.failure.exceptions.last?.line,
        evidence.failure.signal.map { "\($0) while `\(evidence.failure.importing ?? "?")` was imported" },
      ],
      fixes: [Fix("reinstall \(owner)", commands: [evidence.installer.reinstall(evidence.pinned(owner))])])
  }

  /// What a file system leaves of a file that was not written to its end has the right size and holds zeros.
  private func nullBytes(_ evidence: Evidence) -> Finding? {
    let exception = evidence.failure.exceptions.first {
      $0.type == "SyntaxError" && $0.message.contains("null bytes") || $0.message.contains("null bytes in source")
    }
    guard let exception, let raiser = exception.raiser, let owner = raiser.owner.distribution else { return nil }
    return Finding(
      .brokenInstall, evidence.sure(.certain), culprits: [owner],
      "A source file of \(evidence.label(owner)) holds null bytes, which no source has: it was not written to its end.",
      evidence: [
        exception.line, "imported at \(raiser.place)" + (raiser.source.map { ": `\($0.shortened(to: 120))`" } ?? ""),
      ],
      fixes: [Fix("reinstall \(owner)", commands: [evidence.installer.reinstall(evidence.pinned(owner))])])
  }

  /// Somebody may have changed a file to good purpose; nobody cuts one off so.
  private func confidence(_ defect: Defect, _ evidence: Evidence) -> Confidence {
    let isSyntax = evidence.failure.exceptions.contains { exception in
      exception.syntax?.file.map { $0.description.belowSitePackages == defect.file } ?? false
    }
    if isSyntax { return .certain }
    guard defect.kind != .fileChanged else { return .possible }
    let isDeadly = evidence.failure.outcome == .crashed || !evidence.failure.loader.isEmpty
    return isDeadly || defect.kind == .fileEmptied ? .certain : .likely
  }
}
