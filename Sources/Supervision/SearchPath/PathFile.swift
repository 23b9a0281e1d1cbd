internal import SystemCalls
package import SystemPackage

/// A `.pth` file of a site folder: each line a path, or code that Python runs at every start (Lib/site.py, `addpackage`).
package struct PathFile: Sendable, Equatable {
  package enum Line: Sendable, Equatable {
    /// Relative to the site folder, unless it is absolute.
    case path(FilePath)
    /// It begins with `import`; the number of the line, from 1 on.
    case code(Int)
  }

  package private(set) var lines: [Line] = []
  /// Whether all of it is text; Python does not start where a path file is none.
  package private(set) var isText = true

  /// How much of such a file is read, in bytes; real ones have some lines.
  static let sizeLimit = 1 << 18

  /// Reads any bytes as far as they are text.
  package init(_ bytes: [UInt8], readsUnicodeLines: Bool) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = readsUnicodeLines && bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    // The one that decodes the whole file first takes nothing from one that is not text.
    if readsUnicodeLines, String(validating: content, as: UTF8.self) == nil {
      isText = false
      return
    }
    for (index, line) in Self.split(content, atUnicodeEnds: readsUnicodeLines).enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else {
        isText = false
        return
      }
      if let line = Self.line(text, index + 1) { lines.append(line) }
    }
  }

  /// `line ::= '#' text | space* | 'import' (' ' | tab) code | path`
  private static func line(_ text: String, _ number: Int) -> Line? {
    if text.hasPrefix("#") { return nil }
    if text.hasPrefix("import ") || text.hasPrefix("import\t") { return .code(number) }
    let path = text.withoutTrailingSpace
    // No file has such a name, and what stands before the NUL is not meant.
    guard path.unicodeScalars.contains(where: { !$0.isPythonSpace }), !path.utf8.contains(0) else { return nil }
    return .path(FilePath(bytes: Array(path.utf8)))
  }

  /// `line-end ::= '\n' | '\r' '\n'? | unicode-end`
  private static func split(_ bytes: ArraySlice<UInt8>, atUnicodeEnds: Bool) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      guard let length = endLength(bytes[index...], atUnicodeEnds) else {
        index += 1
        continue
      }
      lines.append(bytes[start..<index])
      index += length
      start = index
    }
    return start < bytes.endIndex ? lines + [bytes[start...]] : lines
  }

  private static func endLength(_ bytes: ArraySlice<UInt8>, _ atUnicodeEnds: Bool) -> Int? {
    guard let byte = bytes.first, byte < 0x20 || byte >= 0x80 else { return nil }
    if byte == UInt8(ascii: "\r") { return bytes.dropFirst().first == UInt8(ascii: "\n") ? 2 : 1 }
    if byte == UInt8(ascii: "\n") { return 1 }
    return atUnicodeEnds ? unicodeEnds.first { bytes.starts(with: $0) }?.count : nil
  }

  /// `str.splitlines`: vertical tab, form feed, the separators of ASCII, next line, and Unicode's two.
  private static let unicodeEnds: [[UInt8]] = [
    [0x0B], [0x0C], [0x1C], [0x1D], [0x1E], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9],
  ]
}

extension Unicode.Scalar {
  /// `str.isspace`
  fileprivate var isPythonSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}

extension String {
  /// `str.rstrip`
  fileprivate var withoutTrailingSpace: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.isPythonSpace { scalars.removeLast() }
    return String(scalars)
  }
}
