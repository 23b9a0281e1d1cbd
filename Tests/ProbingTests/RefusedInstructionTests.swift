import Probing
import Testing

/// Bytes as `objdump -d` shows them.
struct RefusedInstructionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: [UInt8]
    let needs: String?

    init(_ name: String, _ code: [UInt8], _ needs: String?) {
      testDescription = name
      self.code = code
      self.needs = needs
    }
  }

  static let cases: [Case] = [
    Case("vaddps %zmm", [0x62, 0xF1, 0x74, 0x48, 0x58, 0xC2], "avx512f"),
    Case("vmovdqa %ymm", [0xC5, 0xFD, 0x6F, 0x07], "avx"),
    Case("vfmadd231ps", [0xC4, 0xE2, 0x75, 0xB8, 0xC2], "fma"),
    Case("crc32", [0xF2, 0x48, 0x0F, 0x38, 0xF1, 0xC1], "sse4_2"),
    Case("popcnt", [0xF3, 0x48, 0x0F, 0xB8, 0xC1], "popcnt"),
    Case("aesenc", [0x66, 0x0F, 0x38, 0xDC, 0xC1], "aes"),
    Case("pclmulqdq", [0x66, 0x0F, 0x3A, 0x44, 0xC1, 0x00], "pclmulqdq"),
    Case("pshufb", [0x66, 0x0F, 0x38, 0x00, 0xC1], "ssse3"),
    Case("ud2", [0x0F, 0x0B], nil),
    Case("ret", [0xC3], nil),
    Case("nothing", [], nil),
    Case("prefixes alone", [0x66, 0xF2, 0xF3, 0x48], nil),
  ]

  @Test(arguments: cases)
  func isKnownByItsFirstBytes(row: Case) {
    let extensions = RefusedInstruction(code: row.code).extensions
    if let needs = row.needs { #expect(extensions.contains(needs)) } else { #expect(extensions.isEmpty) }
  }
}
