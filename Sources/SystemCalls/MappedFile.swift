internal import CLinux
internal import Glibc
package import SystemPackage

/// The bytes of a regular file, mapped for reading and not copied (mmap(2)); every access is checked.
///
/// What replaces a file by another of the same name, as installers do, leaves the mapping as it was. A file that is cut
/// while it is mapped is another matter: the system then ends the process that reads beyond its new end (SIGBUS), and
/// nothing here guards against that. A copy would, at the price of reading files of hundreds of megabytes as a whole.
package final class MappedFile: Sendable {
  /// Nobody writes to it, so that any thread may read it.
  @usableFromInline nonisolated(unsafe) let region: UnsafeRawBufferPointer

  /// In bytes.
  @inlinable package var count: Int { region.count }

  package init(opening path: FilePath) throws(RegularFileProblem) {
    let file = try RegularFile(opening: path)
    do throws(Errno) {
      region = UnsafeRawBufferPointer(try pages(file.size, PROT_READ, MAP_PRIVATE, file.descriptor.rawValue))
    } catch {
      throw .cannotOpen(error)
    }
  }

  /// A copy of bytes in memory, read in the same way as a file.
  ///
  /// - Throws: `Errno` where the system gives no memory.
  package init(copying bytes: [UInt8]) throws(Errno) {
    let pages = try pages(bytes.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
    pages.copyBytes(from: bytes)
    region = UnsafeRawBufferPointer(pages)
  }

  deinit {
    if let start = region.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), region.count) }
  }
}

extension MappedFile {
  /// Numbers as they lie in the file, in the byte order of this machine; `nil` where they are not wholly in the file.
  @inlinable
  package func byte(at offset: Int) -> UInt8? { number(at: offset) }

  @inlinable
  package func half(at offset: Int) -> UInt16? { number(at: offset) }

  @inlinable
  package func word(at offset: Int) -> UInt32? { number(at: offset) }

  @inlinable
  package func longWord(at offset: Int) -> UInt64? { number(at: offset) }

  @inlinable @inline(__always)
  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Number? {
    guard offset >= 0, offset <= region.count - MemoryLayout<Number>.size else { return nil }
    return region.loadUnaligned(fromByteOffset: offset, as: Number.self)
  }

  /// Exactly so many bytes; `nil` where they are not all in the file.
  package func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard contains(offset, count) else { return nil }
    return Array(region[offset..<(offset + count)])
  }

  /// Where the first byte of this value lies in this part of the file; `nil` where there is none.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard let start = region.baseAddress, !range.isEmpty, contains(range.lowerBound, range.count),
      let found = memchr(start + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return start.distance(to: found)
  }

  /// Where these bytes lie first in this part of the file, as a whole; `nil` where they do not, and for none.
  package func firstIndex(of bytes: [UInt8], in range: Range<Int>) -> Int? {
    guard let start = region.baseAddress, !bytes.isEmpty, contains(range.lowerBound, range.count),
      let found = bytes.withUnsafeBytes({ wanted in
        wanted.baseAddress.flatMap { memmem(start + range.lowerBound, range.count, $0, wanted.count) }
      })
    else { return nil }
    return start.distance(to: found)
  }

  /// Whether the same bytes lie at two places, in one file or in two; what lies beyond an end is the same as nothing.
  package func isEqual(at offset: Int, to other: MappedFile, at otherOffset: Int, count: Int) -> Bool {
    guard contains(offset, count), other.contains(otherOffset, count) else { return false }
    guard count > 0, let mine = region.baseAddress, let theirs = other.region.baseAddress else { return true }
    return memcmp(mine + offset, theirs + otherOffset, count) == 0
  }

  private func contains(_ offset: Int, _ count: Int) -> Bool {
    offset >= 0 && count >= 0 && count <= region.count && offset <= region.count - count
  }
}

/// Pages of a file or of memory; none for no bytes, which mmap(2) refuses.
private func pages(
  _ size: Int, _ protection: Int32, _ flags: Int32, _ descriptor: Int32 = -1
) throws(Errno) -> UnsafeMutableRawBufferPointer {
  guard size > 0 else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
  let start = mmap(nil, size, protection, flags, descriptor, 0)
  guard let start, start != MAP_FAILED else { throw Errno(rawValue: errno) }
  return UnsafeMutableRawBufferPointer(start: start, count: size)
}
