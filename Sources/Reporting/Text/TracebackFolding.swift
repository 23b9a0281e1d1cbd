/// Shortens Python's own traceback for reading: what is folded is the middle of long runs of frames.
enum TracebackFolding {
  /// A traceback of more frames is folded.
  static let frameLimit = 25
  private static let keptFirst = 5
  private static let keptLast = 15

  static func fold(_ traceback: String) -> String {
    let lines = traceback.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count(where: isFrame) > frameLimit else { return traceback }
    var result: [Substring] = []
    var block: [Substring] = []
    for line in lines {
      if line.hasPrefix(" ") || line.isEmpty && !block.isEmpty {
        block.append(line)
      } else {
        result += folded(block) + [line]
        block = []
      }
    }
    return (result + folded(block)).joined(separator: "\n")
  }

  /// A run of frames, each with the lines that belong to it.
  private static func folded(_ block: [Substring]) -> [Substring] {
    let starts = block.indices.filter { isFrame(block[$0]) }
    guard starts.count > frameLimit else { return block }
    let left = starts.count - keptFirst - keptLast
    let note: Substring = "  … \(left) frames; --verbose shows them …"
    return block[..<starts[keptFirst]] + [note] + block[starts[starts.count - keptLast]...]
  }

  private static func isFrame(_ line: Substring) -> Bool { line.hasPrefix("  File \"") }
}
