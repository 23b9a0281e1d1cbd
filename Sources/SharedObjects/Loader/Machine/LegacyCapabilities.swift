/// The capabilities that glibc before 2.37 searched folders by, such as `tls/haswell`; later ones pass over cache
/// entries that ask for any.
package struct LegacyCapabilities: Sendable, Equatable {
  /// Names of folders in glibc's order of bits: capabilities, then the platform, then `tls`. Empty since 2.37.
  package let names: [[UInt8]]
  /// Bits of `hwcap` that an entry may have set.
  private let allowed: UInt64
  /// Those that stand for platforms, and the one of this machine.
  private let platforms: (mask: UInt64, own: UInt64)

  /// For glibc 2.37 and later.
  package static let none = LegacyCapabilities(names: [], allowed: 0, platforms: (0, 0))

  private init(names: [[UInt8]], allowed: UInt64, platforms: (mask: UInt64, own: UInt64)) {
    (self.names, self.allowed, self.platforms) = (names, allowed, platforms)
  }

  /// As glibc 2.36 has it in `elf/dl-hwcaps.c`, `sysdeps/x86/dl-hwcap.h` and `sysdeps/x86/cpu-features.c`; of other
  /// machines than x86-64 only the platform and `tls`.
  package init(_ kind: ObjectFile.Kind, _ processor: ProcessorFeatures) {
    let platform = processor.platform(kind)
    let last = (platform.map { [$0] } ?? []) + ["tls"]
    guard kind.machine == .amd64 else {
      self.init(names: last.map { Array($0.utf8) }, allowed: 1 << 63, platforms: (0, 0))
      return
    }
    let wide = processor.hasIntelAVX512
    let own = ["haswell": UInt64(1) << 50, "xeon_phi": 1 << 51][platform ?? ""] ?? .max
    self.init(
      names: (["x86_64"] + (wide ? ["avx512_1"] : []) + last).map { Array($0.utf8) },
      allowed: 1 << 63 | 0xF << 48 | 1 << 1 | (wide ? 1 << 2 : 0), platforms: (0xF << 48, own))
  }

  /// All combinations of the names, the one with every name first and the last name of each foremost.
  package var folders: [[UInt8]] {
    guard !names.isEmpty else { return [] }
    return (1..<(1 << names.count)).reversed().map { bits in
      let chosen = names.indices.reversed().filter { bits >> $0 & 1 == 1 }.map { names[$0] }
      return Array(chosen.joined(separator: [UInt8(ascii: "/")]))
    }
  }

  func allows(_ entry: CacheTable.RawEntry) -> Bool {
    let bits = UInt64(entry.capabilities.high) << 32 | UInt64(entry.capabilities.low)
    if bits & ~allowed != 0 { return false }
    return bits & platforms.mask == 0 || bits & platforms.mask == platforms.own
  }

  package static func == (left: LegacyCapabilities, right: LegacyCapabilities) -> Bool {
    left.names == right.names && left.allowed == right.allowed && left.platforms == right.platforms
  }
}
