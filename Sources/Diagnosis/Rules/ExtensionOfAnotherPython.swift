/// The extension module is there, for another Python or another system.
struct ExtensionOfAnotherPython: Rule {
  static let page = RulePage(
    "extension-of-another-python", .pythonVersionUnsupported,
    sees:
      "`No module named 'a._b'`, while a file such as `_b.cpython-310-x86_64-linux-gnu.so` lies where it is looked for.",
    means: "Python passes over extension modules whose name bears another tag, as if they were not there (PEP 3149).",
    advises: "Install the package anew with this environment's own Python.",
    seenAt: "numpy of Python 3.10 copied into an environment of 3.11; orjson of arm64 on x86_64",
    alsoFinds: [.wrongArchitecture],
    explains: [.incompleteBuild, .missingDistribution, .versionConflict, .importSideEffect, .brokenInstall])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      for name in exception.complaint.modules {
        guard let module = evidence.modules[name], module.found == nil else { continue }
        for candidate in module.candidates {
          switch candidate.kind {
          case .otherPython(let tag): return finding(.pythonVersionUnsupported, candidate, tag, exception, evidence)
          case .otherPlatform(let tag): return finding(.wrongArchitecture, candidate, tag, exception, evidence)
          default: continue
          }
        }
      }
      if let finding = ofSystem(exception, evidence) ?? inText(exception, evidence) { return finding }
    }
    return nil
  }

  /// Modules in C that Debian and Ubuntu compile for their own Python alone, into a folder that every Python 3 of the system
  /// shares; and the package that brings each.
  private static let ofSystem: [String: String] = [
    "apt_inst": "python3-apt", "apt_pkg": "python3-apt", "_dbus_bindings": "python3-dbus", "gi._gi": "python3-gi",
    "_gi": "python3-gi",
  ]

  /// A program of the system is run by another Python than the system's, as after `update-alternatives --install … python3`.
  private func ofSystem(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard !evidence.isLive, let name = exception.complaint.modules.last, let package = Self.ofSystem[name],
      let file = exception.raiser?.file,
      file.hasPrefix("/usr/lib/python3/dist-packages/") || file.hasPrefix("/usr/bin/")
    else { return nil }
    return Finding(
      .pythonVersionUnsupported, .likely,
      "A program of the system is run by another Python than the one that the system compiled `\(name)` for.",
      evidence: [
        exception.line, "wanted at \(file)", "the system's packages bring `\(name)` for the system's own Python only",
      ],
      fixes: [
        Fix(
          "let `python3` be the system's own again, and call the other one by its number",
          commands: ["ls -l /usr/bin/python3 /usr/bin/python3.*", "update-alternatives --display python3"]),
        Fix("if it is the system's own, install its package anew", commands: ["apt install --reinstall \(package)"]),
      ])
  }

  /// A text shows no folder; but what each wheel has is never absent from an installation that is whole. Files of Python 2
  /// have no tags.
  private func inText(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard !evidence.isLive, let name = exception.complaint.modules.last, CompiledCores.contains(name),
      !exception.isOfPython2, !NumPyABI.isOfOlderNumPy(exception),
      !evidence.failure.says(anyOf: CompiledPartAbsent.unbuiltWords),
      exception.raiser.map({ $0.file.isInSiteFolder || $0.owner != .local }) ?? true
    else { return nil }
    let owner = ImportNames.likelyDistribution(of: name)
    return Finding(
      .pythonVersionUnsupported, .likely, culprits: [owner],
      "The compiled part of \(evidence.label(owner)) is mostly there for another Python, or another platform.",
      evidence: [
        exception.line, "each wheel of \(owner) has `\(name)`; Python passes over one with another tag",
        exception.raiser.map { "wanted at \($0.place)" },
      ],
      fixes: [Fix("install it with the Python that imports it", commands: [evidence.installer.reinstall(owner)])])
  }

  private func finding(
    _ cause: Cause, _ candidate: ModuleEvidence.Candidate, _ tag: String, _ exception: RaisedException,
    _ evidence: Evidence
  ) -> Finding {
    let owner = candidate.owner ?? exception.raiser?.owner.distribution
    let what = cause == .wrongArchitecture ? "another system or machine" : "another Python"
    let name = owner ?? candidate.file.belowSitePackages.topLevel
    let stated = evidence.environment?.conflicts.first {
      ($0.kind == .python || $0.kind == .platform) && normalizedName($0.distribution) == normalizedName(name)
    }
    return Finding(
      cause, .certain, culprits: [owner],
      "The compiled part of \(evidence.label(name)) is for \(what).",
      evidence: [
        exception.line, "the file is there: \(candidate.file.belowSitePackages)",
        "its tag is `\(tag)`, and this is Python \(evidence.environment?.python.version ?? "?")", stated?.sentence,
      ],
      fixes: owner.map { fixes($0, cause, evidence) } ?? [])
  }

  /// Another system's files are of the same release; for another Python there may be none of it.
  private func fixes(_ owner: String, _ cause: Cause, _ evidence: Evidence) -> [Fix] {
    let again = evidence.installer.reinstall(evidence.pinned(owner))
    guard cause != .wrongArchitecture else { return [Fix("install it for this machine and system", commands: [again])] }
    return [
      Fix("install it for this Python", commands: [again]),
      Fix(
        "or the newest release for it, if that one is not", commands: [evidence.installer.reinstallable(owner)]),
    ]
  }
}
