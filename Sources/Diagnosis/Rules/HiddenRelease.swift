import PythonPackaging

/// A release that nobody meant comes first on the search path, and the one that fits lies behind it.
struct HiddenRelease: Rule {
  static let page = RulePage(
    "hidden-release", .shadowedModule,
    sees: """
      A requirement that the version in use does not fulfil, of code next to the failure, and a second installation of the \
      same distribution, in another folder of the search path, that fulfils it.
      """,
    means: "An installer takes the requirement for fulfilled: only what comes first on the search path is in the way.",
    advises: "Take that folder off the search path, or remove what lies in it.",
    seenAt: "werkzeug 2.0 in a folder that a `.pth` file puts first, before the werkzeug 3 that Flask 3 requires",
    alsoFinds: [.environmentVariable], explains: [.versionConflict, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      let users = exception.frames.suffix(Self.framesNextToFailure).compactMap(\.owner.distribution)
      for user in Set(users.map(normalizedName)).sorted() {
        if let finding = finding(user, exception, evidence) { return finding }
      }
    }
    return nil
  }

  private static let framesNextToFailure = 12

  private func finding(_ user: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    for violated in evidence.environment?.conflicts ?? [] where violated.kind == .version && violated.isAbout(user) {
      guard let first = evidence.distribution(violated.required),
        let hiding = evidence.defects(of: first.name).first(where: { defect in
          defect.kind == .hiddenElsewhere && defect.hiddenVersion.map { violated.admits($0) } ?? false
        })
      else { continue }
      return finding(first, violated, hiding, exception, evidence)
    }
    return nil
  }

  private func finding(
    _ first: InstalledEvidence, _ violated: Unfulfilled, _ hiding: Defect, _ exception: RaisedException,
    _ evidence: Evidence
  ) -> Finding {
    let variable = Self.variable(naming: first.location, evidence)
    let version = hiding.hiddenVersion.map { " \($0)" } ?? ""
    return Finding(
      variable == nil ? .shadowedModule : .environmentVariable, .certain,
      culprits: [first.name, violated.distribution],
      "\(evidence.label(first.name)) in \(first.location) comes before \(first.name)\(version), which fits.",
      evidence: [violated.sentence, hiding.sentence, exception.line],
      fixes: [
        variable.map { Fix("unset \($0), or take the folder out of it", commands: ["unset \($0)"]) }
          ?? Fix("take \(first.location) off the search path: a `.pth` file or a user's site folder adds it"),
        first.location.contains("/.local/lib/python")
          ? Fix("or leave the user's own site folder out", commands: ["export PYTHONNOUSERSITE=1"]) : nil,
      ])
  }

  /// The variable by which Python looks there (site.py, "PYTHONUSERBASE").
  private static func variable(naming folder: String, _ evidence: Evidence) -> String? {
    let variables = evidence.environment?.variables ?? [:]
    if variables["PYTHONPATH"]?.isSearchPath(to: "\(folder)/x") == true { return "PYTHONPATH" }
    let base = variables["PYTHONUSERBASE"] ?? ""
    return !base.isEmpty && folder.hasPrefix("\(base)/") ? "PYTHONUSERBASE" : nil
  }
}

extension Unfulfilled {
  /// Whether this version would do.
  fileprivate func admits(_ version: String) -> Bool {
    guard let requirement = try? Requirement(requirement), let version = try? Version(version) else { return false }
    return requirement.specifiers.contains(version)
  }
}
