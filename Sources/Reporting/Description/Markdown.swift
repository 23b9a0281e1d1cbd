/// Text of others made safe for Markdown as GitHub reads it ("GitHub Flavored Markdown Spec").
///
/// Nothing of it stands outside of code: there a name after `@` calls somebody, and a number after `#` links an issue,
/// however they are escaped.
enum Markdown {
  /// A code span in a table (6.3, 4.10): a fence longer than any run of backticks inside, and `|` escaped for the table,
  /// which takes the escape away again.
  static func code(_ text: String) -> String {
    guard text.contains(where: { $0 != " " }) else { return "" }
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    let touches = text.first == "`" || text.last == "`" || text.first == " " && text.last == " "
    let blank = touches ? " " : ""
    return fence + blank + text.replacing("|", with: "\\|") + blank + fence
  }

  /// Words without any sign stand as they are, all else as code.
  static func label(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: " ") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return isPlain ? text : code(text)
  }

  /// For the inside of an HTML element, where Markdown does not reach (4.6).
  static func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
