internal import SystemCalls

/// Objects of other systems.
enum ForeignObject {
  static func format(_ file: MappedFile) -> ForeignFormat? {
    machO(file) ?? portableExecutable(file)
  }

  // MARK: macOS

  /// `MH_MAGIC`, `MH_MAGIC_64` and `FAT_MAGIC` (mach-o/loader.h, mach-o/fat.h).
  private static func machO(_ file: MappedFile) -> ForeignFormat? {
    for isBigEndian in [false, true] {
      let view = FileView(file: file, isBigEndian: isBigEndian)
      guard let magic = view.word(at: 0), let machine = view.word(at: 4) else { return nil }
      if magic == 0xFEED_FACE || magic == 0xFEED_FACF { return .machO([name(machine)]) }
      if isBigEndian, magic == 0xCAFE_BABE || magic == 0xCAFE_BABF {
        return fat(view, count: Int(machine), size: magic == 0xCAFE_BABE ? 20 : 32)
      }
    }
    return nil
  }

  /// A file for several machines. Java's classes begin in the same way: where the number of machines would be, they
  /// have their version, which is at least 45 (magic(5)).
  private static func fat(_ view: FileView, count: Int, size: Int) -> ForeignFormat? {
    guard count < 45 else { return nil }
    return .machO((0..<count).compactMap { view.word(at: 8 + $0 * size).map(name) })
  }

  /// As lipo(1) has them.
  private static func name(_ machine: UInt32) -> String {
    let names: [UInt32: String] = [
      7: "i386", 0x0100_0007: "x86_64", 12: "arm", 0x0100_000C: "arm64", 0x0200_000C: "arm64_32", 18: "ppc",
      0x0100_0012: "ppc64",
    ]
    return names[machine] ?? "machine \(machine)"
  }

  // MARK: Windows

  /// "MS-DOS Stub" and "COFF File Header" of "PE Format".
  private static func portableExecutable(_ file: MappedFile) -> ForeignFormat? {
    let view = FileView(file: file, isBigEndian: false)
    guard view.half(at: 0) == 0x5A4D else { return nil }
    guard let start = view.word(at: 0x3C).map(Int.init), view.word(at: start) == 0x4550,
      let machine = view.half(at: start + 4)
    else { return .portableExecutable(nil) }
    let names: [UInt16: String] = [0x14C: "x86", 0x8664: "x86_64", 0xAA64: "arm64", 0x1C0: "arm", 0x1C4: "arm"]
    return .portableExecutable(names[machine] ?? "machine \(machine)")
  }
}
