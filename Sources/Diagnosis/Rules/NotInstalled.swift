/// A module that no distribution brings here.
struct NotInstalled: Rule {
  static let page = RulePage(
    "not-installed", .missingDistribution,
    sees: """
      `No module named 'x'` with nothing of that name on the search path; metadata that is asked for and is not there; a \
      package that says what it needs.
      """,
    means: "The distribution that brings x is not installed. Its name may be another one than the module's.",
    advises: "Install it, by the extra of the package that asks for it where there is one.",
    seenAt:
      "`from starlette.testclient import TestClient` without httpx; pywbem, which imported yaml without requiring PyYAML",
    explains: [.importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where !evidence.failure.isOvertaken(exception) {
      guard let absent = AbsentDistribution(exception, evidence) else { continue }
      return finding(absent, exception, evidence)
    }
    return nil
  }

  private func finding(_ absent: AbsentDistribution, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let user = exception.raiser?.owner.distribution
    let stated = evidence.environment?.conflicts.first {
      $0.kind == .missing && normalizedName($0.required) == normalizedName(absent.distribution)
    }
    let extra = user.flatMap { evidence.extra(of: $0, bringing: absent.distribution) }
    let requirement =
      stated?.requirement ?? extra?.text
      ?? DroppedModules.requirement(of: absent.module, from: absent.distribution)
    if isOwnProject(absent, exception, evidence) { return ownProject(absent, exception, evidence) }
    if absent.isGuess, let module = absent.module {
      return ImportNames.shared.contains(module)
        ? sharedPackage(module, absent, exception) : guess(module, absent, exception, evidence)
    }
    return Finding(
      .missingDistribution, absent.confidence, culprits: [absent.distribution], sentence(absent, user, evidence),
      evidence: [
        exception.line, exception.raiser.map { "needed at \($0.place)" },
        stated?.sentence
          ?? extra.map { "\(user ?? "") asks for it as `\($0.text)` in its extra `\($0.extra ?? "")`" },
      ],
      fixes: [
        advisedExtra(of: user, evidence) ?? completion(user, requirement, evidence)
          ?? Fix("install \(absent.distribution)", commands: [evidence.installer.install(requirement)])
      ])
  }

  /// The extra that the package advises to install: it mostly asks for more than the one that is missing first.
  private func advisedExtra(of user: String?, _ evidence: Evidence) -> Fix? {
    guard let user, let version = evidence.version(user), !version.contains("+") else { return nil }
    for exception in evidence.failure.exceptions.reversed() where exception.message.contains("install") {
      guard let rest = exception.message.after("\(user)["), let end = rest.firstIndex(of: "]") else { continue }
      let extra = String(rest[..<end])
      guard evidence.distribution(user)?.requirements.contains(where: { $0.extra == extra }) == true else { continue }
      return Fix(
        "install the extra `\(extra)` of \(user)",
        commands: [evidence.installer.install("\(user)[\(extra)]==\(version)")])
    }
    return nil
  }

  /// A package of the user's own asks for its own metadata.
  private func isOwnProject(_ absent: AbsentDistribution, _ exception: RaisedException, _ evidence: Evidence) -> Bool {
    guard absent.module == nil, exception.raiser?.owner == .local else { return false }
    let found = evidence.modules.values.first { normalizedName($0.name) == normalizedName(absent.distribution) }?.found
    return found.map { $0.owner == nil && $0.place != .site && $0.place != .standardLibrary } ?? false
  }

  private func ownProject(
    _ absent: AbsentDistribution, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    Finding(
      .missingDistribution, absent.confidence, culprits: [absent.distribution],
      "\(absent.distribution) is imported from its sources and not installed, so that it has no metadata.",
      evidence: [exception.line, exception.raiser.map { "needed at \($0.place)" }],
      fixes: [
        Fix(
          "install the project from its own folder",
          commands: [evidence.installer.install(".", options: ["--editable"])])
      ])
  }

  private func sentence(_ absent: AbsentDistribution, _ user: String?, _ evidence: Evidence) -> String {
    let needs = user.map { ", which \(evidence.label($0)) needs" } ?? ""
    guard let module = absent.module, module != absent.distribution else {
      return "\(absent.distribution) is not installed\(needs)."
    }
    return "\(absent.distribution) is not installed\(needs); it brings the module `\(module)`."
  }

  /// Of a package that many projects bring parts of not one part is there.
  private func sharedPackage(_ module: String, _ absent: AbsentDistribution, _ exception: RaisedException) -> Finding {
    Finding(
      .missingDistribution, absent.confidence, culprits: [absent.distribution],
      "Several distributions bring parts of `\(module)`, and none of them is here.",
      evidence: [exception.line, exception.raiser.map { "needed at \($0.place)" }],
      fixes: [
        Fix("install the one whose part is imported; the names of many of them begin with \(absent.distribution)-")
      ])
  }

  /// Anybody may publish a project under the name of a module that no public one has.
  private func guess(
    _ module: String, _ absent: AbsentDistribution, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    let raiser = exception.raiser
    let user = raiser?.owner.distribution
    return Finding(
      .missingDistribution, absent.confidence, culprits: [absent.distribution],
      "There is no module `\(module)` here, and nothing that is known says which distribution brings it.",
      evidence: [
        exception.line, raiser.map { "needed at \($0.place)" },
        user.map { "the metadata of \(evidence.label($0)) does not name a distribution for it" },
      ],
      fixes: [
        user == nil ? Fix("if it is code of your own, run where it lies, or put its folder on PYTHONPATH") : nil,
        Fix(
          "look up who publishes \(absent.distribution) before you install it: that it is the one meant is a guess by the name",
          commands: [evidence.installer.install(absent.distribution)]),
      ])
  }

  /// Of several that are missing, each import would tell but the next one.
  private func completion(_ user: String?, _ requirement: String, _ evidence: Evidence) -> Fix? {
    guard let user else { return nil }
    let missing = evidence.missingRequirements(of: user)
    guard missing.count > 1, missing.contains(where: { $0.requirement == requirement }) else { return nil }
    return Fix(
      "install the \(missing.count) that \(user) requires and that are missing",
      commands: [missing.reduce(into: evidence.installer.install()) { $0 += " " + quoted($1.requirement) }])
  }
}

extension Evidence {
  /// The requirement of an extra that asks for a distribution.
  func extra(of name: String, bringing other: String) -> RequirementEvidence? {
    distribution(name)?.requirements.first { $0.extra != nil && normalizedName($0.name) == normalizedName(other) }
  }
}
