internal import SystemCalls

/// What the loader makes of a file by its first bytes alone: `open_verify` of glibc's `elf/dl-load.c`, in its order.
///
/// A file for another class or machine is passed over, since such files are expected in folders of several machines;
/// anything else that is wrong ends the search.
struct HeaderVerification {
  private let file: MappedFile
  private let expected: ObjectFile.Kind
  private let layout: ELFLayout

  enum Verdict {
    case usable
    case skipped(SkipReason)
    case refused(FileRefusal)
  }

  init(_ file: MappedFile, for expected: ObjectFile.Kind) {
    (self.file, self.expected, layout) = (file, expected, ELFLayout(expected.width))
  }

  var verdict: Verdict {
    guard file.count >= layout.header.size, let bytes = file.bytes(at: 0, count: Place.identificationSize) else {
      return .refused(.tooShort(size: file.count))
    }
    if !bytes.starts(with: ObjectHeader.magic) { return .refused(.notELF(ForeignFormat(of: file))) }
    if bytes[Place.width] != expected.width.rawValue { return otherWidth(bytes[Place.width]) }
    if let refusal = refusal(ofIdentification: bytes) { return .refused(refusal) }
    return machineVerdict
  }

  /// What the loader does with a class that does not exist is what it does with the other one.
  private func otherWidth(_ byte: UInt8) -> Verdict {
    .skipped(.otherWidth(ObjectFile.Width(rawValue: byte) ?? (expected.width == .bits64 ? .bits32 : .bits64)))
  }

  private func refusal(ofIdentification bytes: [UInt8]) -> FileRefusal? {
    let (abi, abiVersion) = (bytes[Place.abi], bytes[Place.abiVersion])
    let order = bytes[Place.byteOrder]
    if order != expected.byteOrder.rawValue { return .otherByteOrder(ObjectFile.ByteOrder(rawValue: order)) }
    if bytes[Place.version] != Self.currentVersion { return .otherVersionOfIdentification }
    if abi != 0, abi != Self.gnuABI { return .otherABI(abi) }
    if abiVersion > (abi == Self.gnuABI ? Self.highestABIVersion : 0) { return .otherABIVersion(abiVersion) }
    return bytes[Place.padding...].contains { $0 != 0 } ? .padding : nil
  }

  private var machineVerdict: Verdict {
    let view = FileView(file: file, isBigEndian: expected.byteOrder == .bigEndian)
    guard let machine = view.half(at: ELFLayout.Header.machine), let type = view.half(at: ELFLayout.Header.type) else {
      return .refused(.unreadableData)
    }
    if view.word(at: Place.fileVersion) != UInt32(Self.currentVersion) { return .refused(.otherVersion) }
    if machine != expected.machine.rawValue {
      return .skipped(.otherMachine(ObjectFile.Machine(rawValue: machine)))
    }
    if type != Self.executable, type != Self.shared { return .refused(.notLoadable) }
    if view.half(at: layout.header.programHeaderSize).map(Int.init) != layout.segment.size {
      return .refused(.programHeaderSize)
    }
    return hasProgramHeaders(view) ? .usable : .refused(.unreadableData)
  }

  private func hasProgramHeaders(_ view: FileView) -> Bool {
    guard let start = view.integer(at: layout.header.programHeaders, size: layout.wordSize),
      let count = view.half(at: layout.header.programHeaderCount).map(Int.init)
    else { return false }
    return start <= file.count - count * layout.segment.size
  }

  /// Indices of e_ident (elf.h), and e_version.
  private enum Place {
    static let width = 4
    static let byteOrder = 5
    static let version = 6
    static let abi = 7
    static let abiVersion = 8
    static let padding = 9
    static let identificationSize = 16
    static let fileVersion = 20
  }

  private static let currentVersion: UInt8 = 1
  private static let gnuABI: UInt8 = 3
  /// `LIBC_ABI_MAX` of glibc's `libc-abis` is 4 on most machines: unique symbols, indirect functions, absolute symbols.
  private static let highestABIVersion: UInt8 = 3
  private static let executable: UInt16 = 2
  private static let shared: UInt16 = 3
}
