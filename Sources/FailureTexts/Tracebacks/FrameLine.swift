internal import Probing

/// Reads the lines that name a place in a file.
enum FrameLine {
  /// Names longer than this are not believed.
  private static let nameLimit = 4096

  /// `File "F", line N, in NAME`, also where its beginning was cut off.
  static func python(_ line: Bytes) -> (frame: FrameFacts, hasFunction: Bool)? {
    guard let (before, after) = line.split(at: "\", line ") else { return nil }
    let file = before.split(at: "File \"")?.after ?? withoutExceptionName(before)
    let digits = after.prefix(while: \.isDigit)
    guard let number = digits.number, file.count <= nameLimit else { return nil }
    let function = function(after.dropFirst(digits.count))
    return (frame(file, number, function), function != nil)
  }

  /// Who pasted only the end of a line may have begun with the type of the exception that ends the traceback.
  private static func withoutExceptionName(_ bytes: Bytes) -> Bytes {
    guard let line = ExceptionLine(bytes), line.isPlausible else { return bytes }
    return line.message
  }

  private static func function(_ rest: Bytes) -> Bytes? {
    let name = rest.behind(", in ") ?? rest.behind(" in ")
    // The debugger of Visual Studio Code marks the frame in which it stands.
    return name.map { $0.split(at: " (Current frame)")?.before ?? $0 }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `File F:N, in NAME(ARGUMENTS)`; the last part is absent in code of no function (IPython, core/ultratb.py).
  static func ipython(_ line: Bytes) -> FrameFacts? {
    guard let rest = line.behind("File "), rest.first != .quote else { return nil }
    let (place, function) = rest.split(at: ", in ") ?? (rest, Array("<module>".utf8)[...])
    guard let colon = place.lastIndex(of: .colon), let number = place[(colon + 1)...].number, colon > place.startIndex
    else { return nil }
    return frame(place[place.startIndex..<colon], number, withoutArguments(function))
  }

  static func cell(_ line: Bytes) -> FrameFacts? {
    let (place, rest) = line.split(at: ",") ?? (line, [])
    guard place.last == .closingBracket, place.count < 40 else { return nil }
    let parts = rest.split(at: " in ")
    let number = (parts?.before ?? rest).behind(" line ").flatMap { $0.prefix(while: \.isDigit).number }
    return frame(place, number ?? 0, withoutArguments(parts?.after ?? Array("<module>".utf8)[...]))
  }

  /// `F in NAME(ARGUMENTS)`; the number stands at the arrow below.
  static func classic(_ line: Bytes) -> FrameFacts? {
    guard let (file, function) = line.split(at: " in "), !file.isEmpty, file.count <= nameLimit, !function.isEmpty,
      function.last == .closingParenthesis || function.last == UInt8(ascii: ">"),
      !file.contains(" ") || file.contains("/")
    else { return nil }
    return frame(file, 0, withoutArguments(function))
  }

  /// `F.py in NAME(ARGUMENTS)`
  static func isOfModule(_ line: Bytes) -> Bool {
    guard let (file, _) = line.split(at: ".py in "), !file.contains(" ") else { return false }
    return classic(line) != nil
  }

  /// `F:N: in NAME`, `F:N: TYPE` and `F:N:`.
  static func pytest(_ line: Bytes) -> (frame: FrameFacts, isEnding: Bool)? {
    guard let (before, after) = line.split(at: ".py:") ?? line.split(at: ".pyx:") else { return nil }
    let digits = after.prefix(while: \.isDigit)
    guard let number = digits.number, after.dropFirst(digits.count).first == .colon else { return nil }
    let file = line[line.startIndex..<after.startIndex].dropLast()
    let rest = after.dropFirst(digits.count + 1).trimmed
    guard before.first != UInt8(ascii: "#"), file.count <= nameLimit else { return nil }
    if let name = rest.behind("in ") { return (frame(file, number, name), false) }
    guard rest.allSatisfy({ $0.isNamePart || $0 == UInt8(ascii: ".") }) else { return nil }
    return (frame(file, number, []), true)
  }

  private static func withoutArguments(_ function: Bytes) -> Bytes {
    // `<module>`, `<cell line: 1>()`, `f(x, y)`, `init pandas._libs.interval()`
    function.prefix(nameLimit).prefix { $0 != UInt8(ascii: "(") }
  }

  private static func frame(_ file: Bytes, _ number: Int, _ function: Bytes?) -> FrameFacts {
    let name = function.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0.text }
    return FrameFacts(file: PythonPath(text: linked(file.trimmed).text), line: number, function: name ?? "?")
  }

  /// Colab makes links of files: `[F](https://localhost:8080/#)`.
  private static func linked(_ file: Bytes) -> Bytes {
    guard file.first == UInt8(ascii: "["), let (name, rest) = file.dropFirst().split(at: "]("),
      rest.last == .closingParenthesis
    else { return file }
    return name
  }
}
