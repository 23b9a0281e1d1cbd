internal import Probing

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

  typealias Hiding = (name: String, file: String?, reason: String, confidence: Confidence)

  private static func hiding(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    let told =
      words(exception) ?? noPackage(exception, evidence) ?? inPlaceOfPythons(exception) ?? libraryItself(exception)
      ?? partOfPythons(exception, evidence)
    let byFile =
      told ?? selfImport(exception, evidence) ?? namelessModule(exception)
      ?? callingScript(exception, evidence) ?? unparsed(exception, evidence)
      ?? notThePackage(exception, evidence)
    let byName = byFile ?? ownFile(exception, evidence) ?? ownName(exception, evidence)
    let half = byName ?? halfLoaded(exception, evidence) ?? backport(exception, evidence)
    return half ?? everydayName(exception, evidence) ?? littleKnown(exception, evidence)
  }

  /// CPython 3.13 says it itself.
  private static func words(_ exception: RaisedException) -> Hiding? {
    guard let file = exception.message.after("consider renaming ")?.quotedName,
      exception.message.contains("since it has the same name as")
    else { return nil }
    return (file.moduleStem, file, "Python itself says so", .certain)
  }

  /// A single file where a package is wanted; not inside of one that was found, whose releases may have it in either form.
  private static func noPackage(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard let package = exception.pathlessModule, !package.contains("."),
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
        module, exception.complaint.fileOfNoLibrary,
        "Python's own library does not find `\(name)` in `\(module)`, which is a part of it", .likely
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

  /// Code at the top of a module that is Python's own or installed, and below it one's own file at its top: this is what the
  /// one imports, and it bears the name of a module of Python's own library.
  private static func inPlaceOfPythons(_ exception: RaisedException) -> Hiding? {
    for (above, frame) in zip(exception.frames, exception.frames.dropFirst()) {
      guard frame.owner == .local, frame.function == "<module>", above.function == "<module>", above.owner != .local,
        above.owner != .interpreter, StandardLibraryModules.names.contains(frame.file.moduleStem)
      else { continue }
      let stem = frame.file.moduleStem
      return (stem, frame.file, "\(above.place) imports it in place of Python's own `\(stem)`", .certain)
    }
    return nil
  }

  /// A script of the name of the module in which installed code misses something: the script's folder is the first in which
  /// Python looks (sys.path[0]).
  private static func callingScript(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, let script = exception.frames.first, script.owner == .local, script.function == "<module>",
      script.file.hasSuffix(".py"), exception.raiser?.owner.distribution != nil
    else { return nil }
    switch exception.complaint {
    case .noModuleAttribute(_, let module, _) where module == script.file.moduleStem,
      .noName(_, let module?, nil, _) where module == script.file.moduleStem:
      return (module, script.file, "installed code that \(script.file) imports wants something of `\(module)`", .likely)
    default: return nil
    }
  }

  /// A file of the name of a module of Python's own library does not parse, and is imported by that name.
  private static func unparsed(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, let file = exception.syntax?.file?.description, !file.hasPrefix("<"), !file.isInSiteFolder,
      !file.isInStandardLibrary, StandardLibraryModules.names.contains(file.moduleStem), let frame = exception.deepest
    else { return nil }
    let stem = file.moduleStem
    let isByName = frame.source.map { $0.hasPrefix("import \(stem)") || $0.hasPrefix("from \(stem) ") } ?? false
    guard isByName || frame.owner.isPython && frame.owner != .interpreter else { return nil }
    return (stem, file, "\(stem) is a module of Python's own library", .likely)
  }

  /// Packages of Python's own library of which Python 2 and 3 have the same parts.
  private static let packages: Set<String> = [
    "ctypes", "email", "encodings", "json", "logging", "multiprocessing", "sqlite3", "test", "unittest", "wsgiref",
    "xml",
  ]

  /// Of which Python 2 names only what it did not find.
  private static let parts = [
    "email.mime.text", "email.mime.multipart", "email.mime.base", "email.mime.image", "xml.etree.ElementTree",
    "xml.etree.cElementTree", "xml.dom.minidom", "xml.sax.saxutils",
  ]

  /// Python before 3.4 does not say that it found a single file in a package's place.
  private static func partOfPythons(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, case .noModule(let told, isInNoPackage: false) = exception.complaint else { return nil }
    let name = told.contains(".") ? parts.first { $0.hasSuffix(".\(told)") } ?? told : told
    guard name.contains("."),
      exception.moduleNewIn3 == nil, packages.contains(name.topLevel), name != told || name == name.lowercased(),
      StandardLibraryChanges.change(of: name) == nil
    else { return nil }
    return (name.topLevel, nil, "Python's own `\(name.topLevel)` has such a part", .likely)
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

  /// The file that the message names is no installed one, though it bears an installed project's name.
  private static func ownFile(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, case .noName(let name, let module?, let file?, let isPartial) = exception.complaint,
      !file.isInSiteFolder, !file.isInStandardLibrary, file.moduleStem == module.topLevel,
      file.hasSuffix("\(module.topLevel).py") || StandardLibraryModules.names.contains(module)
        || !isPartial && !name.isPrivate && !CompiledCores.contains("\(module).\(name)") && file.isFolderBesideScripts,
      isPartial || evidence.isKnown(module)
    else { return nil }
    return (module, file, "`\(module)` is \(file), which is no installed file", .likely)
  }

  /// The file that wants something of a module bears its name, and is this module; not inside of a package of that name.
  private static func ownName(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, let frame = exception.deepest, frame.owner == .local, frame.function == "<module>",
      // Programs such as `/usr/bin/pip` bear no name that can be imported.
      [".py", ".pyc"].contains(where: frame.file.hasSuffix),
      let module = exception.complaint.modules.first.flatMap({ exception.wantedTop($0) }),
      frame.file.moduleStem == module,
      !frame.file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).dropLast().contains(Substring(module))
    else { return nil }
    return (module, frame.file, "\(frame.file) wants something of a module of its own name", .likely)
  }
}

