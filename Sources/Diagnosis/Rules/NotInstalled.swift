/// A module that no distribution brings here.
struct NotInstalled: Rule {
  static let page = RulePage(
    "not-installed", .missingDistribution,
    sees: "`No module named 'x'`, and nothing of that name on the search path.",
    means: "The distribution that brings x is not installed. Its name may be another one than the module's.",
    advises: "Install it, by the extra of the package that asks for it where there is one.",
    seenAt:
      "`from starlette.testclient import TestClient` without httpx; pywbem, which imported yaml without requiring PyYAML",
    explains: [.importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard case .noModule(let name, isInNoPackage: false) = exception.complaint, isAbsent(name, evidence) else {
        continue
      }
      return finding(evidence, exception, name)
    }
    return nil
  }

  /// Whether nothing of it is there, or nothing but a package that several projects share.
  private func isAbsent(_ name: String, _ evidence: Evidence) -> Bool {
    guard OptionalModules.part(of: name) == nil else { return false }
    let holder = name.parentModule
    guard let holder else { return evidence.environment?.owners[name] == nil }
    return ImportNames.shared.contains(holder) && ImportNames.table[name] != nil
  }

  private func finding(_ evidence: Evidence, _ exception: RaisedException, _ name: String) -> Finding {
    let distribution = ImportNames.likelyDistribution(of: name)
    let user = exception.raiser
    return Finding(
      .missingDistribution, evidence.isLive ? .certain : .likely, culprits: [distribution],
      "`\(name)` is not installed; the distribution \(distribution) brings it.",
      evidence: [exception.line, user.map { "imported at \($0.place)" }],
      fixes: [Fix("install \(distribution)", commands: [evidence.installer.install(distribution)])])
  }
}
