/// A distribution that is known for a module is installed in a release that does not bring it any more.
struct ModuleLeftOut: Rule {
  static let page = RulePage(
    "module-left-out", .versionConflict,
    sees: """
      `No module named 'x'` of a module at the top, and the distribution that is known to bring it, or bears its name, is \
      installed.
      """,
    means: "Releases drop modules, and others get new ones: what imports it was written for another release.",
    advises:
      "The release that metadata asks for; else a newer one of the package that imports it, or an older one of the distribution.",
    seenAt: """
      `import pkg_resources` beside setuptools 82, which no longer has it; jsonschema 4.23, which imports `attrs`, beside \
      attrs 20.3, which has only `attr` yet
      """,
    explains: [.importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard evidence.isLive, case .noModule(let name, isInNoPackage: false) = exception.complaint,
        name.parentModule == nil, evidence.modules[name]?.found == nil,
        evidence.modules[name]?.missingFiles.isEmpty ?? true
      else { continue }
      let distribution = ImportNames.likelyDistribution(of: name)
      guard evidence.isInstalled(distribution), evidence.environment?.owners[name] == nil else { continue }
      return finding(name, distribution, exception, evidence)
    }
    return nil
  }

  private func finding(
    _ module: String, _ distribution: String, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    let user = exception.raiser?.owner.distribution
    let violated = user.flatMap { evidence.conflict(of: $0, with: distribution) }
    let older = DroppedModules.firstWithout[module].map {
      Fix("install an older \(distribution)", commands: [evidence.installer.install("\(distribution)<\($0)")])
    }
    return Finding(
      .versionConflict, violated != nil || ImportNames.table[module] != nil ? .certain : .likely,
      culprits: [distribution, user],
      "\(user.map { evidence.label($0) } ?? "The code") imports `\(module)`, which \(evidence.label(distribution)) does not have.",
      evidence: [
        exception.line, exception.raiser.map { "wanted at \($0.place)" },
        violated?.sentence
          ?? user.flatMap { evidence.requirement(of: $0, on: distribution) }.map { "it requires `\($0.text)`" },
      ],
      fixes: older.map { [$0] } ?? evidence.fixes(user: user, provider: distribution, violated: violated))
  }
}
