/// What a text tells of the environment, by the way.
package struct EnvironmentHints: Sendable, Equatable {
  package enum Platform: String, Sendable, Equatable {
    case linux, macos, windows
  }

  /// A version of a distribution that the text names.
  package struct Package: Sendable, Equatable {
    package enum Source: String, Sendable, Equatable {
      /// In a list of what is installed.
      case listed
      /// As `name==version` in the midst of something, which may be a requirement.
      case mentioned
    }

    /// As the text spells it.
    package var name: String
    package var version: String
    package var source: Source
    package var line: Int
  }

  /// Each once, those first that the text states; then those that stand in the names of files and folders (`3.11`).
  package private(set) var pythonVersions: [String] = []
  package private(set) var platform: Platform?
  /// In the order of the text.
  package private(set) var packages: [Package] = []

  /// So many lines that may tell something are read: a report that tells it does so early, or has not more lines.
  private static let limit = 1000
  /// So many lines with names of files are looked at for what they tell of the platform.
  private static let platformLimit = 100

  private var stated: [String] = []
  private var named: [String] = []

  init(_ streams: [[TextLine]]) {
    var count = 0
    for line in streams.joined() where line.phrases.contains(.version) {
      count += 1
      guard count <= Self.limit else { break }
      readVersions(line)
    }
    packages.sort { $0.line < $1.line }
    pythonVersions = stated + named.filter { version in !stated.contains { Self.isRelease($0, of: version) } }
    let files = streams.joined().lazy.filter { !$0.phrases.isDisjoint(with: [.frame, .loader, .failure]) }
    platform = files.prefix(Self.platformLimit).lazy.compactMap { PlatformText.platform($0.trimmed) }.first
  }

  private mutating func readVersions(_ line: TextLine) {
    if let version = PythonVersionText.stated(line.trimmed), !stated.contains(version) { stated.append(version) }
    if let version = PythonVersionText.named(line.trimmed), !named.contains(version) { named.append(version) }
    packages += PackageText.packages(line)
  }

  private static func isRelease(_ version: String, of minor: String) -> Bool {
    version == minor || version.hasPrefix(minor + ".")
  }
}

/// The platform by the forms of file names.
enum PlatformText {
  static func platform(_ line: Bytes) -> EnvironmentHints.Platform? {
    if line.contains(".dylib") || line.contains("-darwin.so") || line.contains("macosx") || line.contains("\"/Users/") {
      return .macos
    }
    if line.contains(".dll") || line.contains(".pyd") || line.contains("DLL load failed") || hasDrive(line) {
      return .windows
    }
    return line.contains("-linux-gnu") || line.contains(".so") || line.contains("\"/home/") || line.contains("\"/usr/")
      ? .linux : nil
  }

  /// `C:\`
  private static func hasDrive(_ line: Bytes) -> Bool {
    guard let offset = line.offset(of: ":\\"), offset > 0 else { return false }
    let rest = line.dropFirst(offset - 1)
    let before = offset > 1 ? line[line.startIndex + offset - 2] : .space
    return rest.first?.isLetter == true && !before.isNamePart
  }
}
