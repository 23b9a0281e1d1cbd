import Diagnosis
import Probing
import PythonPackaging
import Supervision
import SystemCalls
import SystemPackage

/// Looks under which entries of the search path something of a module's name lies, in the order in which Python does.
struct ModuleSearch {
  private let installed: InstalledDistributions
  private let places: SearchPlaces
  private let tags: CompatibleTags?
  private var known: [String: ModuleEvidence] = [:]
  private var listings: [FilePath: [String]] = [:]

  init(_ diagnosing: Diagnosing) {
    installed = diagnosing.ownership.installed
    places = diagnosing.places
    tags = diagnosing.target?.tags
  }

  /// Nobody nests packages deeper; a hostile message might.
  private static let deepest = 20

  mutating func evidence(of name: String) -> ModuleEvidence {
    if let evidence = known[name] { return evidence }
    var evidence = ModuleEvidence(name: name)
    let parts = name.split(separator: ".")
    if let last = parts.last, parts.count <= Self.deepest {
      for (folder, place) in folders(of: parts.dropLast().joined(separator: ".")) {
        evidence.candidates += candidates(of: String(last), in: folder, place: place, module: name)
      }
      if evidence.found?.kind.isComplete != true {
        evidence.missingFiles = missingFiles(of: name)
        evidence.passedOver = passedOver(String(last), of: parts.dropLast().joined(separator: "."))
      }
    }
    known[name] = evidence
    return evidence
  }

  /// Where Python looks for the parts of a package: in the one that it takes, or in all the folders of a namespace.
  private mutating func folders(of package: String) -> [(FilePath, ModuleEvidence.Place)] {
    if package.isEmpty { return places.entries.map { ($0.folder, $0.place) } }
    let evidence = evidence(of: package)
    guard let found = evidence.found else { return [] }
    let folders = found.kind == .folder ? evidence.candidates.filter { $0.kind == .folder } : [found]
    return folders.compactMap { candidate in
      switch candidate.kind {
      case .package: (PythonPath(text: candidate.file).filePath.removingLastComponent(), candidate.place)
      case .folder: (PythonPath(text: candidate.file).filePath, candidate.place)
      default: nil
      }
    }
  }

  /// A module in a folder that Python passes over, because a package of that name lies elsewhere.
  private mutating func passedOver(_ name: String, of package: String) -> String? {
    guard !package.isEmpty else { return nil }
    let evidence = evidence(of: package)
    guard evidence.found?.kind == .package else { return nil }
    for folder in evidence.candidates where folder.kind == .folder {
      let path = PythonPath(text: folder.file).filePath
      if let entry = names(in: path).first(where: { $0 == name || $0 == "\(name).py" }) {
        return PythonPath(path.appending(entry)).description
      }
    }
    return nil
  }

  private mutating func candidates(
    of name: String, in folder: FilePath, place: ModuleEvidence.Place, module: String
  ) -> [ModuleEvidence.Candidate] {
    let entries = names(in: folder).filter { $0 == name || $0.hasPrefix("\(name).") }
    let found = entries.compactMap { entry -> (FilePath, ModuleEvidence.Kind)? in
      let path = folder.appending(entry)
      if entry == name { return package(path) }
      return kind(ofFile: entry, stem: name).map { (path, $0) }
    }
    let origins = Self.origins(ofModule: name).filter(names(in: folder).contains)
    return (found + origins.map { (folder.appending($0), .uncompiled) }).sorted { $0.1.precedence < $1.1.precedence }
      .map { path, kind in
        ModuleEvidence.Candidate(
          file: PythonPath(path).description, kind: kind, place: place,
          owner: kind == .folder ? nil : installed.owner(ofFile: path, module: module)?.name.text)
      }
  }

  private mutating func package(_ folder: FilePath) -> (FilePath, ModuleEvidence.Kind)? {
    guard folder.isDirectory else { return nil }
    let initial = names(in: folder).filter(Self.isInitial)
    return (initial.first { $0 == "__init__.py" } ?? initial.first).map { (folder.appending($0), .package) }
      ?? (folder, .folder)
  }

  /// `__init__.pyi` and `__init__.pxd` are for type checkers and Cython.
  private static func isInitial(_ name: String) -> Bool {
    name == "__init__.py" || name == "__init__.pyc"
      || name.hasPrefix("__init__.") && ExtensionFileTag(fileName: name) != nil
  }

  private func kind(ofFile name: String, stem: String) -> ModuleEvidence.Kind? {
    let suffix = name.dropFirst(stem.count)
    if suffix == ".py" || suffix == ".pyc" { return .source }
    if Self.uncompiled.contains(String(suffix)) { return .uncompiled }
    guard let tag = ExtensionFileTag(fileName: name) else { return nil }
    guard let mismatch = tags?.mismatch(tag) else { return .extension }
    let words = String(suffix.dropFirst())
    switch mismatch {
    case .otherPython, .otherABI, .abiWithoutPlatform: return .otherPython(words)
    case .otherSystem, .unknownPlatform, .otherMachine, .otherLibc, .outdatedLibc, .newerLibc:
      return .otherPlatform(words)
    }
  }

  /// What extension modules are compiled from.
  private static let uncompiled: Set<String> = [".pyx", ".c", ".cpp", ".cc", ".cu", ".rs"]

  /// The files from which programs write a module of this name: protoc, and rcc and uic of Qt.
  private static func origins(ofModule name: String) -> [String] {
    let ending = written.first { name.hasSuffix($0.ending) }
    if let ending { return [name.dropLast(ending.ending.count) + ending.source] }
    return name.hasPrefix("ui_") ? [name.dropFirst("ui_".count) + ".ui"] : []
  }

  private static let written: [(ending: String, source: String)] = [
    ("_pb2_grpc", ".proto"), ("_pb2", ".proto"), ("_rc", ".qrc"),
  ]

  private mutating func names(in folder: FilePath) -> [String] {
    if let known = listings[folder] { return known }
    let names = ((try? namesListed(in: folder)) ?? []).sorted()
    listings[folder] = names
    return names
  }

  /// What lists of files name for it.
  private func missingFiles(of module: String) -> [String] {
    let path = module.split(separator: ".").joined(separator: "/")
    return installed.owners(ofModule: module).flatMap { owner -> [String] in
      let listed = (owner.files?.pathsOfModule(path) ?? []).map { owner.location.appending($0) }
      return listed.filter { !$0.exists }.map { PythonPath($0).description }
    }
  }
}

extension Record {
  /// The files that a module of this path can be: `a/b.py`, `a/b.….so`, `a/b/__init__.py`.
  fileprivate func pathsOfModule(_ path: String) -> [String] {
    paths.filter { $0.hasPrefix("\(path).") || $0.hasPrefix("\(path)/__init__.") }
      .filter { $0.hasSuffix(".py") || $0.hasSuffix(".so") || $0.hasSuffix(".pyd") }
  }
}

extension ModuleEvidence.Kind {
  /// As Python's finder looks in one folder: importlib's `_get_supported_file_loaders`.
  fileprivate var precedence: Int {
    switch self {
    case .package: 0
    case .extension: 1
    case .source: 2
    case .folder: 3
    case .otherPython: 4
    case .otherPlatform: 5
    case .uncompiled: 6
    }
  }
}
