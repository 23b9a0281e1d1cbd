import MachineFacts
import SystemCalls
import SystemPackage

/// What the file `pyvenv.cfg` of a virtual environment says (PEP 405), and by which tool it was written.
struct VirtualConfiguration {
  /// The folder of the Python that it was made with.
  private(set) var home: FilePath?
  /// Such as `3.11.7`; of an update of that Python it does not know.
  private(set) var version: String?
  /// Whether distributions of the installation behind it can be imported as well.
  private(set) var includesSystem = false
  /// The tool that names itself, `uv` or `virtualenv`, and its version.
  private(set) var maker: (name: String, version: String)?

  private static let sizeLimit = 1 << 16

  /// `nil` where the folder is no virtual environment.
  init?(of folder: FilePath) {
    guard let bytes = readRegularFile(folder.appending("pyvenv.cfg"), limit: Self.sizeLimit) else { return nil }
    for line in KeyedLines(bytes, sign: "=") {
      if line.has(key: "home"), !line.value.isEmpty { home = FilePath(bytes: Array(line.value)) }
      if line.has(key: "include-system-site-packages") { includesSystem = line.text.lowercased() == "true" }
      if line.has(key: "uv") { maker = ("uv", line.text) }
      if line.has(key: "virtualenv") { maker = ("virtualenv", line.text) }
      if version == nil, line.has(key: "version") || line.has(key: "version_info") {
        version = Self.numbers(line.text)
      }
    }
  }

  /// virtualenv writes `3.11.7.final.0`.
  private static func numbers(_ text: String) -> String? {
    let numbers = text.split(separator: ".").prefix { $0.allSatisfy { $0.isASCII && $0.isNumber } }.prefix(3)
    return numbers.count >= 2 ? numbers.joined(separator: ".") : nil
  }
}
