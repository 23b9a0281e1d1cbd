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
      guard UnsaidPart.name(in: exception, evidence) == nil, let mismatch = Mismatch(exception, evidence),
        evidence.isLive || !exception.isOfCycle
      else { continue }
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
      if let name = UnsaidPart.name(in: exception, evidence) { return part(name, exception) }
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
        exception.line,
        "Python 2 names what it did not find, and not the package in which it looked for that"
          + (UnsaidPart.isOfPython2(name) ? "; a module `\(name)` it has in its own library" : ""),
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
}

extension Evidence {
  /// The file of a module that a complaint takes for a name that its package does not have: nothing imported it.
  fileprivate func unboundSubmodule(_ complaint: Complaint) -> ModuleEvidence.Candidate? {
    guard case .noModuleAttribute(let name, let module, isPartial: false) = complaint,
      let found = modules["\(module).\(name)"]?.found, found.kind.isComplete
    else { return nil }
    return found
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
}
