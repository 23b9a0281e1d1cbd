import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport

/// Throws damaged objects at their reader: a trap ends the program, and so does a deadline that the caller sets.
struct ObjectFuzzing {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// How many of `count` damaged files are opened in spite of it: those are read to the end.
  mutating func run(_ count: Int) throws -> Int {
    var opened = 0
    for number in 0..<count {
      let seed = Self.seeds[number % Self.seeds.count]
      // What is moved is refused soon; numbers that are wrong in place lead deeper.
      let bytes = number % 8 == 0 ? generator.mutate(seed) : generator.damage(seed)
      let file = try MappedFile(copying: bytes)
      guard let object = try? ObjectFile(file) else { continue }
      opened += 1
      object.readAll()
    }
    return opened
  }

  private static let seeds: [[UInt8]] = [true, false].flatMap { is64 in
    [true, false].flatMap { isBigEndian in
      [[TinyELF.HashTable.gnu], [.systemV], []].map { hashes in
        TinyELF.seed(is64: is64, isBigEndian: isBigEndian, hashes: hashes).bytes
      }
    }
  }
}

extension ObjectFile {
  /// Everything that can be asked for.
  fileprivate func readAll() {
    _ = (interpreter, stack, threadLocalStorage, notes, truncation, versionsNeeded, versionsDefined, symbolCount)
    for reference in references { _ = definition(of: reference.name, version: reference.version) }
    for symbol in definitions { _ = definition(of: SymbolName(symbol.name), version: symbol.version) }
    _ = try? relocatedSymbols()
  }
}
