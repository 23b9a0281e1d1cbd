import Diagnosis
import PythonPackaging
import SystemCalls
import SystemPackage

/// Finds the files of modules and distributions by their names, without importing anything.
struct LibrarySearchPath {
  let installed: InstalledDistributions
  /// The working folder first, as Python has it.
  let folders: [FilePath]
  let tags: CompatibleTags?

  /// - Throws: ``LibraryTargetProblem`` where there is nothing to examine.
  func subjects(of target: LibraryTarget) throws(LibraryTargetProblem) -> [LibrarySubject] {
    switch target {
    case .name(let name): try subjects(named: name)
    case .file(let path): [try subject(at: path)]
    }
  }

  private func subject(at path: FilePath) throws(LibraryTargetProblem) -> LibrarySubject {
    let whole = path.absolute()
    guard whole.exists else { throw .noFile(path) }
    guard !whole.isDirectory else { throw .folder(path) }
    return LibrarySubject(distribution: installed.owner(ofFile: whole), files: [whole], isFile: true)
  }

  /// A module of a distribution, else the distribution, else a module that no distribution owns.
  private func subjects(named name: String) throws(LibraryTargetProblem) -> [LibrarySubject] {
    let components = name.split(separator: ".").map(String.init)
    let owners = components.first.map(installed.owners) ?? []
    let parts = owners.map { LibrarySubject(distribution: $0, files: files(of: $0, below: components)) }
    let found = parts.filter { !$0.files.isEmpty }
    if !found.isEmpty { return found }
    if let distribution = installed.distribution(named: DistributionName(name)) {
      let files = distribution.nativeFiles.map(\.path).filter(\.exists)
      guard !files.isEmpty else { throw .nothingNative(name) }
      return [LibrarySubject(distribution: distribution, files: files)]
    }
    let loose = looseFiles(components)
    if !loose.isEmpty { return [LibrarySubject(distribution: nil, files: loose)] }
    guard owners.isEmpty, !isThere(components) else { throw .nothingNative(name) }
    throw BuiltInModules.contains(name) ? .builtIn(name) : .unknown(name)
  }

  /// Those of the module itself, and of the package of that name.
  private func files(of distribution: InstalledDistribution, below module: [String]) -> [FilePath] {
    distribution.nativeFiles.filter { Self.isPart($0.place, of: module) && $0.path.exists }.map(\.path)
  }

  private static func isPart(_ place: FilePath, of module: [String]) -> Bool {
    let whole = FilePath(module.joined(separator: "/"))
    if place.starts(with: whole) { return true }
    return place.removingLastComponent() == whole.removingLastComponent()
      && place.lastComponent.map { stem($0) } == module.last
  }

  private static func stem(_ name: FilePath.Component) -> String { String(name.string.prefix { $0 != "." }) }

  // MARK: What no distribution owns

  /// Of the first folder of the search path that has the module, such as one of Python's own.
  private func looseFiles(_ module: [String]) -> [FilePath] {
    guard let last = module.last else { return [] }
    for folder in folders {
      let parent = module.dropLast().reduce(folder) { $0.appending($1) }
      let named = namesInFolder(parent).filter { isNative($0) && Self.stem($0) == last }
      if !named.isEmpty { return named.sorted { $0.string < $1.string }.map { parent.appending($0) } }
      let package = parent.appending(last)
      guard package.appending("__init__.py").exists else { continue }
      return nativeFiles(in: package)
    }
    return []
  }

  private func isThere(_ module: [String]) -> Bool {
    let path = module.joined(separator: "/")
    return folders.contains { folder in
      ["\(path).py", "\(path)/__init__.py"].contains { folder.pushing(FilePath($0)).exists }
    }
  }

  private func isNative(_ name: FilePath.Component) -> Bool {
    guard let tag = ExtensionFileTag(fileName: name.string) else { return false }
    return tags?.mismatch(tag) == nil
  }

  /// In the folder and all below it; a link may lead back, and is not followed.
  private func nativeFiles(in folder: FilePath) -> [FilePath] {
    var found: [FilePath] = []
    var open = [folder]
    while let next = open.popLast(), found.count < Self.mostFiles {
      for name in namesInFolder(next).sorted(by: { $0.string < $1.string }) {
        let path = next.appending(name)
        if isNative(name) { found.append(path) } else if path.isDirectory, path.link() == nil { open.append(path) }
      }
    }
    return found
  }

  /// A package that no distribution owns is somebody's working copy.
  private static let mostFiles = 10_000
}