extension Complaint {
  /// The file in which it misses a name, unless that is where Python's own library lies.
  fileprivate var fileOfNoLibrary: String? { file.flatMap { $0.isInStandardLibrary ? nil : $0 } }
}

extension RaisedException {
  /// The module that is wanted as a package and is none: only a package has a `__path__` (Lib/importlib/_bootstrap.py,
  /// `_find_and_load_unlocked`; Lib/importlib/util.py, `find_spec`).
  fileprivate var pathlessModule: String? {
    switch complaint {
    case .noModule(let name, isInNoPackage: true): name.parentModule
    case .noModuleAttribute("__path__", let module, _): module
    case .other: message.after("__path__ attribute not found on ")?.quotedName
    default: nil
    }
  }

  /// The module in which something is missing; where that is a module as well, Python 2 alone, which writes no quotes, does not
  /// say whether it found a package.
  fileprivate func wantedTop(_ module: String) -> String? {
    guard case .noModule(let name, isInNoPackage: false) = complaint else { return module }
    let isBare = message.after("No module named ")?.first?.isLetter ?? false
    return isBare && name.contains(".") && !message.hasSuffix(name) ? name.topLevel : nil
  }
}

extension String {
  /// Whether it is a package's file in a folder that is no source tree of that package, as `spam/spam` and `spam/src/spam` are.
  fileprivate var isFolderBesideScripts: Bool {
    let parts = split { $0 == "/" || $0 == "\\" }.suffix(3)
    guard parts.count == 3, parts.last == "__init__.py", let above = parts.first, let folder = parts.dropFirst().first
    else { return false }
    // In folders of the latter names lies what was installed without site-packages, as AWS Lambda has it in `/var/task`.
    return !["src", "python", "lib", "source", "task", "vendor", "packages", "libs"].contains(above)
      && !above.lowercased().hasPrefix(folder.lowercased())
  }

  /// As a path, which may be one from the working directory; on Windows either slash parts folders.
  fileprivate func isSame(_ other: String) -> Bool {
    if self == other { return true }
    let (parts, others) = (split { $0 == "/" || $0 == "\\" }, other.split { $0 == "/" || $0 == "\\" })
    let isRelative = !hasPrefix("/") && !contains(":")
    return parts == others || isRelative && others.suffix(parts.count) == parts[...]
  }
}
