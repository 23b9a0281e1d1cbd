import PythonPackaging
import TestSupport
import Testing

@Suite struct WheelTagTests {
  @Test func everyCombination() throws {
    let tags = try WheelTagSet("Py2.py3-none-any.linux_x86_64")
    #expect(
      tags.tags.map(\.description) == [
        "py2-none-any", "py2-none-linux_x86_64", "py3-none-any", "py3-none-linux_x86_64",
      ])
    #expect(tags.description == "py2.py3-none-any.linux_x86_64")
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: WheelTagProblem.Reason
    let position: Int
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ reason: WheelTagProblem.Reason, at position: Int) {
      (self.text, self.reason, self.position) = (text, reason, position)
    }
  }

  static let wrong: [Wrong] = [
    Wrong("", .nameExpected, at: 0), Wrong("py3", .threePartsExpected, at: 3),
    Wrong("py3-none", .threePartsExpected, at: 8), Wrong("a-b-c-d", .threePartsExpected, at: 6),
    Wrong("py3--any", .nameExpected, at: 4), Wrong("py2.-none-any", .nameExpected, at: 4),
    Wrong("3py-none-any", .noIdentifier, at: 0), Wrong("py3.py 3-none-any", .noIdentifier, at: 4),
    Wrong("ü3--any", .nameExpected, at: 4),
    Wrong(String(repeating: "a.", count: 513), .tooLong(bytes: 1026), at: 0),
  ]

  @Test(arguments: wrong)
  func refuses(_ row: Wrong) {
    let problem = WheelTagProblem(reason: row.reason, text: row.text, position: row.position)
    #expect(throws: problem) { try WheelTagSet(row.text) }
  }

  /// A tag that is read is written as it was, apart from its case; and any tag fits or does not.
  @Test func anyTextIsReadOrRefused() throws {
    var generator = SeededGenerator(seed: 425)
    let here = CompatibleTags(
      CPythonABI(3, 11), on: TagMachine(architecture: "x86_64", libc: .glibc(LibcVersion(2, 36))))
    for seed in [
      "cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64", "py2.py3-none-any", "cp311-cp311-musllinux_1_2_x",
    ] {
      for _ in 0..<3_000 {
        let text = String(decoding: generator.mutate(Array(seed.utf8)), as: UTF8.self)
        guard let tags = try? WheelTagSet(text) else { continue }
        #expect(try WheelTagSet(tags.description) == tags, "\(text)")
        #expect(here.admits(tags) == tags.tags.contains(where: here.admits), "\(text)")
        #expect(here.mismatch(tags)?.description.isEmpty != true)
      }
    }
  }

  @Test func largestTagSet() throws {
    let names = Array(repeating: "c", count: 32).joined(separator: ".")
    let here = CompatibleTags(CPythonABI(3, 11), on: TagMachine(architecture: "x86_64", libc: nil))
    #expect(here.mismatch(try WheelTagSet("\(names)-\(names)-any")) == .otherPython("c"))
    let many = Array(repeating: "c", count: 160).joined(separator: ".")
    for (text, count) in [("\(names)-\(names)-any.x", 2048), ("\(many)-\(many)-\(many)", 160 * 160 * 160)] {
      #expect(throws: WheelTagProblem(reason: .tooManyTags(count), text: text, position: 0)) { try WheelTagSet(text) }
    }
  }

  @Test func endlessFile() {
    let wheel = WheelFile(Array(String(repeating: "Tag: cp311-cp311-any\n", count: 10_000).utf8))
    #expect(wheel.tags.count == WheelFile.mostTags)
  }
}
