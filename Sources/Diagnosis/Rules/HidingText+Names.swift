/// What the names tell of which a text says that they are missing.
extension HidingText {
  /// A package without a file, or without what each release of it has.
  static func notThePackage(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive else { return nil }
    switch exception.complaint {
    case .noName(_, let module?, nil, isPartial: false) where exception.message.contains("(unknown location)"):
      let isOwn = exception.raiser?.owner.distribution == ImportNames.likelyDistribution(of: module)
      guard !module.contains("."), !isOwn, !BuiltInModules.contains(module) else { return nil }
      return (
        module, nil, "`\(module)` has no file: it is a folder without code, in the working directory or left over",
        .likely
      )
    case .noModuleAttribute(let name, let module, let isPartial)
    where CoreNames.has(name, module) && (isPartial || OverwritingDistributions.of(module) == nil)
      && !isOfAnotherPython(name, module, evidence):
      return (module, nil, "\(module) has had `\(name)` for many years: something else bears its name", .likely)
    default: return nil
    }
  }

  /// Whether the release of Python that the text tells of does not have it yet, or has it no more.
  private static func isOfAnotherPython(_ name: String, _ module: String, _ evidence: Evidence) -> Bool {
    guard let minor = evidence.pythonMinor, let change = StandardLibraryNames.change(of: name, in: module) else {
      return false
    }
    return Absence(change, minor: minor) != nil
  }

  /// Folders of many projects are called so: where a part is missing, it is mostly another project's that was found.
  private static let everyday: Set<String> = [
    "utils", "util", "models", "model", "common", "config", "configs", "core", "lib", "libs", "helpers", "datasets",
    "data", "tools", "src", "app", "tests", "scripts", "modules",
  ]

  static func everydayName(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, let top = exception.complaint.modules.first?.topLevel, everyday.contains(top),
      isMeantAlone(top, exception), ImportCycle.unsaid(exception) == nil
    else { return nil }
    switch exception.complaint {
    case .noModule(let name, isInNoPackage: false):
      guard name.contains("."), !name.lastName.isPrivate else { return nil }
      return (top, nil, "a module `\(top)` is there, and it is not the one that is meant", .likely)
    case .noName(let name, _?, let file, isPartial: false):
      // Python before 3.7 does not say which file it found.
      guard !name.isPrivate, file?.isInSiteFolder ?? !exception.message.contains(" from ") else { return nil }
      return (top, file, file.map { "`\(top)` is \($0)" } ?? "many projects have a module `\(top)`", .likely)
    default: return nil
    }
  }

  /// Whether the one who asks means a folder or file of his own: a script, or installed code that lies in such a folder.
  private static func isMeantAlone(_ name: String, _ exception: RaisedException) -> Bool {
    guard let raiser = exception.raiser else { return true }
    return raiser.owner == .local
      || raiser.file.belowSitePackages.split(separator: "/").dropLast().contains(Substring(name))
  }

  /// A library that few use does not lose what its users' scripts take of it; nor does any lose what it is named for.
  static func littleKnown(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard evidence.isOfLittleKnown(exception), let module = exception.complaint.modules.first else { return nil }
    return (module, nil, "one's own file is often called like the library that it tries", .possible)
  }

  /// The top of a package is only begun, and none of its own code is at work: it is not the package's code.
  static func halfLoaded(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    let top: String
    switch exception.complaint {
    case .noModuleAttribute(_, let module, isPartial: true): top = module
    case .noName(_, let module?, let file, isPartial: true) where file == nil: top = module
    default: return nil
    }
    guard !evidence.isLive, !top.contains("."), OverwritingDistributions.of(top) == nil,
      !exception.frames.contains(where: { $0.file.isInSiteFolder && $0.file.belowSitePackages.hasPrefix("\(top)/") })
    else { return nil }
    return (top, nil, "`\(top)` is only half imported, and none of its own code is among the frames", .likely)
  }
}

extension Evidence {
  /// Whether a text tells of a public name that is missing at the top of a module, that one's own script wants it and nothing
  /// else, and that nothing is known of a project behind the module: names of much used ones do go from release to release.
  func isOfLittleKnown(_ exception: RaisedException) -> Bool {
    guard !isLive, case .noModuleAttribute(let name, let module, isPartial: false) = exception.complaint,
      !module.contains("."), !name.isPrivate, !module.isPrivate, !BuiltInModules.contains(module),
      exception.raiser.map({ $0.owner == .local }) ?? true
    else { return false }
    // What cffi calls the library that it wraps; what not each release has.
    if module == "lib" || AddedNames.firstWith("\(module).\(name)") != nil { return false }
    if name.isNamed(for: module) { return Namesakes.table[module]?.offers.contains(name) != true }
    return !isKnown(module) && Namesakes.table[module] == nil && exception.frames.count == 1
      && exception.deepest?.function == "<module>"
  }
}

extension String {
  /// `TeleBot` of `telebot`, `KafkaClient` of no `kafka`.
  fileprivate func isNamed(for module: String) -> Bool {
    lowercased().filter { $0 != "_" } == module.lowercased().filter { $0 != "_" }
  }
}
