/// A build does not see what the environment has.
struct IsolatedBuild: Rule {
  static let page = RulePage(
    "isolated-build", .buildIsolation,
    sees: "An installer's report of a failed build, with `No module named 'x'` from the package's own build code.",
    means:
      "Builds run in an environment of their own that has only what the package names as needed for building (PEP 517, PEP 518).",
    advises: "Install x first and build without isolation; better, take a wheel.",
    seenAt: "flash-attn, whose setup.py imports torch",
    explains: [.missingDistribution, .versionConflict, .importSideEffect])

  private static let places = [
    "pip-build-env", "build-env-", "builds-v0", "/overlay/", "get_requires_for_build",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard case .noModule(let name, _) = exception.complaint, StandardLibraryChanges.change(of: name) == nil,
        evidence.failure.build != nil || exception.frames.contains(where: Self.isOfBuild)
      else { continue }
      return finding(name, exception, evidence)
    }
    return nil
  }

  /// Installers run a package's setup.py as the text of a string; of `python -c` mostly the first line is all.
  private static func isOfBuild(_ frame: Frame) -> Bool {
    frame.file.contains(anyOf: places) || frame.file.moduleStem == "setup" && !frame.file.isInSiteFolder
      || frame.file == "<string>" && frame.line > 1 && frame.function == "<module>"
  }

  private func finding(_ name: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let needed = ImportNames.likelyDistribution(of: name)
    let built = evidence.failure.build?.distribution
    let isThere = evidence.isInstalled(needed)
    return Finding(
      .buildIsolation, isThere ? .certain : .likely, culprits: [built, needed],
      "The build of \(built ?? "a package") imports `\(name)`, which its isolated build environment does not have.",
      evidence: [
        exception.line, isThere ? "\(evidence.label(needed)) is installed in the environment itself" : nil,
        exception.raiser.map { "imported at \($0.place)" },
      ],
      fixes: [
        Fix(
          built == nil
            ? "install \(needed), and then the package with --no-build-isolation"
            : "build it in the environment itself",
          commands: built.map { built in
            [
              evidence.installer.install(needed, "setuptools", "wheel"),
              evidence.installer.install(built, options: ["--no-build-isolation"]),
            ]
          } ?? [])
      ])
  }
}
