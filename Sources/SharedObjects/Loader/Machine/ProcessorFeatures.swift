/// What of a processor decides where the loader searches.
package struct ProcessorFeatures: Sendable, Equatable {
  /// As the kernel spells them in `/proc/cpuinfo`.
  package let flags: Set<String>
  package let isIntel: Bool
  /// The generation of a POWER processor, such as 9, in whose mode the kernel runs programs.
  package let power: Int?

  package init(flags: Set<String>, isIntel: Bool, power: Int? = nil) {
    (self.flags, self.isIntel, self.power) = (flags, isIntel, power)
  }

  /// Of the first processor in `/proc/cpuinfo` (proc(5)).
  package init(cpuinfo: [UInt8]) {
    var (flags, isIntel, power): (Set<String>?, Bool, Int?) = (nil, false, nil)
    for line in String(decoding: cpuinfo, as: UTF8.self).split(separator: "\n") where flags == nil {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      switch parts[0].prefix(while: { $0 != "\t" && $0 != " " }) {
      case "vendor_id": isIntel = parts[1].contains("GenuineIntel")
      case "flags", "Features", "features": flags = Set(parts[1].split(separator: " ").map(String.init))
      case "cpu": power = power ?? Self.power(parts[1])
      default: break
      }
    }
    self.init(flags: flags ?? [], isIntel: isIntel, power: power)
  }

  /// `POWER9 (architected), altivec supported` (`arch/powerpc/kernel/setup-common.c`).
  private static func power(_ name: Substring) -> Int? {
    let word = name.drop { $0 == " " }.prefix { $0 != " " && $0 != "," }.lowercased()
    return word.hasPrefix("power") ? Int(word.dropFirst("power".count).prefix { $0.isNumber }) : nil
  }

  /// The level of x86-64 that the processor has, from 0 for none: glibc's `sysdeps/x86/get-isa-level.h`, with the
  /// kernel's names of the features (`arch/x86/include/asm/cpufeatures.h`).
  package var level: Int { Self.levels.prefix { flags.isSuperset(of: $0) }.count }

  private static let levels: [Set<String>] = [
    ["cmov", "cx8", "fpu", "fxsr", "mmx", "sse", "sse2"],
    ["cx16", "lahf_lm", "popcnt", "pni", "ssse3", "sse4_1", "sse4_2"],
    ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"],
    ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"],
  ]

  /// The folders below `glibc-hwcaps` that the loader of a machine searches, the best last: `dl-hwcaps-subdirs.c` of
  /// glibc's `sysdeps/x86_64`, `sysdeps/powerpc/powerpc64/le` and `sysdeps/s390/s390-64`.
  func subfolders(_ kind: ObjectFile.Kind) -> [String] {
    switch kind.machine {
    case .amd64: (2...4).filter { $0 <= level }.map { "x86-64-v\($0)" }
    case .power64 where kind.byteOrder == .littleEndian: (9...10).filter { $0 <= power ?? 0 }.map { "power\($0)" }
    case .s390: Self.generations.prefix { flags.isSuperset(of: $0.flags) }.map(\.name)
    default: []
    }
  }

  /// Of IBM Z, with the kernel's names of the features (`arch/s390/kernel/processor.c`).
  private static let generations: [(name: String, flags: Set<String>)] = [
    ("z13", ["vx"]), ("z14", ["vxd", "vxe", "gs"]), ("z15", ["vxe2", "vxp"]), ("z16", ["vxp2"]),
  ]

  /// `HWCAP_X86_AVX512_1`.
  var hasIntelAVX512: Bool {
    isIntel && flags.isSuperset(of: ["avx512cd", "avx512bw", "avx512dq", "avx512vl"]) && !flags.contains("avx512er")
  }

  /// What `$PLATFORM` stands for: the kernel's AT_PLATFORM (getauxval(3)), which glibc replaces on some processors of
  /// Intel (`sysdeps/x86/cpu-features.c`). `nil` for machines where it is not known.
  package func platform(_ kind: ObjectFile.Kind) -> String? {
    switch kind.machine {
    case .amd64:
      if isIntel, flags.isSuperset(of: ["avx512cd", "avx512er", "avx512pf"]) { return "xeon_phi" }
      return isIntel && flags.isSuperset(of: Self.haswell) ? "haswell" : "x86_64"
    case .i386: return "i686"
    case .aarch64: return "aarch64"
    default: return nil
    }
  }

  private static let haswell: Set<String> = ["avx2", "fma", "bmi1", "bmi2", "abm", "movbe", "popcnt"]
}
