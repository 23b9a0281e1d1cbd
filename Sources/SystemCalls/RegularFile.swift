internal import Glibc
package import SystemPackage

/// A regular file opened for reading; nothing else is opened, above all nothing that a read could hang on.
package struct RegularFile: ~Copyable {
  let descriptor: FileDescriptor
  package let size: Int

  /// `nil` for what cannot be read or is no regular file.
  package init?(_ path: FilePath) {
    do throws(RegularFileProblem) {
      self = try RegularFile(opening: path)
    } catch {
      return nil
    }
  }

  package init(opening path: FilePath) throws(RegularFileProblem) {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
    } catch {
      throw .cannotOpen(error as? Errno ?? .ioError)
    }
    var status = stat()
    guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      try? file.close()
      throw .notRegular
    }
    descriptor = file
    size = Int(status.st_size)
  }

  deinit { try? descriptor.close() }

  /// Up to `count` bytes from `offset` on, fewer at the end of the file; `nil` beyond it or on an error.
  package func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, offset <= size, count >= 0 else { return nil }
    let wanted = min(count, size - offset)
    return try? [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      let buffer = UnsafeMutableRawBufferPointer(buffer)
      while filled < wanted {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<wanted])
        let read = try descriptor.read(fromAbsoluteOffset: Int64(offset + filled), into: rest)
        guard read > 0 else { break }
        filled += read
      }
    }
  }
}

/// Why a file is not read.
package enum RegularFileProblem: Error, Sendable, Equatable {
  /// What open(2) says.
  case cannotOpen(Errno)
  /// It is a folder, a pipe or a device.
  case notRegular
}
