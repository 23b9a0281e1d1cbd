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
    let problem: WheelTagProblem
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ problem: WheelTagProblem) {
      self.text = text
      self.problem = problem
    }
  }

  static let wrong: [Wrong] = [
    Wrong("", .emptyName("")), Wrong("py3", .threePartsExpected("py3")),
    Wrong("py3-none", .threePartsExpected("py3-none")), Wrong("a-b-c-d", .threePartsExpected("a-b-c-d")),
    Wrong("py3--any", .emptyName("py3--any")), Wrong("py2.-none-any", .emptyName("py2.-none-any")),
    Wrong("3py-none-any", .noIdentifier("3py", "3py-none-any")),
    Wrong("py 3-none-any", .noIdentifier("py 3", "py 3-none-any")),
    Wrong(String(repeating: "a.", count: 513), .tooLong(bytes: 1026)),
  ]

  @Test(arguments: wrong)
  func refuses(_ row: Wrong) {
    #expect(throws: row.problem) { try WheelTagSet(row.text) }
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
    #expect(throws: WheelTagProblem.tooManyTags(2048)) { try WheelTagSet("\(names)-\(names)-any.x") }
    let many = Array(repeating: "c", count: 160).joined(separator: ".")
    #expect(throws: WheelTagProblem.tooManyTags(160 * 160 * 160)) { try WheelTagSet("\(many)-\(many)-\(many)") }
  }

  @Test func endlessFile() {
    let wheel = WheelFile(Array(String(repeating: "Tag: cp311-cp311-any\n", count: 10_000).utf8))
    #expect(wheel.tags.count == WheelFile.mostTags)
  }
}
