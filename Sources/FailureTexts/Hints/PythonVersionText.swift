/// The version of Python in the words of a line.
enum PythonVersionText {
  /// `Python 3.12.3` of the interpreter and of pytest, `Python version: 3.11.7 (…)` of reports.
  static func stated(_ line: Bytes) -> String? {
    for words in ["Python version: ", "Python version is: Python", "Python "] {
      guard let (_, rest) = line.split(at: words), let version = version(rest), version.dots > 1 || words != "Python "
      else { continue }
      return version.text
    }
    return nil
  }

  /// `lib/python3.11/`, `cpython-311-x86_64-linux-gnu`, `Python311\`, `-cp311-`.
  static func named(_ line: Bytes) -> String? {
    if let (_, rest) = line.split(at: "/python"), let version = version(rest), version.dots == 1 { return version.text }
    for words in ["cpython-", "Python", "-cp"] {
      var rest = line
      while let (_, after) = rest.split(at: words) {
        if let version = joined(after) { return version }
        rest = after
      }
    }
    return nil
  }

  /// `311`, both numbers without a dot.
  private static func joined(_ bytes: Bytes) -> String? {
    let digits = bytes.prefix(4).prefix(while: \.isDigit)
    guard (2...3).contains(digits.count), let first = digits.first else { return nil }
    guard first == UInt8(ascii: "2") || first == UInt8(ascii: "3") else { return nil }
    return digits.prefix(1).text + "." + digits.dropFirst().text
  }

  private static func version(_ bytes: Bytes) -> (text: String, dots: Int)? {
    var version = bytes.prefix(12).prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    while version.last == UInt8(ascii: ".") { version = version.dropLast() }
    let dots = version.count { $0 == UInt8(ascii: ".") }
    guard let first = version.first, first == UInt8(ascii: "2") || first == UInt8(ascii: "3"), (1...2).contains(dots),
      version.dropFirst().first == UInt8(ascii: ".")
    else { return nil }
    return (version.text, dots)
  }
}
