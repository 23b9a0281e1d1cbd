/// A `.pth` file has lines of code that fail whenever Python starts.
struct OrphanedPathFile: Rule {
  static let page = RulePage(
    "orphaned-path-file", .brokenInstall,
    sees: "`Error processing line N of ….pth`, as Python writes while it starts (Lib/site.py, `addpackage`).",
    means: """
      Installers put such files beside what they install: for namespace packages, for editable installations, for what \
      starts with Python. The file is left where what it imports is gone, or is of another release.
      """,
    advises: "Install the distribution again that the file belongs to, or remove the file.",
    seenAt: """
      a `-nspkg.pth` without the folder of its package (`'NoneType' object has no attribute 'loader'`); \
      distutils-precedence.pth after setuptools was removed (`No module named '_distutils_hack'`)
      """,
    explains: [.versionConflict, .missingDistribution, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    guard !evidence.isLive, let line = evidence.failure.line(withAnyOf: ["Error processing line "]),
      let file = line.after(" of ").map({ String($0).trimmed }), let end = file.range(ofWords: ".pth")
    else { return nil }
    let path = String(file[..<end.upperBound])
    let owner = Self.distribution(of: path)
    return Finding(
      .brokenInstall, .likely, culprits: [owner],
      "\(path.fileName) is left of an installation whose code is not there any more, or not as the file wants it.",
      evidence: [line, evidence.failure.exception?.line],
      fixes: [
        owner.map { Fix("install \($0) again", commands: [evidence.installer.reinstall($0)]) },
        Fix("or remove \(path)"),
      ])
  }

  /// `zope.event` of `zope.event-4.5.0-py3.6-nspkg.pth` and of `__editable__.zope.event-4.5.0.pth`.
  private static func distribution(of path: String) -> String? {
    let name = path.fileName
    if name == "distutils-precedence.pth" { return "setuptools" }
    let rest = name.after("__editable__.") ?? name[...]
    guard rest.contains("-"), rest.count < name.count || rest.hasSuffix("-nspkg.pth") else { return nil }
    let project = String(rest.prefix { $0 != "-" })
    return project.isEmpty ? nil : project
  }
}
