import ArgumentParser

/// Parses a command line, its subcommand first, as that one alone.
///
/// The library goes through the tree of all commands several times, which takes a millisecond and more. What is not
/// understood here, and what asks for help, goes that way.
enum DirectParsing {
  /// The words that would be names of modules if they were not commands; `help` is the library's own.
  static let words: [String] = ["check", "environment", "explain", "libraries", "init", "help"]

  /// What each of them names as the program that it belongs to: the library then leaves requests for completion scripts to
  /// that, and does not look for them first, which takes most of a millisecond.
  static let program = "realimport"

  static func command(_ arguments: [String]) -> (any ParsableCommand)? {
    let isNamed = arguments.first.map(words.contains) ?? false
    let rest = isNamed ? arguments.dropFirst() : arguments[...]
    guard let type = type(of: isNamed ? arguments[0] : "check"), let command = try? type.parseAsRoot(Array(rest)),
      Swift.type(of: command) == type
    else { return nil }
    return command
  }

  private static func type(of word: String) -> (any ParsableCommand.Type)? {
    switch word {
    case "check": CheckCommand.self
    case "environment": EnvironmentCommand.self
    case "explain": ExplainCommand.self
    case "libraries": LibrariesCommand.self
    case "init": InitCommand.self
    default: nil
    }
  }
}
