import SharedObjects
import Testing

@Suite struct ObjectKindTests {
  /// Numbers of elf.h, and what `uname -m` says on such a machine.
  static let names: [(machine: UInt16, width: ObjectFile.Width, order: ObjectFile.ByteOrder, name: String)] = [
    (62, .bits64, .littleEndian, "x86_64"), (183, .bits64, .littleEndian, "aarch64"),
    (21, .bits64, .littleEndian, "ppc64le"), (21, .bits64, .bigEndian, "ppc64"),
    (22, .bits64, .bigEndian, "s390x"), (22, .bits32, .bigEndian, "s390"),
    (999, .bits64, .littleEndian, "machine 999"),
  ]

  @Test(arguments: names)
  func namesOfMachines(
    _ row: (machine: UInt16, width: ObjectFile.Width, order: ObjectFile.ByteOrder, name: String)
  ) {
    let machine = ObjectFile.Machine(rawValue: row.machine)
    #expect(ObjectFile.Kind(width: row.width, byteOrder: row.order, machine: machine).name == row.name)
  }
}
