/// An instruction that the processor does not know, as far as its first bytes tell which extension it belongs to.
///
/// Encodings: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, chapter 2 (prefixes) and
/// appendix A (opcode maps). The names are those of /proc/cpuinfo.
package struct RefusedInstruction: Sendable {
  /// Extensions that may have it; empty where the bytes do not tell.
  package let extensions: [String]

  package init(code: [UInt8]) {
    var rest = code[...]
    var prefix: UInt8 = 0
    // Operand size and repetition prefixes choose among instructions; REX only widens registers.
    while let byte = rest.first, [0x66, 0xF2, 0xF3].contains(byte) || (0x40...0x4F).contains(byte) {
      if byte > 0x4F { prefix = byte }
      rest = rest.dropFirst()
    }
    extensions = Self.extensions(prefix, Array(rest.prefix(3)) + [0, 0, 0])
  }

  private static func extensions(_ prefix: UInt8, _ code: [UInt8]) -> [String] {
    switch (prefix, code[0], code[1], code[2]) {
    case (_, 0x62, _, _): ["avx512f", "avx512bw", "avx512dq", "avx512vl"]
    case (_, 0xC5, _, _): ["avx", "avx2"]
    case (_, 0xC4, _, _): ["avx", "avx2", "fma", "bmi1", "bmi2", "f16c"]
    case (0xF2, 0x0F, 0x38, 0xF0), (0xF2, 0x0F, 0x38, 0xF1): ["sse4_2"]
    case (_, 0x0F, 0x38, 0xDB...0xDF): ["aes"]
    case (_, 0x0F, 0x38, 0xC8...0xCD): ["sha_ni"]
    case (_, 0x0F, 0x38, 0xF0), (_, 0x0F, 0x38, 0xF1): ["movbe"]
    case (_, 0x0F, 0x38, 0x00...0x1E): ["ssse3"]
    case (_, 0x0F, 0x38, _): ["sse4_1", "sse4_2"]
    case (_, 0x0F, 0x3A, 0x0F): ["ssse3"]
    case (_, 0x0F, 0x3A, 0x44): ["pclmulqdq"]
    case (_, 0x0F, 0x3A, _): ["sse4_1", "sse4_2"]
    case (0xF3, 0x0F, 0xB8, _): ["popcnt"]
    case (0xF3, 0x0F, 0xBD, _): ["abm"]
    default: []
    }
  }
}
