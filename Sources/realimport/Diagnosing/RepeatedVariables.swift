import Diagnosis
import MachineFacts
import Probing
import Supervision
import SystemCalls

/// The environment variables whose values the words of a failure repeat, though nothing names the variable: `The config
/// profile (other-account) could not be found` with AWS_PROFILE=other-account.
struct RepeatedVariables {
  /// What stands in the messages between white space, without the marks around it, and is no word of language.
  private let words: Set<[UInt8]>
  /// Files that are wanted in vain.
  private let files: [[UInt8]]
  /// What was to be a number and is none.
  private let numbers: Set<[UInt8]>
  /// All words of messages that refuse something.
  private let refused: Set<String>

  init(_ failure: Failure) {
    let exceptions = failure.exceptions
    words = Set(exceptions.flatMap { Self.words($0.message) }.filter(Self.isTelling))
    files = exceptions.filter { $0.type == "FileNotFoundError" }.flatMap { Self.words($0.message) }
      .filter { $0.first == UInt8(ascii: "/") }
    let unread = exceptions.compactMap(\.unreadNumber).filter { $0.utf8.count >= Self.shortestNumber }
    numbers = Set(unread.map { Array($0.utf8) })
    let refusals = exceptions.map { String($0.message.prefix(Self.longestMessage)) }.filter(RefusedVariable.isRefusal)
    refused = Set(refusals.flatMap(Self.names))
  }

  private static func words(_ message: String) -> [[UInt8]] {
    Array(message.utf8.prefix(longestMessage)).split(whereSeparator: parts).map(bare)
  }

  private static func names(_ text: String) -> [String] {
    text.split { !($0 == "_" || $0 == "-" || $0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// Empty values, and single digits and letters, are those of many variables.
  private static let shortestNumber = 2
  private static let longestMessage = 4000

  func values(in environment: ProcessEnvironment) -> [String: String] {
    guard !words.isEmpty || !numbers.isEmpty || !refused.isEmpty else { return [:] }
    var values: [String: String] = [:]
    for entry in environment.entries {
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = Array(entry[(equals + 1)...])
      let name = String(decoding: entry[..<equals], as: UTF8.self)
      guard !Self.isEverywhere(name), isRepeated(value) || isRefused(value, name) else { continue }
      values[name] = PythonPath(bytes: Redaction(name: entry[..<equals], value: value).value).description
    }
    return values
  }

  private func isRepeated(_ value: [UInt8]) -> Bool {
    words.contains(value) || numbers.contains(value) || leadsNowhere(value)
  }

  /// Whether a file is wanted in a folder that it names, and the folder is not there.
  private func leadsNowhere(_ value: [UInt8]) -> Bool {
    let folder = value.last == UInt8(ascii: "/") ? value.dropLast() : value[...]
    guard folder.first == UInt8(ascii: "/"), files.contains(where: { $0.starts(with: folder + [UInt8(ascii: "/")]) })
    else { return false }
    return !PythonPath(bytes: Array(folder)).filePath.isDirectory
  }

  /// Whether a message refuses an item of the value, and speaks of what the variable's name does: `Propagator datadoge not
  /// found` with OTEL_PROPAGATORS=tracecontext,datadoge.
  private func isRefused(_ value: [UInt8], _ name: String) -> Bool {
    guard !refused.isEmpty, value.count <= Self.longestList else { return false }
    let items = Self.names(String(decoding: value, as: UTF8.self)).filter { $0.utf8.count >= Self.shortestItem }
    guard items.contains(where: refused.contains) else { return false }
    let parts = name.split(separator: "_").map { $0.lowercased() }.filter { $0.utf8.count >= Self.shortestItem }
    let spoken = refused.map { $0.lowercased() }
    return parts.contains { part in spoken.contains { $0 == part || $0 + "s" == part || $0 == part + "s" } }
  }

  private static let longestList = 200
  private static let shortestItem = 4

  private static func parts(_ byte: UInt8) -> Bool { byte <= 0x20 || "'\"`()[]{}<>,;".utf8.contains(byte) }

  /// Without the dot or colon that ends a sentence.
  private static func bare(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var word = word
    while let last = word.last, ".:!?".utf8.contains(last) { word = word.dropLast() }
    return Array(word)
  }

  /// Words of language are letters alone, and what begins with a digit is mostly a version.
  private static func isTelling(_ word: [UInt8]) -> Bool {
    guard word.count >= shortest, let first = word.first, !(0x30...0x39).contains(first) else { return false }
    return word.contains { "-_/:@.".utf8.contains($0) || (0x30...0x39).contains($0) }
  }

  private static let shortest = 6

  /// Set by shells, terminals, services and environments of Python for everything that they start: that such a value
  /// stands in a message says nothing.
  private static func isEverywhere(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains(where: name.hasPrefix)
  }

  private static let names: Set<String> = [
    "_", "HOME", "PWD", "OLDPWD", "PATH", "SHELL", "USER", "LOGNAME", "HOSTNAME", "HOST", "LANG", "LANGUAGE", "TERM",
    "TMPDIR", "TEMP", "TMP", "VIRTUAL_ENV", "EDITOR", "PAGER", "MAIL", "DISPLAY", "CI",
  ]
  private static let prefixes: [String] = [
    "PYTHON", "LD_", "LC_", "CONDA", "SSH_", "XDG_", "GITHUB_", "RUNNER_", "CI_", "UV_", "PIP_", "PYENV_", "DYLD_",
  ]
}
