internal import SystemCalls
package import SystemPackage

/// Why a file is not read as an object of ELF.
package enum ObjectProblem: Error, Sendable, Equatable {
  /// What open(2) or mmap(2) says.
  case unreadable(Errno)
  /// A folder, a pipe or a device.
  case notRegular
  case empty
  case notELF(ForeignFormat)
  /// The file ends before what its header announces.
  case truncated(Truncation)
  /// A value that no linker writes.
  case malformed(Part)

  /// The part of the file that is wrong.
  package enum Part: Sendable, Equatable {
    /// The first bytes, which say how to read the others.
    case identification
    case programHeaders
    case dynamicSection
    case strings
    case symbols
    case hashTable
    case versions
    case relocations
  }
}

/// How much of a file is there.
package struct Truncation: Sendable, Equatable {
  /// In bytes.
  package let size: Int
  /// What the headers announce; at least that, where they are themselves cut.
  package let expectedSize: Int

  package init(size: Int, expectedSize: Int) {
    self.size = size
    self.expectedSize = expectedSize
  }
}

extension MappedFile {
  convenience init(object path: FilePath) throws(ObjectProblem) {
    do throws(RegularFileProblem) {
      try self.init(opening: path)
    } catch {
      switch error {
      case .cannotOpen(let errno): throw .unreadable(errno)
      case .notRegular: throw .notRegular
      }
    }
  }
}
