internal import SharedObjects
internal import SystemCalls
internal import SystemPackage

extension Interpreter {
  /// Which release of Python this is, by its files alone; `nil` where they do not tell, and where they contradict its
  /// minor version.
  ///
  /// From the surest to the weakest: the constant `Py_Version` of the library or the program (CPython 3.11 and newer),
  /// the headers beside the standard library, the text PY_VERSION in the library (compilers keep it in some builds
  /// only), and what pyvenv.cfg was told when the environment was made.
  package func release() -> PythonRelease? {
    let sources: [() -> PythonRelease?] = [
      { constant(of: libpython) }, { constant(of: realExecutable) }, { headers() }, { text(in: libpython) },
      { configuration?.versionText.flatMap { PythonRelease($0) } },
    ]
    return sources.lazy.compactMap { $0() }.first { $0.isOf(version) }
  }

  /// Links followed.
  var realExecutable: FilePath {
    switch executable.linkTarget() {
    case .executable(let path), .other(let path): path
    case .absent, .dangling, .cycle: executable
    }
  }

  /// What the environment around this interpreter says of itself; `nil` where it is in none.
  package var configuration: EnvironmentConfiguration? { EnvironmentConfiguration(of: executable) }

  /// `Py_Version`, documented with the C API ("API and ABI Versioning").
  private func constant(of path: FilePath) -> PythonRelease? {
    guard let file = try? ObjectFile(opening: path) else { return nil }
    let constant = ExportedConstant(named: "Py_Version", in: file)
    return constant.flatMap { PythonRelease(hexadecimal: $0.value) }
  }

  /// `include/python3.9/patchlevel.h` below the prefix of the library or of the program.
  private func headers() -> PythonRelease? {
    let folders = [libpython, realExecutable].flatMap { path in
      // Debian's libpython lies one folder deeper.
      let library = path.removingLastComponent()
      return [library.removingLastComponent(), library.removingLastComponent().removingLastComponent()]
    }
    return folders.lazy.compactMap { folder in
      let file = folder.appending(FilePath("include/python\(version)/patchlevel.h").components)
      return readRegularFile(file, limit: 1 << 16).flatMap(Self.version(inHeader:))
    }.first
  }

  /// `#define PY_VERSION "3.9.18"`
  private static func version(inHeader bytes: [UInt8]) -> PythonRelease? {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "#define".utf8) {
      let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" }
      guard words.count >= 3, words[1] == "PY_VERSION" else { continue }
      return PythonRelease(words[2].replacing("\"", with: ""))
    }
    return nil
  }
}

// MARK: The text in the library

extension Interpreter {
  /// Read in pieces; libraries have some thirty megabytes.
  private static let pieceSize = 1 << 20
  private static let largestLibrary = 256 << 20
  /// PY_VERSION with its NULs has fewer bytes.
  private static let longestText = 32

  /// The only text between two NULs that is a release of this minor version.
  private func text(in path: FilePath) -> PythonRelease? {
    guard let file = RegularFile(path) else { return nil }
    let start = Array("\0\(version.major).\(version.minor).".utf8)
    var found: Set<PythonRelease> = []
    for offset in stride(from: 0, to: min(file.size, Self.largestLibrary), by: Self.pieceSize) {
      guard let piece = file.bytes(at: offset, count: Self.pieceSize + Self.longestText) else { break }
      found.formUnion(Self.releases(in: piece, after: start))
    }
    return found.count == 1 ? found.first : nil
  }

  private static func releases(in bytes: [UInt8], after start: [UInt8]) -> [PythonRelease] {
    var releases: [PythonRelease] = []
    for index in bytes.indices where bytes[index] == 0 && bytes[index...].starts(with: start) {
      let text = bytes[(index + 1)...].prefix(longestText).prefix { $0 != 0 }
      if let release = PythonRelease(String(decoding: text, as: UTF8.self)) { releases.append(release) }
    }
    return releases
  }
}
