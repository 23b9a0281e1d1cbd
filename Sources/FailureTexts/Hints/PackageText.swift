/// Versions of distributions in a line.
enum PackageText {
  /// A line with more than these is no text of a person or program that reports.
  private static let limit = 50

  static func packages(_ line: TextLine) -> [EnvironmentHints.Package] {
    let content = line.trimmed
    if let listed = listed(content) {
      return [.init(name: listed.name.text, version: listed.version.text, source: .listed, line: line.number)]
    }
    return pinned(content).map {
      .init(name: $0.name.text, version: $0.version.text, source: .mentioned, line: line.number)
    }
  }

  private typealias Pair = (name: Bytes, version: Bytes)

  /// A row of `pip list` or `conda list`, of PyTorch's or vllm's collect_env, or of `pip freeze`.
  private static func listed(_ line: Bytes) -> Pair? {
    if let rest = line.behind("[pip3] ") ?? line.behind("[pip] "), let pair = pinned(rest).first { return pair }
    if let rest = line.behind("[conda] ") { return row(rest) }
    if let (name, rest) = line.split(at: " version: "), let pair = stated(name, rest) { return pair }
    if let pair = pinned(line).first, pair.name.count + pair.version.count + 2 == line.count { return pair }
    return row(line)
  }

  /// `PyTorch version: 2.6.0+cu124`, with or without a dash before it.
  private static func stated(_ name: Bytes, _ rest: Bytes) -> Pair? {
    let name = (name.behind("- ") ?? name).trimmed
    let version = rest.prefix(while: isVersionPart)
    guard isName(name), isVersion(version), !name.begins(with: "Python") else { return nil }
    return (name, version)
  }

  /// Two to four columns: name, version, build, channel.
  private static func row(_ line: Bytes) -> Pair? {
    guard line.count < 200 else { return nil }
    let columns = line.split(whereSeparator: \.isBlank)
    guard (2...4).contains(columns.count), isName(columns[0]), isVersion(columns[1]),
      columns[0].first?.isLetter == true
    else { return nil }
    let isTable = columns.count > 2 || line.contains("  ") || columns[1].contains(UInt8(ascii: "+"))
    return isTable ? (columns[0], columns[1]) : nil
  }

  /// `name==version`, wherever it stands.
  private static func pinned(_ line: Bytes) -> [Pair] {
    var found: [Pair] = []
    var rest = line
    while found.count < limit, let (before, after) = rest.split(at: "==") {
      rest = after
      var name = before.suffix(80)
      if name.last == .closingBracket, let open = name.lastIndex(of: UInt8(ascii: "[")) { name = name[..<open] }
      let start = name.lastIndex { !isNamePart($0) }.map { $0 + 1 } ?? name.startIndex
      let version = after.prefix(60).prefix(while: isVersionPart).withoutTrailingDots
      if isName(name[start...]), isVersion(version) { found.append((name[start...], version)) }
    }
    return found
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private static func isName(_ name: Bytes) -> Bool {
    !name.isEmpty && name.count < 80 && name.allSatisfy(isNamePart) && name.first?.isLetter == true
  }

  private static func isVersionPart(_ byte: UInt8) -> Bool {
    isNamePart(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "!")
  }

  private static func isVersion(_ version: Bytes) -> Bool {
    version.first?.isDigit == true && version.count < 60 && version.contains(UInt8(ascii: "."))
      && version.allSatisfy(isVersionPart)
  }
}

extension Bytes {
  fileprivate var withoutTrailingDots: Bytes {
    var rest = self
    while rest.last == UInt8(ascii: ".") { rest = rest.dropLast() }
    return rest
  }
}
