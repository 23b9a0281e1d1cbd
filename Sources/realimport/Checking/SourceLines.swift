import SystemCalls
import SystemPackage

/// Lines of source files, for the frames of tracebacks. Files that are no text of reasonable size have none.
final class SourceLines {
  private var files: [FilePath: [Substring]] = [:]

  /// No source file that a person wrote is larger.
  private static let sizeLimit = 8 << 20

  /// The line with this number, counted from 1, without its indentation.
  func line(_ number: Int, of file: FilePath) -> String? {
    let lines = lines(of: file)
    guard number >= 1, number <= lines.count else { return nil }
    let text = lines[number - 1].drop { $0 == " " || $0 == "\t" || $0 == "\u{0C}" }
    return text.isEmpty ? nil : String(text)
  }

  private func lines(of file: FilePath) -> [Substring] {
    if let known = files[file] { return known }
    // A name such as `<frozen runpy>` is no path.
    let bytes = file.string.hasPrefix("<") ? nil : readRegularFile(file, limit: Self.sizeLimit)
    let text = bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    // Swift takes CR LF for one character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    files[file] = lines
    return lines
  }
}
