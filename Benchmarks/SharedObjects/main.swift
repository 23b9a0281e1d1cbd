import Glibc

/// What `Scripts/bench.py` starts beside realimport itself: `objects-bench COUNT [SEED]` fuzzes the reader of ELF,
/// `objects-bench links PYTHON FILE …` examines files as `ldd -r` does.
private func run(_ arguments: [String]) throws -> Int32 {
  if arguments.first == "links", arguments.count > 2 {
    print(try LinkTiming(python: arguments[1]).incomplete(arguments.dropFirst(2)))
    return 0
  }
  guard let count = arguments.first.flatMap(Int.init), count > 0 else {
    print("usage: objects-bench COUNT [SEED] | links PYTHON FILE …")
    return 2
  }
  let seed = arguments.dropFirst().first.flatMap(UInt64.init) ?? 1
  var fuzzing = ObjectFuzzing(seed: seed)
  let opened = try fuzzing.run(count)
  print("\(count) damaged objects from seed \(seed), \(opened) of them opened and read to the end, no trap")
  return 0
}

do {
  exit(try run(Array(CommandLine.arguments.dropFirst())))
} catch {
  print(error)
  exit(1)
}
