extension ObjectFile.Machine {
  // Those whose loaders have rules of their own.
  static let i386 = Self(rawValue: 3)
  static let power64 = Self(rawValue: 21)
  static let arm = Self(rawValue: 40)
  static let sparc64 = Self(rawValue: 43)
  static let amd64 = Self(rawValue: 62)
  static let aarch64 = Self(rawValue: 183)
  static let riscv = Self(rawValue: 243)
  static let loongArch = Self(rawValue: 258)
}
