import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

extension ObjectFile {
  /// Of a file in memory.
  convenience init(bytes: some Sequence<UInt8>) throws(ObjectProblem) {
    do {
      try self.init(try MappedFile(copying: Array(bytes)))
    } catch let error as ObjectProblem {
      throw error
    } catch {
      throw .unreadable(.noMemory)
    }
  }
}

extension TinyELF {
  struct Kind: Sendable, CustomTestStringConvertible {
    let is64: Bool
    let isBigEndian: Bool

    var testDescription: String {
      "\(is64 ? 64 : 32) bits, the \(isBigEndian ? "most" : "least") significant byte first"
    }

    static let usual = Kind(is64: true, isBigEndian: false)
    static let all: [Kind] = [
      Kind(is64: false, isBigEndian: true), Kind(is64: false, isBigEndian: false), Kind(is64: true, isBigEndian: true),
      .usual,
    ]
  }

  init(_ kind: Kind) {
    self.init()
    (is64, isBigEndian) = (kind.is64, kind.isBigEndian)
  }
}
