import Diagnosis
import PythonPackaging
import SharedObjects
import SystemCalls
import SystemPackage

extension LoaderFactsSource {
  /// Adds what versions a library defines, and which copies of it have the wanted one.
  func addVersion(_ version: String, _ message: LoaderMessage, to facts: inout LoaderFacts) {
    guard let path = message.object.flatMap(Self.file), let library = try? ObjectFile(opening: path) else { return }
    let real = path.realPath()
    let others = copies(of: path.lastComponent?.string ?? "").filter { copy in
      FilePath(copy.file.path).realPath() != real && Self.offers(version, FilePath(copy.file.path))
    }
    facts.versions = VersionFacts(
      library: owners.owned(path), offered: library.versionsDefined.filter { !$0.isBase }.map(\.name.string),
      others: others.map(\.file))
  }

  private static func offers(_ version: String, _ file: FilePath) -> Bool {
    (try? ObjectFile(opening: file))?.versionsDefined.contains { $0.name.string == version } ?? false
  }

  /// Adds what is at a path, and of the file's headers what the problem is about.
  func addFile(
    _ path: FilePath?, _ loaded: [FilePath], _ problem: LoaderProblem, to facts: inout LoaderFacts
  ) {
    guard let path else { return }
    facts.object = owners.owned(path)
    facts.state = FileState(of: path, for: facts.process)
    guard let object = try? ObjectFile(opening: path) else { return }
    facts.stack = object.stack
    facts.loaderKeepsStacks = process?.configuration.program.keepsStacks ?? false
    switch problem {
    case .staticTLS:
      facts.storage = StorageFacts(
        size: object.threadLocalStorage?.size, isStatic: object.dynamic.flags.contains(.staticThreadLocal),
        others: storage(of: loaded), room: process?.configuration.program.laterStorage(variables))
    case .missingInitFunction:
      facts.initFunctions = object.definitions.lazy.map(\.name.string).filter {
        $0.hasPrefix("PyInit_") || $0.hasPrefix("init") && $0.dropFirst(4).first?.isLetter == true
      }
    default: break
    }
  }

  /// What came with the program itself has storage of its own.
  private func storage(of loaded: [FilePath]) -> [(file: OwnedFile, size: Int)] {
    let first = Set((process?.objects ?? []).map { $0.path.realPath() ?? $0.path })
    return loaded.compactMap { path -> (file: OwnedFile, size: Int)? in
      guard !first.contains(path.realPath() ?? path), let object = try? ObjectFile(opening: path),
        object.dynamic.flags.contains(.staticThreadLocal),
        let size = object.threadLocalStorage?.size
      else { return nil }
      return (owners.owned(path), size)
    }.sorted { $0.size > $1.size }
  }
}
