import Glibc

/// What `Scripts/bench.py` starts beside realimport itself: `packaging-bench fuzz COUNT`, which ends with 1 where a
/// parser is unsound, and `packaging-bench conflicts ROUNDS FOLDER…`, which prints the median in seconds.
private func run(_ arguments: ArraySlice<String>) -> Int32 {
  switch arguments.first {
  case "fuzz": fuzz(arguments.dropFirst())
  case "conflicts": timeConflicts(arguments.dropFirst())
  default: usage()
  }
}

private func fuzz(_ arguments: ArraySlice<String>) -> Int32 {
  guard let count = arguments.first.flatMap(Int.init), count > 0 else { return usage() }
  let seed = arguments.dropFirst().first.flatMap(UInt64.init) ?? 1
  let findings = Fuzzing(seed: seed).run(count)
  for finding in findings.prefix(20) { print(finding) }
  print("\(count) inputs from seed \(seed), \(findings.count) findings, no trap")
  return findings.isEmpty ? 0 : 1
}

private func timeConflicts(_ arguments: ArraySlice<String>) -> Int32 {
  guard let rounds = arguments.first.flatMap(Int.init), rounds > 0, arguments.count > 1 else { return usage() }
  let timing = ConflictTiming(folders: arguments.dropFirst().map { $0 })
  print(timing.median(rounds))
  return 0
}

private func usage() -> Int32 {
  print("usage: packaging-bench fuzz COUNT [SEED] | conflicts ROUNDS FOLDER…")
  return 2
}

exit(run(CommandLine.arguments.dropFirst()))
