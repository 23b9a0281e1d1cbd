import PythonPackaging
import SystemCalls
import SystemPackage

/// The Python files of a distribution, of which lines are read and no syntax: what stands in a function or in a string
/// counts, too.
struct PackageSources {
  private let files: [FilePath]

  /// Packages with more, and longer files, have been made by programs.
  private static let mostFiles = 5000
  private static let sizeLimit = 1 << 20

  init(of distribution: InstalledDistribution) {
    let names = (distribution.files?.paths).map { $0.filter { $0.hasSuffix(".py") } } ?? []
    let sources = distribution.sourceFiles.map(\.path).filter { $0.extension == "py" }
    files = Array((names.map { distribution.location.pushing(FilePath($0)) } + sources).prefix(Self.mostFiles))
  }

  /// The first names of the modules whose import statements stand there.
  var importedNames: Set<String> {
    files.reduce(into: []) { names, file in
      for line in Self.statements(in: bytes(of: file)) { Self.add(line, to: &names) }
    }
  }

  /// Whether a word stands in any of them.
  func mention(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return files.contains { Self.contains(word, bytes(of: $0)) }
  }

  private func bytes(of file: FilePath) -> [UInt8] { readRegularFile(file, limit: Self.sizeLimit) ?? [] }

  /// Lines that begin with `import` or `from`, without the blanks before.
  private static func statements(in source: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = source.startIndex
    while start < source.endIndex {
      while start < source.endIndex, source[start] == .space || source[start] == .tab { start += 1 }
      let end = source[start...].firstIndex(of: .lineFeed) ?? source.endIndex
      if start < end, source[start] == UInt8(ascii: "i") || source[start] == UInt8(ascii: "f") {
        lines.append(source[start..<end])
      }
      start = end + 1
    }
    return lines
  }

  /// Names that begin with a dot are the package's own.
  private static func add(_ line: ArraySlice<UInt8>, to names: inout Set<String>) {
    let modules: [ArraySlice<UInt8>] =
      if line.starts(with: "import ".utf8) {
        line.dropFirst("import ".utf8.count).split(separator: UInt8(ascii: ","))
      } else if line.starts(with: "from ".utf8) {
        [line.dropFirst("from ".utf8.count)]
      } else {
        []
      }
    for module in modules {
      let root = module.drop { $0 == .space }.prefix(while: isPartOfWord)
      if !root.isEmpty { names.insert(String(decoding: root, as: UTF8.self)) }
    }
  }

  private static func contains(_ word: [UInt8], _ text: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    var place = text.startIndex
    while let start = text[place...].firstIndex(of: first) {
      let end = start + word.count
      let isWord =
        (start == text.startIndex || !isPartOfWord(text[start - 1]))
        && (end >= text.endIndex || !isPartOfWord(text[end]))
      if isWord, text[start...].starts(with: word) { return true }
      place = start + 1
    }
    return false
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let tab = UInt8(ascii: "\t")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
}
