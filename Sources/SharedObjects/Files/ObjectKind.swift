internal import SystemCalls
package import SystemPackage

extension ObjectFile {
  /// What must be the same for two files to be loaded into one process.
  package struct Kind: Sendable, Hashable {
    package let width: Width
    package let byteOrder: ByteOrder
    package let machine: Machine

    package init(width: Width, byteOrder: ByteOrder, machine: Machine) {
      self.width = width
      self.byteOrder = byteOrder
      self.machine = machine
    }
  }

  /// EI_CLASS.
  package enum Width: UInt8, Sendable {
    case bits32 = 1
    case bits64 = 2
  }

  /// EI_DATA.
  package enum ByteOrder: UInt8, Sendable {
    case littleEndian = 1
    case bigEndian = 2
  }

  /// e_machine: the processor that the code is for (elf.h).
  package struct Machine: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }
  }

  /// e_type.
  package enum FileType: Sendable, Equatable {
    /// What a linker makes objects of; no loader takes it.
    case relocatable
    /// At addresses of its own.
    case executable
    /// A library, or a program that may lie anywhere.
    case shared
    case core
    case other(UInt16)
  }
}

extension ObjectFile.Kind {
  /// Of the file at this path, of which the header alone is read: the rest may be broken.
  package init(opening path: FilePath) throws(ObjectProblem) {
    self = try ObjectHeader(try MappedFile(object: path)).kind
  }
}

extension ObjectFile.Kind {
  /// The machine as `uname -m` and wheels name it, which tells apart what has one number.
  package var name: String {
    switch (machine, width, byteOrder) {
    case (.power64, _, .littleEndian): "ppc64le"
    case (.s390, .bits64, _): "s390x"
    default: machine.description
    }
  }
}

extension ObjectFile.FileType {
  init(_ number: UInt16) {
    switch number {
    case 1: self = .relocatable
    case 2: self = .executable
    case 3: self = .shared
    case 4: self = .core
    default: self = .other(number)
    }
  }
}

extension ObjectFile.Machine: CustomStringConvertible {
  static let alpha = Self(rawValue: 0x9026)
  static let s390 = Self(rawValue: 22)

  /// By the name that `uname -m` has for it on a machine of 64 bits, where there is one of them.
  package var description: String { Self.names[rawValue] ?? "machine \(rawValue)" }

  private static let names: [UInt16: String] = [
    2: "sparc", 3: "i386", 4: "m68k", 8: "mips", 15: "parisc", 20: "ppc", 21: "ppc64", 22: "s390", 40: "arm", 42: "sh",
    43: "sparc64", 50: "ia64", 62: "x86_64", 183: "aarch64", 190: "cuda", 243: "riscv", 247: "bpf", 258: "loongarch",
    0x9026: "alpha",
  ]
}
