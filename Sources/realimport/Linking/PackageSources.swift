import PythonPackaging
import SystemCalls
import SystemPackage

/// The Python files of a distribution.
struct PackageSources {
  let files: [File]

  struct File {
    let path: FilePath
    /// How it lies below a folder of the search path.
    let place: FilePath
  }

  /// Packages with more have been made by programs.
  private static let mostFiles = 5000

  init(of distribution: InstalledDistribution) {
    let listed = (distribution.files?.paths).map { $0.filter { $0.hasSuffix(".py") } } ?? []
    let sources = distribution.sourceFiles.filter { $0.path.extension == "py" }
    let all =
      listed.map { File(path: distribution.location.pushing(FilePath($0)), place: FilePath($0)) }
      + sources.map { File(path: $0.path, place: $0.place) }
    files = Array(all.prefix(Self.mostFiles))
  }

  /// The first names of the modules that they import, other than by relative names.
  var importedNames: Set<String> {
    files.reduce(into: []) { names, file in
      for statement in file.imports where !statement.isRelative { names.formUnion(statement.modules.map(\.topLevel)) }
    }
  }

  /// Those in whose code a word stands.
  func mentioning(_ word: String) -> [File] {
    files.filter { file in file.text(with: word).map { PythonSource($0).mentions(word) } ?? false }
  }

  /// The places that import a module or one below it; tests of the package are none.
  func imports(of module: String) -> [(file: File, statement: ImportStatement)] {
    let name = module.lastName
    return files.filter { !$0.isTest }.flatMap { file in
      guard let text = file.text(with: name) else { return [] as [(file: File, statement: ImportStatement)] }
      return PythonSource(text).imports(in: file.folder).filter { $0.imports(module) }.map { (file, $0) }
    }
  }
}

extension PackageSources.File {
  /// As it is imported: `package.module`; `nil` for what a package imports by being imported itself.
  var module: String? {
    guard let stem = place.stem, stem != "__init__" else { return nil }
    return (folder + [stem]).joined(separator: ".")
  }

  /// The packages that it lies in.
  var folder: [String] { place.removingLastComponent().components.map(\.string) }

  /// Whether it lies in a folder of tests, which nobody imports who uses the package.
  var isTest: Bool { folder.contains { $0 == "tests" || $0 == "test" } }

  var imports: [ImportStatement] { text.map { PythonSource($0).imports(in: folder) } ?? [] }

  /// `nil` where the word stands nowhere in it.
  fileprivate func text(with word: String) -> [UInt8]? {
    text.flatMap { $0.containsWord(Array(word.utf8)) ? $0 : nil }
  }

  /// Longer files have been made by programs.
  private static let sizeLimit = 1 << 20

  private var text: [UInt8]? { readRegularFile(path, limit: Self.sizeLimit) }
}

/// Of the dotted name of a module.
extension String {
  var topLevel: String { String(prefix { $0 != "." }) }

  var lastName: String { split(separator: ".").last.map(String.init) ?? self }
}
