import Testing

@testable import Diagnosis

@Suite struct OutdatedScriptTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OutdatedScript()) }

  /// Raised in pkg_resources, which looks it up for the script.
  private static func entryPoint(_ message: String) -> Evidence {
    var evidence = Sample.text("ImportError", message, ["/usr/bin/pip3", "\(site)/pkg_resources/__init__.py"])
    evidence.failure.exception?.frames[1].function = "resolve"
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "pip's, without frames", Sample.text("ImportError", "cannot import name main"), .brokenInstall, .likely,
      culprits: ["pip"]),
    RuleCase("another's", Sample.text("ImportError", "cannot import name 'main' from 'spam'"), nil),
    RuleCase(
      "a version of its own that is gone",
      Sample.text("DistributionNotFound", "pip==1.1", ["/opt/bin/pip", "\(site)/pkg_resources.py"]), .brokenInstall,
      .likely, culprits: ["pip"]),
    RuleCase(
      "as newer releases of setuptools say it",
      Sample.text(
        "DistributionNotFound", "The 'spam==1.1' distribution was not found and is required by the application",
        ["/opt/bin/spam", "\(site)/pkg_resources/__init__.py"]), .brokenInstall, .likely, culprits: ["spam"]),
    RuleCase(
      "another version of its own",
      Sample.text(
        "VersionConflict", "(pip 20.3 (/x), Requirement.parse('pip==20.2.4'))",
        ["/opt/bin/pip3", "\(site)/pkg_resources/__init__.py"]), .brokenInstall, .likely, culprits: ["pip"]),
    RuleCase(
      "where a later exception shows the script",
      Sample.text(
        Sample.exception(
          "StopIteration", "", ["/opt/bin/pip3"],
          inner: Sample.exception(
            "VersionConflict", "(pip 20.3 (/x), Requirement.parse('pip==20.2.4'))",
            ["\(site)/pkg_resources/__init__.py"]))), .brokenInstall, .likely, culprits: ["pip"]),
    RuleCase(
      "a name that its package does not have any more",
      Sample.text("ImportError", "cannot import name 'main' from 'pip'", ["/usr/bin/pip3"]), .brokenInstall, .likely,
      culprits: ["pip"]),
    RuleCase(
      "a module that its package does not have",
      Sample.text("ModuleNotFoundError", "No module named 'pip._internal'", ["/usr/bin/pip"]), .brokenInstall, .likely),
    RuleCase(
      "its package is not there", Sample.text("ModuleNotFoundError", "No module named 'pip'", ["/usr/bin/pip"]), nil),
    RuleCase(
      "another distribution is not there",
      Sample.text("DistributionNotFound", "eggs==1.1", ["/opt/bin/spam", "\(site)/pkg_resources/__init__.py"]), nil),
    RuleCase(
      "no script", Sample.text("ImportError", "cannot import name 'main' from 'pip'", ["/home/me/pip.py"]), nil),
    RuleCase(
      "an entry point that its package does not have any more", entryPoint("'module' object has no attribute 'main'"),
      .brokenInstall, .likely, culprits: ["pip"]),
    RuleCase(
      "an entry point in a module that its package does not have", entryPoint("No module named 'pip.cli'"),
      .brokenInstall, .likely, culprits: ["pip"]),
    RuleCase("what an entry point's module wants of others", entryPoint("No module named 'six.moves'"), nil),
    RuleCase(
      "its package is not there, as Python 2 says it",
      Sample.text(
        "ImportError", "No module named ansible.runner", ["/usr/bin/ansible"],
        source: "from ansible.runner import Runner"), nil),
    RuleCase(
      "its package is there, as Python 2 says it",
      Sample.text(
        "ImportError", "No module named runner", ["/usr/bin/ansible"], source: "from ansible.runner import Runner"),
      .brokenInstall, .likely, culprits: ["ansible"]),
  ]
}
