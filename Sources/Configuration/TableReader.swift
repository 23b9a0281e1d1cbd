/// One table of the configuration, whose keys are read each as the kind that it has to be.
struct TableReader {
  let file: ProjectFile
  /// Its keys from the root on.
  let path: [String]
  let items: [String: TOMLItem]

  init(_ item: TOMLItem, at path: [String], of file: ProjectFile) throws(ConfigurationProblem) {
    self.file = file
    self.path = path
    guard case .table(let items) = item else {
      throw .wrongType(
        file.place(of: path), KeyName(path.last ?? "", in: path.dropLast().joined(separator: ".")),
        expected: "a table", found: item.kind)
    }
    self.items = items
  }

  /// Names the first unknown key of the file with what was probably meant.
  func refuseKeys(beside known: [String]) throws(ConfigurationProblem) {
    let unknown = items.keys.filter { !known.contains($0) }.sorted { (line($0), $0) < (line($1), $1) }
    guard let key = unknown.first else { return }
    throw .unknownKey(place(key), name(key), suggestion: Suggestion.nearest(to: key, among: known), known: known)
  }

  func text(_ key: String) throws(ConfigurationProblem) -> String? {
    switch items[key] {
    case nil: return nil
    case .string(let text)? where text.isBlank: throw wrong(key, "is empty")
    case .string(let text)?: return text
    case let item?: throw wrong(key, item, expected: "a string")
    }
  }

  /// An array of strings; a single string where one may stand for an array of one.
  func texts(_ key: String, orOne: Bool = false) throws(ConfigurationProblem) -> [String]? {
    switch items[key] {
    case nil: return nil
    case .string? where orOne: return try text(key).map { [$0] }
    case .array(let items)?: return try texts(items, key)
    case let item?: throw wrong(key, item, expected: orOne ? "a string or an array of strings" : "an array of strings")
    }
  }

  private func texts(_ items: [TOMLItem], _ key: String) throws(ConfigurationProblem) -> [String] {
    var texts: [String] = []
    for item in items {
      guard case .string(let text) = item else {
        throw wrong(key, .array(items), expected: "an array of strings", found: "an array with \(item.kind)")
      }
      guard !text.isBlank else { throw wrong(key, "holds an empty string") }
      texts.append(text)
    }
    return texts
  }

  func truth(_ key: String) throws(ConfigurationProblem) -> Bool? {
    switch items[key] {
    case nil: return nil
    case .boolean(let truth)?: return truth
    case let item?: throw wrong(key, item, expected: "a boolean")
    }
  }

  /// Seconds, as `--timeout` takes them.
  func seconds(_ key: String) throws(ConfigurationProblem) -> Duration? {
    let seconds: Double
    switch items[key] {
    case nil: return nil
    case .integer(let number)?: seconds = Double(number)
    case .float(let number)?: seconds = number
    case let item?: throw wrong(key, item, expected: "a number of seconds")
    }
    guard seconds > 0, seconds <= Self.longestTimeout else {
      throw wrong(key, "takes seconds, more than 0 and at most 86400")
    }
    return .seconds(seconds)
  }

  /// A day, as on the command line.
  private static let longestTimeout: Double = 86_400

  /// A table of strings.
  func dictionary(_ key: String) throws(ConfigurationProblem) -> [String: String]? {
    guard let table = try table(key) else { return nil }
    var texts: [String: String] = [:]
    for (key, item) in table.items.sorted(by: { $0.key < $1.key }) {
      guard case .string(let text) = item else { throw table.wrong(key, item, expected: "a string") }
      texts[key] = text
    }
    return texts
  }

  func table(_ key: String) throws(ConfigurationProblem) -> TableReader? {
    guard let item = items[key] else { return nil }
    return try TableReader(item, at: path + [key], of: file)
  }

  func place(_ key: String) -> Place { file.place(of: path + [key]) }

  private func line(_ key: String) -> Int { place(key).line ?? 0 }

  func wrong(_ key: String, _ reason: String) -> ConfigurationProblem {
    .wrongValue(place(key), name(key), reason: reason)
  }

  private func wrong(
    _ key: String, _ item: TOMLItem, expected: String, found: String? = nil
  ) -> ConfigurationProblem {
    .wrongType(place(key), name(key), expected: expected, found: found ?? item.kind)
  }

  private func name(_ key: String) -> KeyName { KeyName(key, in: path.joined(separator: ".")) }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
