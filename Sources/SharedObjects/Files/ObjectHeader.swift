internal import SystemCalls

/// The start of an ELF file, which says how to read the rest.
struct ObjectHeader: Sendable {
  let view: FileView
  let kind: ObjectFile.Kind
  let type: ObjectFile.FileType
  let abi: UInt8
  let flags: UInt32
  let layout: ELFLayout

  static let magic: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]
  private static let identificationSize = 16
  private static let abiPlace = 7

  init(_ file: MappedFile) throws(ObjectProblem) {
    guard file.count > 0 else { throw .empty }
    guard file.bytes(at: 0, count: Self.magic.count) == Self.magic else { throw .notELF(ForeignFormat(of: file)) }
    guard let abi = file.byte(at: Self.abiPlace),
      let classByte = file.byte(at: 4), let orderByte = file.byte(at: 5)
    else { throw .truncated(Truncation(size: file.count, expectedSize: Self.identificationSize)) }
    guard let width = ObjectFile.Width(rawValue: classByte), let order = ObjectFile.ByteOrder(rawValue: orderByte)
    else { throw .malformed(.identification) }
    let layout = ELFLayout(width)
    let view = FileView(file: file, isBigEndian: order == .bigEndian)
    guard file.count >= layout.header.size, let type = view.half(at: ELFLayout.Header.type),
      let machine = view.half(at: ELFLayout.Header.machine), let flags = view.word(at: layout.header.flags)
    else { throw .truncated(Truncation(size: file.count, expectedSize: layout.header.size)) }
    self.view = view
    self.layout = layout
    self.abi = abi
    self.flags = flags
    self.type = ObjectFile.FileType(type)
    kind = ObjectFile.Kind(width: width, byteOrder: order, machine: ObjectFile.Machine(rawValue: machine))
  }
}
