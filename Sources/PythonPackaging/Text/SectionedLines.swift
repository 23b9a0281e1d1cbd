/// The lines of a file with `[sections]`, as Python's `importlib.metadata` reads `requires.txt` and `entry_points.txt`
/// (CPython, Lib/importlib/metadata/__init__.py, `Sectioned`).
struct SectionedLines: Sequence, IteratorProtocol {
  struct Line {
    /// The section that it stands in; `nil` before the first one.
    let section: String?
    /// Without white space at either end, and never empty.
    let text: String
  }

  private var lines: PythonLines
  /// The names of all sections so far, one without lines included.
  private(set) var sections: [String] = []

  init(_ bytes: [UInt8]) {
    lines = PythonLines(bytes)
  }

  mutating func next() -> Line? {
    while let line = lines.next() {
      let text = line.withoutPythonWhitespace.textOrLatin1
      if text.isEmpty { continue }
      guard text.utf8.first == .openingBracket, text.utf8.last == .closingBracket else {
        return Line(section: sections.last, text: text)
      }
      sections.append(Self.name(text))
    }
    return nil
  }

  /// Without any brackets at either end: `str.strip('[]')`.
  private static func name(_ text: String) -> String {
    let isBracket = { (byte: UInt8) in byte == .openingBracket || byte == .closingBracket }
    let inside = text.utf8.drop(while: isBracket)
    guard let last = inside.lastIndex(where: { !isBracket($0) }) else { return "" }
    return String(decoding: inside[...last], as: UTF8.self)
  }
}

/// Lines without their ends as `str.splitlines` cuts them, which knows more ends than files have.
private struct PythonLines {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count {
      let length = bytes[position...].lineEndPrefix
      if length > 0 {
        defer { position += length }
        return bytes[start..<position]
      }
      position += 1
    }
    return bytes[start...]
  }
}

extension UInt8 {
  fileprivate static let openingBracket = UInt8(ascii: "[")
  fileprivate static let closingBracket = UInt8(ascii: "]")
}

extension ArraySlice<UInt8> {
  /// How many bytes at the start end a line: docs.python.org, `str.splitlines`.
  fileprivate var lineEndPrefix: Int {
    guard let first else { return 0 }
    let rest = dropFirst()
    switch first {
    case .carriageReturn: return rest.first == .lineFeed ? 2 : 1
    case .lineFeed, 0x0B, 0x0C, 0x1C...0x1E: return 1
    case 0xC2: return rest.first == 0x85 ? 2 : 0
    case 0xE2: return rest.starts(with: [0x80, 0xA8]) || rest.starts(with: [0x80, 0xA9]) ? 3 : 0
    default: return 0
    }
  }
}
