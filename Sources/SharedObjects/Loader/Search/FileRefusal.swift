/// Why the loader gives up at a file that it found: it goes on with no other.
///
/// The cases are those of `open_verify` in glibc's `elf/dl-load.c`.
package enum FileRefusal: Error, Sendable, Equatable {
  case tooShort(size: Int)
  /// A folder, a pipe or a device.
  case notRegular
  /// A file that is cut within its headers.
  case unreadableData
  case notELF(ForeignFormat)
  case otherByteOrder(ObjectFile.ByteOrder?)
  case otherVersionOfIdentification
  case otherABI(UInt8)
  case otherABIVersion(UInt8)
  case padding
  case otherVersion
  case notLoadable
  case programHeaderSize
  /// As of files that hold the debugging information of others.
  case noDynamicSection
  /// For another class or machine: musl takes the first file of the name, whatever it is for.
  case otherKind
  /// It asks for stacks that code may run on, and the loader makes none so in a running process.
  case executableStack
  /// The header is in order, and something behind it is not: what the loader makes of that differs.
  case broken(ObjectProblem)
}

extension FileRefusal {
  /// What glibc's loader says, for an object of this kind; `nil` where that depends on what is broken.
  package func loaderMessage(for kind: ObjectFile.Kind) -> String? {
    switch self {
    case .tooShort: "file too short"
    case .notRegular, .unreadableData: "cannot read file data"
    case .notELF: "invalid ELF header"
    case .otherByteOrder:
      "ELF file data encoding not \(kind.byteOrder == .littleEndian ? "little" : "big")-endian"
    case .otherVersionOfIdentification: "ELF file version ident does not match current one"
    case .otherABI: "ELF file OS ABI invalid"
    case .otherABIVersion: "ELF file ABI version invalid"
    case .padding: "nonzero padding in e_ident"
    case .otherVersion: "ELF file version does not match current one"
    case .notLoadable: "only ET_DYN and ET_EXEC can be loaded"
    case .programHeaderSize: "ELF file's phentsize not the expected size"
    case .noDynamicSection: "object file has no dynamic section"
    case .executableStack: "cannot enable executable stack as shared object requires"
    case .otherKind, .broken: nil
    }
  }
}
