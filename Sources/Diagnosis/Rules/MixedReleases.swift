/// A package does not find in itself what belongs to it.
struct MixedReleases: Rule {
  static let page = RulePage(
    "mixed-releases", .brokenInstall,
    sees:
      "A name that code of a package wants of a module of the same package, and that is not there; several distributions that write into one folder. Likewise of Python's own library and what of it is in C.",
    means: "No release lacks what it uses itself: files of two releases, or of two distributions, lie in one folder.",
    advises: "Remove every distribution that writes into the folder, delete what is left of it, and install one.",
    seenAt: "torch 1.0's tensor.py with an older torch._C; cv2 of several OpenCV distributions",
    explains: [.circularImport, .importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let module = Self.namelessOwn(exception) { return finding(module, .likely, exception, evidence) }
      if exception.message.contains(Self.twice) { return installedTwice(exception, evidence) }
      if let module = Self.partOfPython(exception) { return ofPython(module, exception) }
      guard let (module, confidence) = Self.inconsistency(exception, evidence) else { continue }
      return finding(module, confidence, exception, evidence)
    }
    return nil
  }

  private func ofPython(_ module: String, _ exception: RaisedException) -> Finding {
    Finding(
      .brokenInstall, .likely,
      "Python's own library and its `\(module)` are of different releases: the program is older or newer than the files.",
      evidence: [exception.line, exception.deepest.map { "wanted at \($0.place)" }],
      fixes: [Fix("make the virtual environment anew with the Python that is there now, or install Python again")])
  }

  /// tensorboard finds its own entry points twice where a nightly release of it is installed, too.
  private static let twice = "Duplicate plugins for name "

