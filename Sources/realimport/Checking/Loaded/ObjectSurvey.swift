import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// Where shared objects lie, whose they are, and what they find by folders of their own: each asked for once in a run.
final class ObjectSurvey {
  /// A shared object as it is reported.
  struct Entry {
    /// Without `..`, if that leads to the same file.
    let path: FilePath
    let place: ObjectPlace
    let distribution: String?
  }

  private let ownership: Ownership
  private let folders: [(folder: FilePath, place: ObjectPlace)]
  private lazy var written = places { $0 }
  private lazy var resolved = places { $0.realPath() ?? $0 }
  private var entries: [PythonPath: Entry] = [:]
  private var findings: [FilePath: [ForeignLibrary.Finding]] = [:]

  /// - Parameter facts: `nil` where Python told nothing of itself.
  init(_ ownership: Ownership, _ facts: InterpreterFacts?) {
    self.ownership = ownership
    let standard = ownership.installed.standardFolders
    folders =
      ownership.searchPath.map { ($0, standard.contains($0.lexicallyNormalized()) ? .installation : .environment) }
      + (facts.map { [($0.prefix.filePath, .environment), ($0.basePrefix.filePath, .installation)] } ?? [])
  }

  private func places(_ change: (FilePath) -> FilePath) -> ObjectPlaces {
    ObjectPlaces(folders.map { (PythonPath(change($0.folder.lexicallyNormalized())).description, $0.place) })
  }

  func entry(of object: LoadedObjectFacts) -> Entry {
    if let known = entries[object.file] { return known }
    let path = object.file.filePath.withoutDetours
    let place = place(of: path)
    let entry = Entry(path: path, place: place, distribution: owner(of: path, in: place))
    entries[object.file] = entry
    return entry
  }

  /// Nothing of the system's and of Python's own needs an answer that would have to be read.
  func owner(of path: FilePath, in place: ObjectPlace) -> String? {
    switch place {
    case .environment, .elsewhere: ownership.installed.owner(ofFile: path)?.name.text
    case .installation, .system: nil
    }
  }

  /// By the path as it is written, then by what it leads to: an environment may be reached over links, and may consist
  /// of some.
  func place(of path: FilePath) -> ObjectPlace {
    let place = path.hasDetours ? .elsewhere : written.place(of: PythonPath(path).description)
    guard place == .elsewhere, let real = path.realPath() else { return place }
    return resolved.place(of: PythonPath(real).description)
  }

  /// The needed libraries that an object finds in the environment, by folders that it names itself.
  func findings(of object: FilePath) -> [ForeignLibrary.Finding] {
    if let known = findings[object] { return known }
    let found = read(object).map { section in
      let folders = section.ownFolders(origin: object.removingLastComponent().bytes).map { FilePath(bytes: $0) }
      return section.needed.compactMap { finding($0, of: object, in: folders) }
    }
    findings[object] = found ?? []
    return found ?? []
  }

  private func finding(_ name: [UInt8], of object: FilePath, in folders: [FilePath]) -> ForeignLibrary.Finding? {
    guard let file = FilePath(bytes: name).lastComponent, !name.contains(UInt8(ascii: "/")),
      let found = folders.lazy.map({ $0.appending(file) }).first(where: \.exists)?.withoutDetours,
      place(of: found) == .environment
    else { return nil }
    return ForeignLibrary.Finding(
      requester: PythonPath(object).description, name: name, file: PythonPath(found).description)
  }

  /// `nil` for what is gone or no ELF file, such as memory that was given a name.
  func read(_ object: FilePath) -> DynamicSection? {
    try? DynamicSection(opening: object)
  }
}

extension FilePath {
  fileprivate var hasDetours: Bool { components.contains { $0.kind != .regular } }

  /// `torch/lib/../../nvidia` as `nvidia`, unless a link makes another folder of it.
  fileprivate var withoutDetours: FilePath {
    guard hasDetours else { return self }
    let short = lexicallyNormalized()
    return short.realPath() == realPath() ? short : self
  }
}
