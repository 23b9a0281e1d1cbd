extension CacheAcceptance {
  package init(_ kind: ObjectFile.Kind, _ hardware: HardwareCapabilities) {
    let preferred = Self.preferredFlags(kind)
    self.init(
      flags: Self.additional[kind.machine].map { [preferred, $0] } ?? [preferred], preferredFlags: preferred,
      subfolders: hardware.named, level: hardware.level, legacy: hardware.legacy)
  }

  /// `FLAG_ELF_LIBC6`, together with the machine's own flag where it has one: glibc's `sysdeps/generic/ldconfig.h` and
  /// `sysdeps/unix/sysv/linux/*/dl-cache.h`. Of ARM, RISC-V and LoongArch those with hardware floating point.
  private static func preferredFlags(_ kind: ObjectFile.Kind) -> Int {
    kind.machine == .amd64 && kind.width == .bits32 ? 0x803 : machines[kind.machine] ?? 3
  }

  private static let machines: [ObjectFile.Machine: Int] = [
    .amd64: 0x303, .aarch64: 0xA03, .arm: 0x903, .power64: 0x503,
    .s390: 0x403, .riscv: 0x1003, .loongArch: 0x1203, .sparc64: 0x103,
  ]

  /// What counts beside it: the unmarked libraries of ARM, and of libc5's time on Intel's 32 bits.
  private static let additional: [ObjectFile.Machine: Int] = [.arm: 3, .i386: 1]
}
