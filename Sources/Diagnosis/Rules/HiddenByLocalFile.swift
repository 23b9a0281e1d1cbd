/// A file or folder of the user's own, or a stray one, is imported in place of what is meant.
struct HiddenByLocalFile: Rule {
  static let page = RulePage(
    "hidden-by-local-file", .shadowedModule,
    sees: """
      A module that lacks a name or a submodule, and whose file lies in the working directory while another of that name \
      is installed or in the standard library; a folder without code; a script that is imported under its own name; a file \
      there that bears the name of a module of Python's own library, and whose own code fails; an extension module there that \
      does not load.
      """,
    means:
      "Python looks in the working directory, or the script's own folder, first. What is imported is not the package.",
    advises: "Rename the file or folder, or run elsewhere; `--safe-path` keeps the working directory off the path.",
    seenAt:
      "torch.py beside the script; shodan.py that imports shodan; code.py, which transformers' dependencies import",
    explains: [
      .circularImport, .versionConflict, .missingDistribution, .importSideEffect, .pythonVersionUnsupported,
      .incompleteBuild, .brokenInstall, .wrongArchitecture,
    ])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let finding = byFiles(exception, evidence) ?? byCode(exception, evidence)
        ?? HidingText.finding(exception, evidence)
      {
        return finding
      }
    }
    return nil
  }

  private func byFiles(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    let unloaded = exception.isImportError && exception.complaint == .other ? exception.name?.topLevel : nil
    for name in (exception.complaint.modules.map(\.topLevel) + [unloaded].compactMap(\.self)).distinct {
      guard let module = evidence.modules[name], let found = module.found, found.owner == nil,
        name != unloaded || exception.message.contains(found.file)
      else { continue }
      let hidden =
        module.candidates.first { $0 != found && $0.place != found.place && $0.kind.isComplete }
        ?? evidence.sharedFolder(name, besides: found)
      let isFolder = found.kind == .folder
      if isFolder, !Self.isImported(name, exception, evidence) { continue }
      switch found.place {
      case .workingDirectory where !isFolder && hidden != nil:
        return finding(name, found, hidden: hidden, exception, evidence)
      case .workingDirectory where isFolder, .other where isFolder:
        // Nobody's: a project that is meant to be imported from here holds code.
        return finding(name, found, hidden: nil, exception, evidence)
      default: continue
      }
    }
    return nil
  }

  /// The code of such a file fails itself: other people's code imported it, which meant Python's own module, or it is a
  /// copy of that for another Python.
  private func byCode(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    let own = exception.frames.filter { $0.owner != .interpreter }
    guard let folder = evidence.environment?.workingDirectory, let raiser = own.last, raiser.owner == .local,
      let importer = own.last(where: { $0.file != raiser.file })
    else { return nil }
    let name = raiser.file.moduleStem
    guard ["\(folder)/\(name).py", "\(folder)/\(name)/__init__.py"].contains(raiser.file),
      StandardLibraryModules.names.contains(name), evidence.failure.module?.topLevel != name,
      importer.owner != .local || Self.isForAnotherPython(evidence)
    else { return nil }
    let found = ModuleEvidence.Candidate(
      file: raiser.file, kind: raiser.file.hasSuffix("/__init__.py") ? .package : .source, place: .workingDirectory,
      owner: nil)
    return finding(name, found, hidden: nil, exception, evidence)
  }

  private static func isForAnotherPython(_ evidence: Evidence) -> Bool {
    let rules: [any Rule] = [RemovedFromStandardLibrary(), MovedInStandardLibrary(), PythonFeature()]
    return rules.contains { $0.finding(in: evidence) != nil }
  }

  /// A module of C may call itself as it likes: only what is asked for by this name is looked for in folders.
  private static func isImported(_ name: String, _ exception: RaisedException, _ evidence: Evidence) -> Bool {
    guard case .noModuleAttribute = exception.complaint, evidence.failure.module?.topLevel != name else { return true }
    return exception.raiser?.source?.names.contains(name) ?? false
  }

  private func finding(
    _ name: String, _ found: ModuleEvidence.Candidate, hidden: ModuleEvidence.Candidate?, _ exception: RaisedException,
    _ evidence: Evidence
  ) -> Finding {
    let isFolder = found.kind == .folder
    let file = found.kind == .package ? found.file.folder : found.file
    let other = hidden?.owner.map { evidence.label($0) }
    return Finding(
      .shadowedModule, .certain,
      isFolder
        ? "`import \(name)` takes the folder \(file), which holds no code: Python makes an empty package of it."
        : "`import \(name)` takes \(file)" + (other.map { " instead of \($0)." } ?? ", not the module that is meant."),
      evidence: [
        exception.line, "first on the search path: \(found.file)",
        hidden.map { "hidden by it: \($0.file.belowSitePackages)" },
        isFolder && evidence.environment?.owners[name] == nil ? "no installed distribution brings `\(name)`" : nil,
      ],
      fixes: [
        Fix("rename \(file)" + (isFolder ? ", or run in another folder" : "")),
        isFolder && hidden == nil
          ? Fix(
            "install the distribution, if it is what is meant",
            commands: [evidence.installer.install(ImportNames.likelyDistribution(of: name))]) : nil,
      ])
  }
}

extension String {
  /// Without the last name.
  var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? self }
}

extension Evidence {
  /// The folder of installed parts that something with an `__init__` hides: one that several projects share has none, and
  /// gives way to any that has one (PEP 420).
  func sharedFolder(_ name: String, besides found: ModuleEvidence.Candidate) -> ModuleEvidence.Candidate? {
    guard found.kind != .folder, environment?.owners[name] != nil else { return nil }
    return modules[name]?.candidates.first { $0.kind == .folder && $0.place == .site }
  }
}
