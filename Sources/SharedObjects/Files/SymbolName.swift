internal import SystemCalls
package import SystemPackage

/// The name of a symbol with the number by which hash tables find it, made once and looked up in many files.
package struct SymbolName: Sendable {
  package let text: FileText
  /// h = h * 33 + byte, from 5381 on ("ELF-hash, DT_GNU_HASH" of the binutils).
  let gnuHash: UInt32

  package var bytes: [UInt8] { text.bytes }

  /// A name as C has it.
  ///
  /// - Throws: `Errno` where the system gives no memory.
  package init(_ name: String) throws(Errno) {
    let file = try MappedFile(copying: Array(name.utf8))
    text = FileText(file: file, offset: 0, count: file.count)
    gnuHash = Self.gnuHash(of: text)
  }

  /// A name that was found in a file.
  package init(_ text: FileText) {
    self.text = text
    gnuHash = Self.gnuHash(of: text)
  }

  private static func gnuHash(of text: FileText) -> UInt32 {
    var hash = firstHash
    for offset in text.offset..<(text.offset + text.count) {
      hash = hash &* 33 &+ UInt32(text.file.byte(at: offset) ?? 0)
    }
    return hash
  }

  private static let firstHash: UInt32 = 5381

  /// The name at this place of a table; `nil` beyond it, and where no NUL follows.
  init?(in strings: StringTable, at index: Int) {
    guard let text = strings.text(at: index) else { return nil }
    self.init(text)
  }

  /// The hash of System V, for files without the table of GNU (elf(5), DT_HASH).
  func systemVHash() -> UInt32 {
    bytes.reduce(0) { hash, byte in
      let sum = hash << 4 &+ UInt32(byte)
      let high = sum & 0xF000_0000
      return (sum ^ high >> 24) & ~high
    }
  }
}
