import PythonPackaging
import Testing

@Suite struct VersionOrderingTests {
  /// Each row holds spellings of equal versions, and every row comes after the one above it.
  static let ascending: [[String]] = [
    ["0.dev0", "0.0.dev"], ["0", "0.0.0"], ["0.1", "0.1.0"],
    ["1.dev0", "1.0.dev"], ["1.0.dev456"], ["1.0a1.dev2"], ["1.0a1", "1.0.0-alpha.1"], ["1.0a2.dev456"],
    ["1.0a2"], ["1.0a12.dev456"], ["1.0a12"], ["1.0a12.post1.dev3"], ["1.0a12.post1"],
    ["1.0b1.dev456"], ["1.0b2"], ["1.0b2.post345.dev456"], ["1.0b2.post345"], ["1.0b2-346"],
    ["1.0rc1.dev456"], ["1.0rc1", "1.0c1", "1.0pre1"], ["1.0rc2"],
    ["1.0", "1", "v1.0.0"], ["1.0+abc"], ["1.0+abc.5", "1.0+ABC-05"], ["1.0+abc.7"], ["1.0+ubuntu"],
    ["1.0+5"], ["1.0+5.a"], ["1.0+5.0"], ["1.0+10"],
    ["1.0.post1.dev9"], ["1.0.post1", "1.0-1"], ["1.0.post1+local"], ["1.0.post456.dev34"], ["1.0.post456"],
    ["1.0.1"], ["1.0.15"], ["1.1.dev1"], ["1.1"], ["1.10"],
    ["2012.4"], ["9223372036854775807"], ["9223372036854775808"], ["9223372036854775809"],
    ["100000000000000000000"], ["100000000000000000000.1"], ["1!0.1.dev1"], ["1!0.1"], ["1!2"], ["10!0"],
  ]

  @Test func everyPair() throws {
    var versions: [(rank: Int, version: Version)] = []
    for (rank, row) in Self.ascending.enumerated() {
      for text in row { versions.append((rank, try Version(text))) }
    }
    for left in versions {
      for right in versions { expectOrder(left, right) }
    }
  }

  private func expectOrder(_ left: (rank: Int, version: Version), _ right: (rank: Int, version: Version)) {
    let note: Comment = "\(left.version) against \(right.version)"
    #expect((left.version < right.version) == (left.rank < right.rank), note)
    #expect((left.version == right.version) == (left.rank == right.rank), note)
    if left.rank == right.rank { #expect(left.version.hashValue == right.version.hashValue, note) }
  }
}
