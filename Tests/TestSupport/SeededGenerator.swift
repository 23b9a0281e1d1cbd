/// Random numbers that are the same in every run (SplitMix64), so that a failure can be repeated.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// `bytes` with up to four bytes put in, taken out, changed or repeated.
  package mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var mutated = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let place = Int.random(in: 0...mutated.count, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: mutated.insert(.random(in: 0...255, using: &self), at: place)
      case 1 where place < mutated.count: mutated.remove(at: place)
      case 2 where place < mutated.count: mutated[place] = .random(in: 0...255, using: &self)
      default: mutated.insert(contentsOf: mutated[place...].prefix(40), at: place)
      }
    }
    return mutated
  }

  /// `bytes` with up to six of them changed, most often to those at which counts and signs break; none is moved.
  package mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...6, using: &self) {
      guard let place = damaged.indices.randomElement(using: &self) else { break }
      let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, damaged[place] &+ 1, .random(in: 0...255, using: &self)]
      damaged[place] = values.randomElement(using: &self) ?? 0
    }
    return damaged
  }
}
