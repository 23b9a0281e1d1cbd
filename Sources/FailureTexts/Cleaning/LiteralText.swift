/// A text of several lines that is a string in one: an error of a notebook as Visual Studio Code saves it
/// (`"stack": "---\nImportError …"`), a field of a log in JSON, what `repr` shows.
///
/// Known at its first `\n`, by what stands before: a Windows path has such letters, too.
struct LiteralText {
  /// In bytes of the line: what stands before the text.
  let start: Int
  /// The quotation mark that ends it; 0 where it has none.
  let closing: UInt8

  /// - Parameter line: What stands before the first `\n`.
  init?(after line: Bytes) {
    if line.withoutTrailingBlanks.ends(with: "(most recent call last):"), let offset = line.offset(of: "Traceback ") {
      start = offset
    } else if let key = line.drop(while: \.isBlank).behind("\""), let (name, value) = key.split(at: "\": \""),
      Self.keys.contains(name.text)
    {
      start = line.count - value.count
    } else {
      return nil
    }
    let opening = start > 0 ? line[line.startIndex + start - 1] : 0
    closing = opening == .quote || opening == UInt8(ascii: "'") ? opening : 0
  }

  private static let keys: [String] = [
    "stack", "message", "traceback", "error", "exception", "stderr", "evalue", "msg", "module_stdout", "module_stderr",
  ]

  /// What an escape stands for, where it is neither a new line nor a sequence for a terminal.
  static func character(_ escaped: UInt8) -> UInt8? {
    switch escaped {
    case UInt8(ascii: "t"): .tab
    case UInt8(ascii: "r"): .space
    case .quote, UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"): escaped
    default: nil
    }
  }
}

extension Bytes {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
