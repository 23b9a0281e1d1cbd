/// A traceback whose lines were joined into one, as where a page shows a text without its line ends.
///
///     Traceback (most recent call last):   File "a.py", line 1, in <module>     import b ImportError: No module named b
enum JoinedTraceback {
  /// The lines that it had; `nil` where a line is none.
  static func lines(of line: Bytes) -> [Bytes]? {
    guard line.count > header.utf8.count, let (before, rest) = line.split(at: header),
      rest.trimmed.begins(with: "File \"")
    else { return nil }
    let frames = frames(rest.trimmed)
    // numpy prints the first frame alone behind the head, and its code below.
    guard frames.count > 1 || frames.first.map({ lines(ofFrame: $0).count > 1 }) ?? false else { return nil }
    return [before + Array(header.utf8)] + frames.flatMap(lines(ofFrame:))
  }

  private static let header = "Traceback (most recent call last):"

  /// More are not taken apart.
  private static let limit = 1000

  /// From each `File "` to the next one.
  private static func frames(_ text: Bytes) -> [Bytes] {
    var frames: [Bytes] = []
    var rest = text
    while frames.count < limit, let next = rest.offset(of: " File \"", from: 1) {
      frames.append(rest.prefix(next))
      rest = rest.dropFirst(next + 1)
    }
    return frames + [rest]
  }

  /// The frame, its code, and behind the last one the exception.
  private static func lines(ofFrame frame: Bytes) -> [Bytes] {
    guard let (place, rest) = frame.split(at: ", in ") else { return [indented(frame, by: 2)] }
    let function = rest.prefix { !$0.isBlank }
    let behind = rest.dropFirst(function.count).trimmed
    let head = indented(place + Array(", in ".utf8) + function, by: 2)
    guard !behind.isEmpty else { return [head] }
    let start = exception(behind)
    let code = behind.prefix(start ?? behind.count).withoutTrailingBlanks
    return [head] + (code.isEmpty ? [] : [indented(code, by: 4)]) + (start.map { [behind.dropFirst($0)] } ?? [])
  }

  /// Where the first word stands that can only be the type of an exception.
  private static func exception(_ text: Bytes) -> Int? {
    var start = 0
    while start < text.count {
      let word = text.dropFirst(start)
      if let line = ExceptionLine(word), line.isPlausible, line.hasColon { return start }
      guard let blank = word.firstIndex(where: \.isBlank) else { return nil }
      start = blank - text.startIndex + 1
    }
    return nil
  }

  private static func indented(_ text: Bytes, by width: Int) -> Bytes {
    (Array(repeating: UInt8.space, count: width) + text)[...]
  }
}
