/// Where a subcommand may stand.
enum SubcommandOrder {
  /// Options of all subcommands that are followed by a value. A short list: putting a set of strings together takes longer
  /// than a look through it.
  static let valued: [String] = [
    "--optional", "--timeout", "--memory-limit", "--jobs", "--control", "--format", "--output", "--color", "--suite",
    "--python", "--import",
  ]

  /// The same command line with the subcommand before its options, as others take it behind them, too.
  ///
  /// The first word that is neither an option nor the value of one names the subcommand, if it is the name of one;
  /// a module of that name is a target behind it: `realimport --python .venv check check`.
  static func subcommandFirst(_ arguments: [String]) -> [String] {
    var place = 0
    while place < arguments.count, arguments[place].hasPrefix("-"), arguments[place] != "--" {
      place += valued.contains(arguments[place]) ? 2 : 1
    }
    guard place > 0, place < arguments.count, DirectParsing.words.contains(arguments[place]) else { return arguments }
    return [arguments[place]] + arguments[..<place] + arguments[(place + 1)...]
  }
}
