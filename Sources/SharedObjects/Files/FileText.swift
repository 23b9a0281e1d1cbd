internal import SystemCalls

/// Bytes of a mapped file, not copied: most often a name, which need not be UTF-8.
package struct FileText: Sendable {
  let file: MappedFile
  let offset: Int
  package let count: Int

  package var bytes: [UInt8] { file.bytes(at: offset, count: count) ?? [] }

  /// What is not UTF-8 is replaced.
  package var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension FileText: Equatable {
  package static func == (one: FileText, other: FileText) -> Bool {
    one.count == other.count && one.file.isEqual(at: one.offset, to: other.file, at: other.offset, count: one.count)
  }
}
