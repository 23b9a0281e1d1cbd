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
      words(exception) ?? noPackage(exception, evidence) ?? libraryItself(exception)
      ?? partOfPythons(exception, evidence)
    let byFile =
      told ?? selfImport(exception, evidence) ?? inPlaceOfPythons(exception) ?? namelessModule(exception)
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
    guard case .noModule(let name, isInNoPackage: true) = exception.complaint, let package = name.parentModule,
      !package.contains("."), evidence.modules[package.topLevel]?.found?.owner == nil,
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
    guard !evidence.isLive, case .noName(_, let module?, let file?, let isPartial) = exception.complaint,
      !file.isInSiteFolder, !file.isInStandardLibrary, file.moduleStem == module.topLevel,
      file.hasSuffix("\(module.topLevel).py") || StandardLibraryModules.names.contains(module),
      isPartial || evidence.isKnown(module)
    else { return nil }
    return (module, file, "`\(module)` is \(file), which is no installed file", .likely)
  }

  /// The file that wants something of a module bears its name, and is this module; not inside of a package of that name.
  private static func ownName(_ exception: RaisedException, _ evidence: Evidence) -> Hiding? {
    guard !evidence.isLive, let frame = exception.deepest, frame.owner == .local, frame.function == "<module>",
      let module = exception.complaint.modules.first, !exception.complaint.isOfModule, frame.file.moduleStem == module,
      !frame.file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).dropLast().contains(Substring(module))
    else { return nil }
    return (module, frame.file, "\(frame.file) wants something of a module of its own name", .likely)
  }
}

extension Complaint {
  /// Whether a module itself is missing, and not something in it.
  fileprivate var isOfModule: Bool { if case .noModule = self { true } else { false } }
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
