/// A package looked at the version of another one and refused.
struct VersionCheck: Rule {
  static let page = RulePage(
    "version-check", .versionConflict,
    sees: """
      An exception of a package's own with a version in it and words such as "requires", "needs", "is required", \
      "was removed in", "has been moved to"; pkg_resources.VersionConflict.
      """,
    means: "The package checked what is installed, and the version is not one that it can work with.",
    advises:
      "A version within the range that the message gives. Where the message gives advice of its own it is quoted, not believed.",
    seenAt: """
      "Numba needs NumPy 1.24 or less", "tokenizers>=0.11.1,!=0.11.3,<0.14 is required for a normal functioning of this \
      module", "`np.unicode_` was removed in the NumPy 2.0 release"
      """,
    alsoFinds: [.brokenInstall], explains: [.importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard let check = CheckedVersion(exception, evidence) else { continue }
      // Numbers of another kind, in words about a value.
      if check.subject == nil, check.requirement == nil, RefusedLiteral.refused(exception) != nil { continue }
      return finding(check, exception, evidence)
    }
    return nil
  }

  private func finding(_ check: CheckedVersion, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    // What a module in C raises while it is loaded has no frame.
    let raiser =
      exception.raiser.map(\.owner.distribution) ?? evidence.failure.module.flatMap { evidence.provider(of: $0) }
    let stater = stater(raiser, check, exception)
    let violated = check.subject.flatMap { subject in
      stater.flatMap { evidence.conflict(of: $0, with: subject) } ?? evidence.anyConflict(about: subject)
    }
    let stated = violated ?? stater.flatMap { unsaid(of: $0, in: exception.message, evidence) }
    if let stated, stated != violated { return ofRequirement(stated, exception, evidence) }
    if check.isOfItself(stater, exception), let stater { return ofTwoReleases(stater, exception, evidence) }
    if let subject = check.subject, let defect = evidence.defects(of: subject).first(where: { $0.kind == .duplicate }) {
      return ofTwoInstallations(subject, defect, exception, evidence)
    }
    let who = stater.flatMap { $0 == check.subject ? nil : evidence.label($0) } ?? "The code"
    let what = check.subject.map { evidence.label($0) } ?? "what is installed"
    return Finding(
      .versionConflict, violated != nil || check.isExact && evidence.isLive ? .certain : .likely,
      culprits: [check.subject, stater],
      check.successor.map { "\(who) uses a part of \(what) that is a project of its own now, \($0)." }
        ?? (check.isOfRemoval ? "\(who) uses a part of \(what) that is gone." : "\(who) refuses \(what)."),
      evidence: [exception.line, violated?.sentence, exception.raiser.map { "raised at \($0.place)" }],
      fixes: fixes(check, violated, stater: stater, evidence))
  }

  /// Who wants another version: not the one that is refused, and not pkg_resources, which only says no for others.
  private func stater(_ raiser: String?, _ check: CheckedVersion, _ exception: RaisedException) -> String? {
    let caller = exception.caller?.owner.distribution
    if raiser == "setuptools", check.isExact { return caller }
    return raiser.flatMap { $0 == check.subject ? caller ?? $0 : $0 }
  }

  /// What metadata asks for and is not so, of a distribution that the message calls by a part of its name: `the sip module`.
  private func unsaid(of stater: String, in message: String, _ evidence: Evidence) -> Unfulfilled? {
    let words = Set(message.names.map { $0.lowercased() })
    let own = Set(normalizedName(stater).split(separator: "-").map(String.init))
    return evidence.environment?.conflicts.first { conflict in
      conflict.kind == .version && conflict.isAbout(stater)
        && normalizedName(conflict.required).split(separator: "-").contains { part in
          part.utf8.count > 2 && !own.contains(String(part)) && words.contains(String(part))
        }
    }
  }

  private func ofRequirement(_ violated: Unfulfilled, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    Finding(
      .versionConflict, .certain, culprits: [violated.required, violated.distribution],
      "\(evidence.label(violated.distribution)) refuses \(evidence.label(violated.required)).",
      evidence: [violated.sentence, exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: evidence.fixes(user: violated.distribution, provider: violated.required, violated: violated))
  }

  /// A package that finds two versions of itself.
  private func ofTwoReleases(_ name: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    Finding(
      .brokenInstall, .likely, culprits: [name],
      "\(evidence.label(name)) is not of one piece: it finds a part of another version of itself.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [
        Fix("reinstall \(name)", commands: [evidence.installer.reinstall(evidence.pinned(name))]),
        Fix("if that does not help, look where a second copy lies: in PYTHONPATH, in a user's site folder"),
      ])
  }

  /// Which of two of one name Python takes for installed is a matter of chance.
  private func ofTwoInstallations(
    _ name: String, _ defect: Defect, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    Finding(
      .brokenInstall, .certain, culprits: [name], "\(name) is there in two versions, and the check sees one of them.",
      evidence: [exception.line, defect.sentence, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("reinstall \(name)", commands: [evidence.installer.reinstall(evidence.pinned(name))])])
  }

  private func fixes(
    _ check: CheckedVersion, _ violated: Unfulfilled?, stater: String?, _ evidence: Evidence
  ) -> [Fix] {
    if let requirement = check.requirement {
      return [Fix("install what it asks for", commands: [evidence.installer.install(requirement)])]
    }
    let successor = check.successor.map { Fix("install \($0)", commands: [evidence.installer.install($0)]) }
    let moves = check.subject.map { evidence.fixes(user: stater, provider: $0, violated: violated) } ?? []
    return ([successor] + moves).compactMap(\.self)
  }
}

extension CheckedVersion {
  /// Whether a package compares its own version with that of a part of itself.
  fileprivate func isOfItself(_ stater: String?, _ exception: RaisedException) -> Bool {
    guard let subject, let stater, normalizedName(subject) == normalizedName(stater) else { return false }
    return exception.message.contains(anyOf: ["ismatch", "should be equal", "does not match"])
  }
}
