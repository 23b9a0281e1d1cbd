internal import PythonPackaging

/// A name, attribute or submodule that moved or vanished, or is not there yet: code of one distribution wants it of another.
struct MissingName: Rule {
  static let page = RulePage(
    "missing-name", .versionConflict,
    sees: """
      `cannot import name`, `has no attribute` or `No module named 'a.b'`, raised in code of one distribution about \
      another one.
      """,
    means: """
      The two do not fit: one is newer, or older, than the other expects. Metadata that is violated proves it; without, \
      the requirement that is too wide is shown.
      """,
    advises:
      "The version that the metadata asks for; else a newer release of the one that asks, or an older one of the other.",
    seenAt: """
      gensim 4.3 with scipy 1.13 (`triu`), flask 2.1 with werkzeug 3 (`url_quote`), botocore with urllib3 2 (`DEFAULT_CIPHERS`)
      """)

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard let mismatch = Mismatch(exception, evidence), evidence.isLive || !exception.isOfCycle else { continue }
      return finding(mismatch, evidence)
    }
    return evidence.isLive ? toldBefore(evidence) : nameAlone(evidence)
  }

  /// What code that had a part in the failure wrote of before: that it misses something of another distribution.
  private func toldBefore(_ evidence: Evidence) -> Finding? {
    let exceptions = evidence.failure.exceptions
    let atWork = Set(exceptions.flatMap(\.frames).compactMap(\.owner.distribution).map(normalizedName))
    for exception in evidence.failure.told {
      guard let mismatch = Mismatch(exception, evidence), let user = mismatch.user,
        atWork.contains(normalizedName(user))
      else { continue }
      var finding = finding(mismatch, evidence)
      finding.confidence = min(finding.confidence, .likely)
      let lines = [evidence.failure.exception?.line].compactMap(\.self) + finding.evidence
      finding.evidence = Array(lines.prefix(Finding.mostEvidence))
      return finding
    }
    return nil
  }

  /// A text that does not say of which module a name was wanted, or not whose that is.
  private func nameAlone(_ evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let name = exception.unsaidPart { return part(name, exception) }
      guard case .noName(let name, let module, let file, isPartial: false) = exception.complaint,
        module.map({ isNobodys($0, file, evidence) }) ?? true
      else { continue }
      return Finding(
        .versionConflict, .possible, culprits: [exception.raiser?.owner.distribution],
        "\(module.map { "`\($0)`" } ?? "The module that is asked") does not have `\(name)`: it is mostly of another version.",
        evidence: [exception.line, exception.raiser.map { "wanted at \($0.place)" }])
    }
    return nil
  }

  private func part(_ name: String, _ exception: RaisedException) -> Finding {
    Finding(
      .versionConflict, .possible, culprits: [exception.raiser?.owner.distribution],
      "A package does not have a part `\(name)`: it is mostly of another version.",
      evidence: [
        exception.line, "Python 2 names only what it did not find, and a module `\(name)` it has in its own library",
        exception.raiser.map { "wanted at \($0.place)" },
      ],
      fixes: [
        Fix("look in the whole traceback which package's `\(name)` is imported, and change the version of that one")
      ])
  }

  private func isNobodys(_ module: String, _ file: String?, _ evidence: Evidence) -> Bool {
    !StandardLibraryModules.names.contains(module.topLevel) && evidence.provider(of: module, file: file) == nil
  }

  private func finding(_ mismatch: Mismatch, _ evidence: Evidence) -> Finding {
    let (user, provider) = (mismatch.user, mismatch.provider)
    let violated = user.flatMap { evidence.conflict(of: $0, with: provider) } ?? evidence.anyConflict(about: provider)
    let stated = user.flatMap { evidence.requirement(of: $0, on: provider) }
    let subject = user.map { evidence.label($0) } ?? "The code"
    let unbound = evidence.unboundSubmodule(mismatch.exception.complaint)
    return Finding(
      .versionConflict, confidence(mismatch, violated, evidence), culprits: [provider, user],
      "\(subject) needs \(mismatch.wanted), which \(evidence.label(provider)) "
        + (unbound == nil ? "does not have." : "has as a module, but does not bind."),
      evidence: [
        violated.map { $0.sentence },
        unbound.map { "the file is there: \($0.file.belowSitePackages)" },
        mismatch.exception.line,
        mismatch.exception.raiser.map {
          "wanted at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "")
        },
        violated == nil ? stated.map { "\(subject) admits this version: it requires `\($0.text)`" } : nil,
      ],
      fixes: (violated == nil ? evidence.release(withWhat: mismatch.exception.complaint, provider) : nil)
        ?? evidence.fixes(
          user: user, provider: provider, violated: violated,
          bound: mismatch.exception.complaint.modules.last.flatMap { evidence.firstWithout($0, provider) },
          mayBeNew: true))
  }

  private func confidence(_ mismatch: Mismatch, _ violated: Unfulfilled?, _ evidence: Evidence) -> Confidence {
    if violated != nil { return .certain }
    if evidence.isOfLittleKnown(mismatch.exception) || evidence.isOfLoneModule(mismatch.exception) { return .possible }
    return mismatch.user == nil && evidence.isLive ? .possible : .likely
  }
}

extension Complaint {
  /// Whether Python takes it for a cycle of imports.
  var isPartial: Bool {
    switch self {
    case .noName(_, _, _, let isPartial), .noModuleAttribute(_, _, let isPartial): isPartial
    default: false
    }
  }
}

extension RaisedException {
  fileprivate var isOfCycle: Bool { complaint.isPartial || ImportCycle.unsaid(self) != nil }

