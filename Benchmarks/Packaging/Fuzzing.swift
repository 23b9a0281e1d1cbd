import TestSupport

/// Throws mutated texts at the parsers: a trap ends the program, and what is unsound without one is a finding.
struct Fuzzing {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// Divides `count` inputs among the parsers.
  func run(_ count: Int) -> [String] {
    var generator = generator
    var findings: [String] = []
    for number in 0..<count {
      let parser = FuzzedParser.all[number % FuzzedParser.all.count]
      guard let seed = parser.seeds.randomElement(using: &generator) else { continue }
      let bytes = Self.mutate(Array(seed.utf8), &generator)
      if let complaint = parser.complaint(bytes) { findings.append("\(parser.name): \(complaint): \(bytes.shown)") }
    }
    return findings
  }

  /// One input in four is mutated more than once, which leads farther from what people write.
  private static func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var mutated = generator.mutate(bytes)
    while Int.random(in: 0..<4, using: &generator) == 0 { mutated = generator.mutate(mutated) }
    return mutated
  }
}

extension [UInt8] {
  fileprivate var shown: String { String(decoding: self, as: UTF8.self).debugDescription }
}
