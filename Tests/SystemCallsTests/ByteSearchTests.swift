import SystemCalls
import Testing

@Suite struct ByteSearchTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let part: Range<Int>
    let place: Int?
  }

  private static let bytes: [UInt8] = Array("a,b,c".utf8)

  static let cases: [Case] = [
    Case(testDescription: "the first of two", part: 0..<5, place: 1),
    Case(testDescription: "the second, by the index in the whole", part: 2..<5, place: 3),
    Case(testDescription: "at the start of the part", part: 3..<4, place: 3),
    Case(testDescription: "none in the part", part: 4..<5, place: nil),
    Case(testDescription: "an empty part", part: 1..<1, place: nil),
    Case(testDescription: "a part beyond the bytes", part: 2..<100, place: 3),
    Case(testDescription: "a part behind the bytes", part: 10..<20, place: nil),
  ]

  @Test(arguments: cases)
  func commas(_ row: Case) {
    #expect(Self.bytes.firstIndex(of: UInt8(ascii: ","), in: row.part) == row.place)
  }

  @Test func nothingInNothing() {
    #expect([UInt8]().firstIndex(of: 0, in: 0..<1) == nil)
  }
}
