/// A program in `bin` was written for another release of its own distribution.
struct OutdatedScript: Rule {
  static let page = RulePage(
    "outdated-script", .brokenInstall,
    sees: """
      A script in `bin` or `Scripts` that asks for a version of its own distribution that is not there, or for a module or \
      name that this does not have: `load_entry_point('pip==1.1', …)`, `from pip import main`.
      """,
    means: """
      Installers write the script together with the package. Another installer, or another Python's, wrote a newer or older \
      package since, or the shell runs another script than the one that was written last.
      """,
    advises: "Run the module itself, `python -m pip`; install the distribution again, which writes the script anew.",
    seenAt: "Ubuntu's /usr/bin/pip after `pip install --upgrade pip` (`cannot import name main`), pip#5599",
    explains: [.versionConflict, .missingDistribution, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions {
      if let alone = Self.ofPip(exception, evidence) { return alone }
      guard let (script, distribution) = Self.script(of: exception, evidence) else { continue }
      let again = evidence.installer.reinstall(distribution)
      return Finding(
        .brokenInstall, .likely, culprits: [distribution],
        "The program \(script.file) is of another release of \(distribution) than what it imports.",
        evidence: [
          exception.line, "at \(script.place)" + (script.source.map { ": `\($0.shortened(to: 120))`" } ?? ""),
        ],
        fixes: [
          Fix("let the shell forget where it found the program", commands: ["hash -r"]),
          Fix("write the program anew", commands: [again]),
        ])
    }
    return nil
  }

  /// `from pip import main` stood in each of its programs before pip 10, and in few others.
  private static func ofPip(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard !evidence.isLive, exception.frames.isEmpty,
      case .noName("main", let module, _, isPartial: false) = exception.complaint, module ?? "pip" == "pip"
    else { return nil }
    return Finding(
      .brokenInstall, .likely, culprits: ["pip"],
      "The program `pip` is of an older release of pip than what it imports.",
      evidence: [exception.line],
      fixes: [
        Fix("run the module itself", commands: ["python3 -m pip --version"]),
        Fix("let the shell forget where it found the program", commands: ["hash -r"]),
      ])
  }

  /// The script and its distribution, by the requirement that failed, or by the name that it wants of its own package.
  private static func script(of exception: RaisedException, _ evidence: Evidence) -> (Frame, String)? {
    let frames = exception.frames + evidence.failure.exceptions.flatMap(\.frames)
    guard let script = frames.first(where: { $0.file.isProgram }) else { return nil }
    let name = script.file.programName
    if let required = requirement(exception) { return name == required ? (script, required) : nil }
    if exception.deepest.map(\.isOfEntryPoints) ?? false { return entryPoint(of: script, name, exception) }
    guard exception.deepest == script, exception.unfoundTop(evidence) == nil else { return nil }
    switch exception.complaint {
    case .noName(_, let module?, _, isPartial: false), .noModule(let module, isInNoPackage: false):
      let isOwn = module.contains(".") || exception.complaint.isOfName
      return isOwn && module.topLevel == name ? (script, ImportNames.likelyDistribution(of: module)) : nil
    default: return nil
    }
  }

  /// What looks entry points up does not find the one that the script asks for in its own distribution.
  private static func entryPoint(
    of script: Frame, _ name: String, _ exception: RaisedException
  ) -> (Frame, String)? {
    switch exception.complaint {
    case .noAttribute(_, type: "module"): return (script, ImportNames.likelyDistribution(of: name))
    case .noModuleAttribute(_, let module, isPartial: false), .noModule(let module, isInNoPackage: false):
      return module.topLevel == name ? (script, ImportNames.likelyDistribution(of: module)) : nil
    default: return nil
    }
  }

  /// The distribution of which pkg_resources finds no fitting version.
  private static func requirement(_ exception: RaisedException) -> String? {
    let text: Substring? =
      switch exception.type {
      case "DistributionNotFound": exception.message.after("The '") ?? exception.message[...]
      case "VersionConflict", "ContextualVersionConflict":
        exception.message.after("Requirement.parse('") ?? exception.message[...]
      default: nil
      }
    let name = text?.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    guard let name, !name.isEmpty, text?.dropFirst(name.count).hasPrefix("==") ?? false else { return nil }
    return String(name)
  }
}

extension Frame {
  /// Whether it is where pkg_resources or importlib.metadata import what an entry point names.
  fileprivate var isOfEntryPoints: Bool {
    file.contains("pkg_resources") && ["resolve", "load"].contains(function)
      || file.contains(anyOf: ["importlib/metadata", "importlib_metadata"]) && function == "load"
  }
}

extension Complaint {
  fileprivate var isOfName: Bool { if case .noName = self { true } else { false } }
}

extension String {
  /// Whether it is a file in a folder of programs.
  fileprivate var isProgram: Bool { contains(anyOf: ["/bin/", "\\Scripts\\", "/Scripts/"]) && !hasSuffix(".py") }

  /// `pip` of `/usr/bin/pip3.8` and of `pip-script.py`.
  fileprivate var programName: String { String(fileName.prefix { $0.isLetter || $0 == "-" || $0 == "_" }) }
}
