internal import SystemCalls
package import SystemPackage

/// The file pyvenv.cfg, which makes a folder a virtual environment (PEP 405).
package struct EnvironmentConfiguration: Sendable, Equatable {
  package let file: FilePath
  /// The folder of the interpreter that the environment was made from; `nil` where it is not stated, or empty.
  package private(set) var home: FilePath?
  /// What the environment says of its Python, such as `3.11.7` or `3.11.7.final.0`; it stays as it was when that Python
  /// is replaced.
  package private(set) var versionText: String?
  /// Whether the packages of the Python that it was made from are seen, too; without a word they are (CPython:
  /// Lib/site.py, `venv`).
  package private(set) var includesSystemSites = true

  /// The tool that made it, where that names itself.
  package private(set) var maker: Maker?

  /// A tool that makes environments, `uv` or `virtualenv`, and its version.
  package struct Maker: Sendable, Equatable {
    package let name: String
    package let version: String
  }

  private static let sizeLimit = 1 << 16

  /// Of the environment whose interpreter this is, or was: the file above its folder, else in it (CPython:
  /// Modules/getpath.py).
  package init?(of executable: FilePath) {
    let folder = executable.parent
    guard let found = Self(in: folder.parent) ?? Self(in: folder) else { return nil }
    self = found
  }

  private init?(in folder: FilePath) {
    let file = folder.appending("pyvenv.cfg")
    guard let bytes = readRegularFile(file, limit: Self.sizeLimit) else { return nil }
    self.init(bytes, file: file)
  }

  /// `file ::= (key '=' value line-end)*`; other lines mean nothing.
  package init(_ bytes: [UInt8], file: FilePath) {
    self.file = file
    var isFirstHome = true
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = Self.trimmed(line[(equals + 1)...])
      let key = String(decoding: Self.trimmed(line[..<equals]), as: UTF8.self).lowercased()
      switch key {
      case "home" where isFirstHome:
        home = value.isEmpty ? nil : FilePath(bytes: value)
        isFirstHome = false
      case "version", "version_info": versionText = String(decoding: value, as: UTF8.self)
      case "include-system-site-packages":
        includesSystemSites = String(decoding: value, as: UTF8.self).lowercased() == "true"
      case "uv", "virtualenv": maker = Maker(name: key, version: String(decoding: value, as: UTF8.self))
      default: break
      }
    }
  }

  /// The version that it states, as far as it is one.
  package var version: PythonVersion? { versionText.flatMap { PythonVersion(prefixOf: $0[...]) } }

  /// The environment's own folder: what `sys.prefix` is in it.
  package var folder: FilePath { file.removingLastComponent() }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    return Array(Array(bytes.drop(while: isSpace)).reversed().drop(while: isSpace).reversed())
  }
}
