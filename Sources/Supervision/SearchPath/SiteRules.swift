internal import SystemCalls
internal import SystemPackage

/// Which site.py a Python has: distributors change it, and corrections went into releases of several versions, so its
/// own text tells more than a version.
struct SiteRules: Equatable {
  /// Debian's and its relatives', with `dist-packages` for what their package manager installs.
  var usesDistPackages = false
  /// Path files whose names begin with a dot are passed over.
  var ignoresHiddenFiles = false
  /// Path files are UTF-8, with a mark or without, and lines end as `str.splitlines` says; before that they had the
  /// locale's encoding and ended as in any text file.
  var readsUnicodeLines = false

  private static let sizeLimit = 1 << 20

  init() {}

  /// - Parameter folder: The standard library.
  init(in folder: FilePath) {
    guard let bytes = readRegularFile(folder.appending("site.py"), limit: Self.sizeLimit) else { return }
    usesDistPackages = bytes.contains("\"dist-packages\"")
    ignoresHiddenFiles = bytes.contains("not name.startswith(\".\")")
    readsUnicodeLines = bytes.contains("pth_content.splitlines()")
  }

  /// The site folders of a prefix in their order, existing or not (Lib/site.py, `getsitepackages`).
  func siteFolders(
    of prefix: FilePath, _ version: PythonVersion, _ libraryFolder: FilePath.Component, inEnvironment: Bool
  ) -> [FilePath] {
    let libraries: [FilePath.Component] = libraryFolder == "lib" ? ["lib"] : [libraryFolder, "lib"]
    let versioned = libraries.map { prefix.appending($0).appending("python\(version)") }
    guard usesDistPackages else { return versioned.map { $0.appending("site-packages") } }
    let own = inEnvironment ? [prefix.appending(FilePath("lib/python\(version)/site-packages").components)] : []
    let shared = ["local/lib/python\(version)/dist-packages", "lib/python3/dist-packages"].map { name in
      prefix.appending(FilePath(name).components)
    }
    return own + shared + versioned.map { $0.appending("dist-packages") }
  }
}

extension [UInt8] {
  /// Whether this text stands somewhere; bytes, since strings would be ten times slower.
  fileprivate func contains(_ text: StaticString) -> Bool {
    let wanted = Array(text.description.utf8)
    guard let first = wanted.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: wanted) }
  }
}
