/// A package opens a file of its own, which is not there.
struct OwnFileAbsent: Rule {
  static let page = RulePage(
    "own-file-absent", .brokenInstall,
    sees: "`FileNotFoundError` of a path inside the folder of the installed package whose code opens it.",
    means:
      "The file belongs to the package and did not come with it: the release was packed without it, or it was removed.",
    advises: "Reinstall the package; where that does not bring the file, the sources or another release of it.",
    seenAt: "verl installed from git, whose `version/version` the wheel does not have",
    explains: [.importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where exception.type == "FileNotFoundError" {
      guard let path = exception.message.after("No such file or directory: ")?.quotedName, path.isInSiteFolder,
        let raiser = exception.raiser, let owner = raiser.owner.distribution
      else { continue }
      let package = raiser.file.moduleBelowSitePackages
      guard !package.isEmpty, path.belowSitePackages.hasPrefix("\(package)/") else { continue }
      return Finding(
        .brokenInstall, .likely, culprits: [owner],
        "\(evidence.label(owner)) does not have its own file \(path.belowSitePackages).",
        evidence: [exception.line, "opened at \(raiser.place)"],
        fixes: [Fix("reinstall \(owner)", commands: [evidence.installer.reinstall(evidence.pinned(owner))])])
    }
    return nil
  }
}
