/// A distribution that is known for a module is installed in a release that does not bring it any more.
struct ModuleLeftOut: Rule {
  static let page = RulePage(
    "module-left-out", .versionConflict,
    sees: "`No module named 'x'` of a module at the top, and the distribution that is known to bring it is installed.",
    means: "Releases drop modules: what imports it was written for an older one. To install it again brings nothing.",
    advises: "A newer release of the package that imports it, or an older one of the distribution.",
    seenAt: "`import pkg_resources` beside setuptools 82, which no longer has it",
    explains: [.importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard evidence.isLive, case .noModule(let name, isInNoPackage: false) = exception.complaint,
        name.parentModule == nil, evidence.modules[name]?.found == nil, ImportNames.table[name] != nil
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
    let older = DroppedModules.firstWithout[module].map {
      Fix("install an older \(distribution)", commands: [evidence.installer.install("\(distribution)<\($0)")])
    }
    return Finding(
      .versionConflict, .certain, culprits: [distribution, user],
      "\(user.map { evidence.label($0) } ?? "The code") imports `\(module)`, which \(evidence.label(distribution)) does not have.",
      evidence: [
        exception.line, exception.raiser.map { "wanted at \($0.place)" },
        user.flatMap { evidence.requirement(of: $0, on: distribution) }.map { "it requires `\($0.text)`" },
      ],
      fixes: [
        older ?? user.map(evidence.newer)
      ])
  }
}
