/// packaging is asked for a version or requirement that is none.
struct RefusedVersion: Rule {
  static let page = RulePage(
    "refused-version", .versionConflict,
    sees:
      "`InvalidVersion`, `InvalidSpecifier` or `InvalidRequirement` of packaging, or of the copies in setuptools and pip.",
    means: """
      packaging 22, and with it setuptools 66 and pip 24.1, take no versions and requirements any more that PEP 440 and \
      PEP 508 do not know. The text is of the metadata of something that is installed, or of code that is older than that.
      """,
    advises: "A newer release of what states the version; else an older setuptools or packaging.",
    seenAt: "`Invalid version: '0.23ubuntu1' (package: distro-info)` of setuptools 66 on Ubuntu",
    explains: [.importSideEffect])

  private static let types: Set<String> = ["InvalidVersion", "InvalidSpecifier", "InvalidRequirement"]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where Self.types.contains(exception.type) {
      return finding(exception, evidence)
    }
    return nil
  }

  private func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let (reader, bound) = Self.reader(exception)
    let stater = exception.message.after("(package: ").map { String($0.prefix { $0 != ")" }) }
    return Finding(
      .versionConflict, .likely, culprits: [stater, reader],
      "\(evidence.label(reader)) takes no such text for a version or requirement; releases before \(bound) did.",
      evidence: [exception.line, exception.caller.map { "asked for at \($0.place)" }],
      fixes: [
        stater.map { Fix("install a newer \($0), or remove it", commands: [evidence.installer.uninstall($0)]) },
        Fix("or go back before \(reader) \(bound)", commands: [evidence.installer.install("\(reader)<\(bound)")]),
      ])
  }

  /// Whose copy of packaging it is, and which release was the first to refuse.
  private static func reader(_ exception: RaisedException) -> (distribution: String, bound: String) {
    if exception.qualifiedType.hasPrefix("pkg_resources.") || exception.qualifiedType.hasPrefix("setuptools.") {
      return ("setuptools", "66")
    }
    return exception.qualifiedType.hasPrefix("pip.") ? ("pip", "24.1") : ("packaging", "22")
  }
}
