import Diagnosis
import MachineFacts
import Probing
import SystemCalls

/// The environment variables whose values the words of a failure repeat, though nothing names the variable: `The config
/// profile (other-account) could not be found` with AWS_PROFILE=other-account.
struct RepeatedVariables {
  /// What stands in the messages between white space, without the marks around it.
  private let words: Set<[UInt8]>

  init(_ failure: Failure) {
    let messages = failure.exceptions.map { Array($0.message.utf8.prefix(Self.longestMessage)) }
    words = Set(messages.flatMap { $0.split(whereSeparator: Self.parts).map(Self.bare) }.filter(Self.isTelling))
  }

  private static let longestMessage = 4000

  func values(in environment: ProcessEnvironment) -> [String: String] {
    guard !words.isEmpty else { return [:] }
    var values: [String: String] = [:]
    for entry in environment.entries {
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = Array(entry[(equals + 1)...])
      guard words.contains(value) else { continue }
      let name = String(decoding: entry[..<equals], as: UTF8.self)
      guard !Self.isEverywhere(name) else { continue }
      values[name] = PythonPath(bytes: Redaction(name: entry[..<equals], value: value).value).description
    }
    return values
  }

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
