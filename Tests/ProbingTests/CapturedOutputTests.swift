import Probing
import Testing

@Suite struct CapturedOutputTests {
  private static let part = CapturedOutput.part

  private func captured(_ pieces: [UInt8]...) -> CapturedOutput {
    var output = CapturedOutput()
    for piece in pieces { output.append(piece) }
    return output
  }

  private func bytes(_ letter: Character, _ count: Int) -> [UInt8] {
    [UInt8](repeating: letter.asciiValue ?? 0, count: count)
  }

  @Test func nothing() {
    let output = captured([], [])
    #expect(output.text.isEmpty && output.byteCount == 0 && !output.isTruncated)
  }

  @Test func characterInTwoPieces() {
    #expect(captured([0x61, 0xC3], [0xA9]).text == "aé")
  }

  @Test func noUTF8() {
    #expect(captured([0x61, 0xFF, 0x62]).text == "a\u{FFFD}b")
  }

  @Test func characterAcrossTheParts() {
    let output = captured(bytes("a", Self.part - 1), [0xC3], [0xA9], bytes("b", 3))
    #expect(output.text.hasSuffix("aébbb"))
    #expect(!output.isTruncated)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    /// Beyond the first part.
    let rest: Int
    let left: Int
    /// How many bytes come at once.
    let piece: Int
    var testDescription: String { "\(rest) bytes after the first part, \(piece) at once" }

    init(_ rest: Int, at piece: Int, left: Int = 0) {
      self.rest = rest
      self.left = left
      self.piece = piece
    }
  }

  static let cases: [Case] = [
    Case(0, at: part), Case(1, at: part), Case(part - 1, at: 1000), Case(part, at: 1000), Case(part, at: 5 * part),
    Case(part + 1, at: 1000, left: 1), Case(2 * part, at: part, left: part),
    Case(2 * part + 1, at: part, left: part + 1), Case(2 * part + 1, at: 5 * part, left: part + 1),
    Case(9 * part + 7, at: 4099, left: 8 * part + 7), Case(9 * part + 7, at: 20 * part, left: 8 * part + 7),
  ]

  @Test(arguments: cases)
  func bothEndsAreKept(_ row: Case) {
    let all = bytes("a", Self.part) + bytes("b", row.left) + bytes("c", row.rest - row.left)
    var output = CapturedOutput()
    for start in stride(from: 0, to: all.count, by: row.piece) {
      output.append(Array(all[start..<min(start + row.piece, all.count)]))
    }
    let note = row.left == 0 ? "" : "\n… \(row.left) bytes left out …\n"
    let wanted =
      String(repeating: "a", count: Self.part) + note + String(repeating: "c", count: row.rest - row.left)
    #expect(output.byteCount == all.count)
    #expect(output.isTruncated == (row.left > 0))
    #expect(output.text == wanted, "the text differs")
  }
}