  private func installedTwice(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let owner = exception.raiser?.owner.distribution
    return Finding(
      .brokenInstall, .likely, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? "The package") is installed twice, perhaps as a nightly release under another name.",
      evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("remove every distribution of it, then install one")])
  }

  private static func inconsistency(_ exception: RaisedException, _ evidence: Evidence) -> (String, Confidence)? {
    guard let module = exception.complaint.modules.first, ImportCycle.unsaid(exception) == nil,
      exception.literalOfMissingName == nil
    else { return nil }
    if let own = ownSubmodule(exception, evidence) { return (own, .likely) }
    // Nobody else wants what is pip's own.
    if !evidence.isLive, case .noModule(let name, isInNoPackage: false) = exception.complaint,
      name.hasPrefix("pip._") || CoreParts.contains(name)
    {
      return (name, .likely)
    }
    if evidence.isOfLoneModule(exception) { return (module, .possible) }
    if !evidence.isLive, case .noModuleAttribute(let name, _, isPartial: false) = exception.complaint,
      CoreNames.has(name, module), OverwritingDistributions.of(module) != nil
    {
      return (module, .likely)
    }
    let several = OverwritingDistributions.of(module.topLevel)?.filter { evidence.isInstalled($0) } ?? []
    // A file of that name, which imports itself, lacks what each release has.
    if case .noModuleAttribute(let name, _, isPartial: true) = exception.complaint, !evidence.isLive,
      exception.raiser?.owner.distribution == nil, CoreNames.has(name, module)
    {
      return nil
    }
    if exception.complaint.isPartial || several.count > 1 {
      guard OverwritingDistributions.of(module.topLevel) != nil, several.count > 1 || !evidence.isLive else {
        return nil
      }
      return (module, .likely)
    }
    guard let raiser = exception.raiser?.owner.distribution, let provider = evidence.provider(of: module),
      normalizedName(raiser) == normalizedName(provider)
    else { return nil }
    switch exception.complaint {
    // The part is there, and nothing has imported it yet: who imports this code does that in an order of its own.
    case .noModuleAttribute(let name, let module, _)
    where evidence.modules["\(module).\(name)"]?.found?.kind.isComplete == true:
      return nil
    case .noName(let name, let module?, _, _), .noModuleAttribute(let name, let module, _):
      let mayBeCompiled = name.isPrivate && module.lastName != "_C" && !exception.complaint.isOfPlainFile
      return mayBeCompiled ? nil : (module, .likely)
    default: return nil
    }
  }

  /// Python 2 does not say which module lacks a name; one that is private a package wants of its own.
  private static func namelessOwn(_ exception: RaisedException) -> String? {
    guard case .noAttribute(let name, type: "module") = exception.complaint, name.isPrivate,
      let raiser = exception.raiser, raiser.owner.distribution != nil
    else { return nil }
    let top = raiser.file.moduleBelowSitePackages.topLevel
    let words = raiser.source?.names ?? []
    let asked = words.firstIndex(of: name).flatMap { $0 > 0 ? words[$0 - 1] : nil }
    return asked.map { $0 == top || $0.isPrivate } ?? true ? top : nil
  }

  /// Python's own library wants of a module in C what that does not have: the two are of different releases.
  private static func partOfPython(_ exception: RaisedException) -> String? {
    guard exception.deepest?.owner == .standardLibrary else { return nil }
    switch exception.complaint {
    case .noName(_, let module?, _, isPartial: false), .noModuleAttribute(_, let module, isPartial: false):
      return module.isPrivate ? module : nil
    default: return nil
    }
  }

  /// A submodule of the package itself, and no private one, which would be a compiled part.
  private static func ownSubmodule(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    guard let raiser = exception.raiser, let owner = raiser.owner.distribution else { return nil }
    switch exception.complaint {
    case .noModule(let name, isInNoPackage: false):
      let isRelative = raiser.source?.hasPrefix("from .\(name) ") ?? false
      guard !name.lastName.isPrivate, let parent = name.parentModule, !ImportNames.isShared(parent, evidence) else {
        return isRelative ? raiser.file.moduleBelowSitePackages : nil
      }
      let isOwn = evidence.provider(of: name).map { normalizedName($0) == normalizedName(owner) } ?? false
      return isOwn ? name : isRelative ? raiser.file.moduleBelowSitePackages : nil
    // A part of a package that is a folder without `__init__.py`, and a package has one unless it was lost.
    case .noName(_, let module?, nil, isPartial: false)
    where exception.message.contains("(unknown location)") && module.contains(".") && !module.lastName.isPrivate:
      return raiser.file.contains("/\(module.topLevel)/") || raiser.file.contains("\\\(module.topLevel)\\")
        ? module : nil
    // A package is only begun when its own code asks for a part of it; a part that is a file would be found all the same.
    case .noName(let name, let module?, _, isPartial: true):
      let isOwn = evidence.provider(of: module).map { normalizedName($0) == normalizedName(owner) } ?? false
      guard isOwn, !module.contains("."), !name.isPrivate, name == name.lowercased() else { return nil }
      return "\(module).\(name)"
    default: return nil
    }
  }

  private func finding(
    _ module: String, _ confidence: Confidence, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    let top = module.topLevel
    let several = OverwritingDistributions.of(top) ?? []
    let installed = several.filter { evidence.isInstalled($0) }
    let name = installed.first ?? exception.raiser?.owner.distribution ?? ImportNames.likelyDistribution(of: top)
    let culprits = several.isEmpty ? [name] : installed.isEmpty ? [name] : installed
    return Finding(
      .brokenInstall, confidence, culprits: culprits,
      "`\(top)` is not of one piece: \(evidence.label(name)) lacks in one part what another part of it uses.",
      evidence: [
        exception.line, exception.raiser.map { "wanted at \($0.place)" },
        several.isEmpty ? nil : "distributions that write into the folder `\(top)`: \(several.joined(separator: ", "))",
      ],
      fixes: [
        installed.count > 1
          ? Fix(
            "keep one of them",
            commands: installed.dropFirst().map { evidence.installer.uninstall($0) } + [
              evidence.installer.reinstall(name)
            ])
          : Fix(
            "remove \(name), delete what is left of its folder, and install it again",
            commands: [evidence.installer.reinstall(name)])
      ])
  }
}

extension Evidence {
  /// Whether a text tells of nothing but a part that is missing in a package which few use: who imports such a part is mostly
  /// the package's own code.
  func isOfLoneModule(_ exception: RaisedException) -> Bool {
    guard !isLive, exception.frames.isEmpty, exception.isWordedByPython3,
      case .noModule(let name, isInNoPackage: false) = exception.complaint, let parent = name.parentModule
    else { return false }
    return !isKnown(name) && !name.lastName.isPrivate && !ImportNames.isShared(parent, self)
      && !failure.says(anyOf: ["version", "compatible"])
  }
}