  /// `json` of `No module named json`: Python 2, which writes no quotes, says so of a package's part (Python/import.c,
  /// `import_submodule`), as it has such a module itself.
  fileprivate var unsaidPart: String? {
    guard case .noModule(let name, isInNoPackage: false) = complaint, message.hasSuffix("No module named \(name)"),
      Self.namesOfParts.contains(name)
    else { return nil }
    return name
  }

  /// Modules of Python 2.6 and later in its own library, without which it works well, and which packages name parts of
  /// theirs for.
  private static let namesOfParts: Set<String> = [
    "calendar", "cmd", "code", "csv", "email", "json", "logging", "multiprocessing", "numbers", "parser", "platform",
    "profile", "signal", "test", "token", "xml",
  ]
}

extension Evidence {
  /// The file of a module that a complaint takes for a name that its package does not have: nothing imported it.
  fileprivate func unboundSubmodule(_ complaint: Complaint) -> ModuleEvidence.Candidate? {
    guard case .noModuleAttribute(let name, let module, isPartial: false) = complaint,
      let found = modules["\(module).\(name)"]?.found, found.kind.isComplete
    else { return nil }
    return found
  }

  /// A statement about a distribution that does not hold, whoever makes it.
  func anyConflict(about provider: String) -> Unfulfilled? {
    environment?.conflicts.first { $0.kind == .version && normalizedName($0.required) == normalizedName(provider) }
  }

  /// The version that metadata asks for; where none does, either of the two may have to move.
  ///
  /// - Parameters:
  ///   - bound: The first release of the provider that is known not to have what is wanted.
  ///   - mayBeNew: Whether a newer release of it may have it, as nothing tells when it came or went.
  func fixes(
    user: String?, provider: String, violated: Unfulfilled?, bound: String? = nil, mayBeNew: Bool = false
  ) -> [Fix] {
    if let violated {
      return [
        Fix("install what \(violated.distribution) requires", commands: [installer.install(violated.requirement)])
      ]
    }
    let upgrade = user.map(newer)
    let own =
      user == nil
      ? Fix("in code of your own, use what \(provider) has instead; else change the version of one of the two") : nil
    // Code of one's own may be newer than what is installed.
    let later = user == nil && mayBeNew && bound == nil ? newer(provider) : nil
    let known = bound.map { bound in
      Fix(
        "or go back before \(provider) \(bound), which removed it", commands: [older(provider, bound, for: user)])
    }
    let other =
      known
      ?? olderBound(of: provider, for: user).map { bound in
        Fix("or try an older \(provider)", commands: [older(provider, bound, for: user)])
      }
    if let user, let upgrade, let other, isCapped(user) {
      return [other, Fix("or \(upgrade.title)", commands: upgrade.commands)]
    }
    return [upgrade, own, later.map { Fix("or \($0.title)", commands: $0.commands) }, other].compactMap(\.self)
  }

  /// Whether something that is installed requires releases of it before some version, so that a newer one may not fit.
  private func isCapped(_ name: String) -> Bool {
    environment?.distributions.values.contains { distribution in
      distribution.requirements.contains { requirement in
        requirement.extra == nil && normalizedName(requirement.name) == normalizedName(name)
          && requirement.specifiers.contains(anyOf: ["<", "==", "~="])
      }
    } ?? false
  }

  /// With the user named as well, installers move what else it requires and the older release does not suit.
  private func older(_ provider: String, _ bound: String, for user: String?) -> String {
    // A local version, as of a build for processors alone, may be in no index (PEP 440).
    let kept = user.map(pinned).flatMap { $0.contains("+") ? nil : $0 }
    return installer.install("\(provider)<\(bound)") + (kept.map { " " + quoted($0) } ?? "")
  }

  /// An attempt: that a newer release exists and helps is not known.
  func newer(_ distribution: String) -> Fix {
    let wanted = ([failure.module].compactMap(\.self) + failure.importChain).map(\.topLevel)
    let newest = DroppedModules.newest(of: distribution, with: wanted)
    return Fix("try a newer \(distribution)", commands: [installer.install(newest, options: ["--upgrade"])])
  }

  /// The release that brought what a complaint is about, if it is known.
  fileprivate func release(withWhat complaint: Complaint, _ provider: String) -> [Fix]? {
    AddedNames.firstWith(complaint.modules.last ?? "").map { first in
      [
        Fix(
          "install \(provider) \(first) or newer, the first that has it",
          commands: [installer.install("\(provider)>=\(first)", options: ["--upgrade"])])
      ]
    }
  }

  /// The first release that does not have a name, if the one that is here is no older.
  func firstWithout(_ wanted: String, _ provider: String) -> String? {
    guard let bound = RemovedNames.firstWithout(wanted), let first = try? Version(bound),
      let here = version(provider).flatMap({ try? Version($0) })
    else { return nil }
    return here >= first ? bound : nil
  }

  /// Where an older release begins that may still have what is wanted.
  ///
  /// Names go with a new major version, or with a minor one where the user was already made for this major version, as
  /// the least version that it requires tells (semver.org, 7 and 8).
  private func olderBound(of provider: String, for user: String?) -> String? {
    guard let parts = version(provider)?.split(separator: "."), let major = parts.first.flatMap({ Int($0) }) else {
      return nil
    }
    let least = user.flatMap { requirement(of: $0, on: provider) }?.specifiers.after(">=")?.prefix { $0.isNumber }
    let isOfThisMajor = least.flatMap { Int($0) }.map { $0 >= major } ?? false
    if user == nil { return major > 1 ? String(major) : nil }
    if major > 0, !isOfThisMajor { return String(major) }
    guard let minor = parts.dropFirst().first, Int(minor).map({ $0 > 0 }) ?? false else { return nil }
    return "\(major).\(minor)"
  }
}
