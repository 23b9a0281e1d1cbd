/// What a text alone tells of files that hide modules: the words of CPython, and the files of the frames.
enum HidingText {
  static func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard let (name, file, reason, confidence) = hiding(exception, evidence) else { return nil }
    return Finding(
      .shadowedModule, evidence.isLive ? confidence : min(confidence, .likely),
      "A file \(file.map { "\($0) " } ?? "")hides the module `\(name)` that is meant.",
      evidence: [exception.line, reason, exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix(file.map { "rename \($0)" } ?? "look for a file named \(name).py beside the script, and rename it")])
  }

  private typealias Hiding = (name: String, file: String?, reason: String, confidence: Confidence)

  private static func hiding(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    words(exception) ?? noPackage(exception, evidence) ?? libraryItself(exception) ?? selfImport(exception, evidence)
      ?? namelessModule(exception) ?? notThePackage(exception, evidence) ?? ownFile(exception, evidence)
      ?? halfLoaded(exception, evidence) ?? backport(exception, evidence) ?? everydayName(exception, evidence)
  }

  /// CPython 3.13 says it itself.
  private static func words(_ exception: RaisedException) -> Hiding? {
    guard let file = exception.message.after("consider renaming ")?.quotedName,
      exception.message.contains("since it has the same name as")
    else { return nil }
    return (file.moduleStem, file, "Python itself says so", .certain)
  }

  /// A single file where a package is wanted.
  private static func noPackage(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard case .noModule(let name, isInNoPackage: true) = exception.complaint, let package = name.parentModule,
      evidence.modules[package.topLevel]?.found?.owner == nil,
      evidence.modules[package.topLevel]?.found?.place != .standardLibrary
    else { return nil }
    return (package, evidence.modules[package]?.found?.file, "`\(package)` is a single file and no package", .likely)
  }

  /// The standard library misses something in itself: another file bears the name of a part of it.
  private static func libraryItself(_ exception: RaisedException) -> Hiding? {
    guard exception.deepest?.owner == .standardLibrary else { return nil }
    switch exception.complaint {
    // What is in C bears no name that a script would.
    case .noModuleAttribute(let name, let module, _), .noName(let name, let module?, _, _):
      guard StandardLibraryModules.names.contains(module.topLevel), !module.isPrivate else { return nil }
      return (
        module, nil, "Python's own library does not find `\(name)` in `\(module)`, which is a part of it", .likely
      )
    default: return nil
    }
  }

  /// Python 2 does not say of which module: the line of code does. The file in which it stands bears the same name.
  private static func namelessModule(_ exception: RaisedException) -> Hiding? {
    guard case .noAttribute(let name, type: "module") = exception.complaint, let source = exception.deepest?.source
    else {
      return nil
    }
    let local = exception.frames.last { $0.owner == .local && source.contains("\($0.file.moduleStem).\(name)") }
    if let local { return (local.file.moduleStem, local.file, "\(local.file) uses a module of its own name", .likely) }
    guard exception.deepest?.owner == .standardLibrary,
      let module = source.names.first(where: { source.contains("\($0).\(name)") })
    else { return nil }
    return (module, nil, "Python's own library does not find `\(name)` in `\(module)`, which is a part of it", .likely)
  }

  /// A package without a file, or without what each release of it has.
  private static func notThePackage(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive else { return nil }
    switch exception.complaint {
    case .noName(_, let module?, nil, isPartial: false) where exception.message.contains("(unknown location)"):
      let isOwn = exception.raiser?.owner.distribution == ImportNames.likelyDistribution(of: module)
      guard !module.contains("."), !isOwn, !BuiltInModules.contains(module) else { return nil }
      return (
        module, nil, "`\(module)` has no file: it is a folder without code, in the working directory or left over",
        .likely
      )
    case .noModuleAttribute(let name, let module, isPartial: false)
    where CoreNames.has(name, module) && OverwritingDistributions.of(module) == nil:
      return (module, nil, "\(module) has had `\(name)` for many years: something else bears its name", .likely)
    default: return nil
    }
  }

  /// One file that is run and then imported again.
  private static func selfImport(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    let local = exception.frames.filter { $0.owner == .local && $0.function == "<module>" }
    for (index, frame) in local.enumerated() where local[..<index].contains(where: { $0.file.isSame(frame.file) }) {
      let stem = frame.file.moduleStem
      guard StandardLibraryModules.names.contains(stem) || exception.complaint.modules.contains(stem) else { continue }
      return (stem, frame.file, "\(frame.file) is run and then imported as `\(stem)`", .certain)
    }
    return nil
  }

  /// An installed file bears the name of a module of Python's own library, for older Pythons that did not have it.
  private static func backport(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, let file = exception.deepest?.file, file.isInSiteFolder,
      file.belowSitePackages == "\(file.moduleStem).py" || file.belowSitePackages == "\(file.moduleStem)/__init__.py",
      StandardLibraryModules.names.contains(file.moduleStem),
      StandardLibraryChanges.change(of: file.moduleStem)?.change.removed == nil
    else { return nil }
    return (file.moduleStem, file, "\(file.moduleStem) is a module of Python's own library", .likely)
  }

  /// Folders of many projects are called so: where a part is missing, it is mostly another project's that was found.
  private static let everyday: Set<String> = [
    "utils", "util", "models", "model", "common", "config", "configs", "core", "lib", "libs", "helpers", "datasets",
    "data", "tools", "src", "app", "tests", "scripts", "modules",
  ]

  private static func everydayName(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, exception.raiser.map({ $0.owner == .local }) ?? true else { return nil }
    switch exception.complaint {
    case .noModule(let name, isInNoPackage: false):
      guard name.contains("."), everyday.contains(name.topLevel), !name.lastName.isPrivate else { return nil }
      return (name.topLevel, nil, "a module `\(name.topLevel)` is there, and it is not the one that is meant", .likely)
    case .noName(let name, let module?, let file?, isPartial: false):
      guard everyday.contains(module.topLevel), file.isInSiteFolder, !name.isPrivate else { return nil }
      return (module.topLevel, file, "`\(module.topLevel)` is \(file)", .likely)
    default: return nil
    }
  }

  /// The file that the message names is no installed one, though it bears an installed project's name.
  private static func ownFile(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, case .noName(_, let module?, let file?, let isPartial) = exception.complaint,
      !file.isInSiteFolder, !file.isInStandardLibrary, file.moduleStem == module.topLevel,
      file.hasSuffix("\(module.topLevel).py"), isPartial || evidence.isKnown(module)
    else { return nil }
    return (module, file, "`\(module)` is \(file), which is no installed file", .likely)
  }

  /// The top of a package is only begun, and none of its own code is at work: it is not the package's code.
  private static func halfLoaded(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
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

extension String {
  /// As a path, which may be one from the working directory; on Windows either slash parts folders.
  fileprivate func isSame(_ other: String) -> Bool {
    if self == other { return true }
    let (parts, others) = (split { $0 == "/" || $0 == "\\" }, other.split { $0 == "/" || $0 == "\\" })
    let isRelative = !hasPrefix("/") && !contains(":")
    return parts == others || isRelative && others.suffix(parts.count) == parts[...]
  }
}
