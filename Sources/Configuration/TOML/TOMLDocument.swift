internal import TOMLKit

/// A TOML document that was parsed whole; parts of it are taken out as plain values.
///
/// TOMLKit's own values point into memory of the parser, end text at a NUL, and trap where a key holds one.
struct TOMLDocument {
  private let root: TOMLTable

  /// Where the keys of the tables stand that are read here.
  let scan: TOMLScan

  /// - Throws: ``TOMLProblem``
  init(_ source: [UInt8]) throws(TOMLProblem) {
    guard let text = String(validating: source, as: UTF8.self) else { throw .notUTF8(line: Self.badLine(source)) }
    if let place = source.firstIndex(of: 0) { throw .nullByte(line: Self.line(of: place, in: source)) }
    scan = try TOMLScan(source)
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw .syntax(line: begin.line, column: begin.column, reason: Self.clause(error.description))
    } catch {
      throw .syntax(line: 1, column: 1, reason: "\(error)")
    }
  }

  /// What stands under these keys; `nil` where nothing does, or something on the way is no table.
  /// - Throws: ``TOMLProblem/nullCharacter`` where text of it holds U+0000, which TOMLKit cuts text at.
  func item(_ path: [String]) throws(TOMLProblem) -> TOMLItem? {
    var table = root
    for key in path.dropLast() {
      guard let next = table[key]?.table else { return nil }
      table = next
    }
    guard let last = path.last, let value = table[last] else { return nil }
    if let part = value.table ?? value.array.map({ TOMLTable(["": $0]) }), Self.holdsNull(part) {
      throw .nullCharacter
    }
    return TOMLItem(value)
  }

  /// JSON has U+0000 written as `\u0000` only, and a backslash itself as two (RFC 8259, section 7).
  private static func holdsNull(_ table: TOMLTable) -> Bool {
    var isEscaped = false
    let json = Array(table.convert(to: .json).utf8)
    for (index, byte) in json.enumerated() {
      if isEscaped, json[index...].starts(with: "u0000".utf8) { return true }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return false
  }

  /// The parser begins its reasons like sentences, and a place stands before them.
  private static func clause(_ reason: String) -> String {
    reason.prefix(1).lowercased() + reason.dropFirst()
  }

  private static func line(of place: Int, in source: [UInt8]) -> Int {
    source.prefix(place).count { $0 == UInt8(ascii: "\n") } + 1
  }

  private static func badLine(_ source: [UInt8]) -> Int {
    let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }
}

extension TOMLItem {
  /// Recursion is bounded by the depth that ``TOMLScan`` admits.
  init(_ value: any TOMLValueConvertible) {
    if let table = value.table {
      var items: [String: TOMLItem] = [:]
      for key in table.keys { items[key] = table[key].map { TOMLItem($0) } }
      self = .table(items)
    } else if let array = value.array {
      self = .array((0..<array.count).map { TOMLItem(array[$0]) })
    } else {
      self.init(scalar: value)
    }
  }

  private init(scalar value: any TOMLValueConvertible) {
    if let text = value.string {
      self = .string(text)
    } else if let number = value.int {
      self = .integer(number)
    } else if let number = value.double {
      self = .float(number)
    } else if let truth = value.bool {
      self = .boolean(truth)
    } else {
      self = .time
    }
  }
}
