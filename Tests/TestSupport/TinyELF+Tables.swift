extension TinyELF {
  /// A table with its entries in the dynamic section; those without a value tell where it lies.
  struct Table {
    var part: Part
    var entries: [(tag: Int, value: UInt64?)]
    var bytes: [UInt8]
  }

  /// Names with a NUL behind each.
  struct Strings {
    var bytes: [UInt8] = [0]

    mutating func index(_ name: [UInt8]) -> Int {
      defer { bytes += name + [0] }
      return bytes.count
    }

    mutating func index(_ name: String) -> UInt64 { UInt64(index(Array(name.utf8))) }
  }

  func tables(_ strings: inout Strings) -> [Table] {
    var tables: [Table] = []
    if !symbols.isEmpty { tables += symbolTables(&strings) }
    if !needs.isEmpty {
      tables.append(Table(part: .needed, entries: [(0x6FFF_FFFE, nil)], bytes: neededVersions(&strings)))
    }
    if !defines.isEmpty {
      tables.append(Table(part: .defined, entries: [(0x6FFF_FFFC, nil)], bytes: definedVersions(&strings)))
    }
    return tables
  }

  private func symbolTables(_ strings: inout Strings) -> [Table] {
    let sorted = sortedSymbols
    let entries = sorted.flatMap { entry($0, UInt64(strings.index($0.name))) }
    let size = is64 ? 24 : 16
    var tables = [Table(part: .symbols, entries: [(6, nil)], bytes: zeros(size) + entries)]
    if !needs.isEmpty || !defines.isEmpty {
      let versions = number(0, 2) + sorted.flatMap { number($0.version, 2) }
      tables.append(Table(part: .versionIndices, entries: [(0x6FFF_FFF0, nil)], bytes: versions))
    }
    for hash in hashes {
      switch hash {
      case .gnu: tables.append(Table(part: .gnuHash, entries: [(0x6FFF_FEF5, nil)], bytes: gnuHash(sorted)))
      case .systemV: tables.append(Table(part: .systemVHash, entries: [(4, nil)], bytes: systemVHash(sorted)))
      }
    }
    return tables
  }

  private func entry(_ symbol: Symbol, _ name: UInt64) -> [UInt8] {
    let info = [UInt8(symbol.binding << 4 | symbol.type), UInt8(symbol.visibility)]
    let place = number(symbol.section, 2)
    let extent = word(symbol.value) + word(symbol.size)
    return is64 ? number(name, 4) + info + place + extent : number(name, 4) + extent + info + place
  }

  // MARK: Hashes

  private static let bucketCount: UInt64 = 3

  /// Undefined symbols first, then by bucket, as the table of GNU wants them.
  private var sortedSymbols: [Symbol] {
    let defined = symbols.filter { $0.section != 0 }
    let buckets = (0..<Self.bucketCount).flatMap { bucket in
      defined.filter { Self.gnuHash($0.name) % Self.bucketCount == bucket }
    }
    return symbols.filter { $0.section == 0 } + buckets
  }

  private func gnuHash(_ sorted: [Symbol]) -> [UInt8] {
    let first = sorted.prefix { $0.section == 0 }.count + 1
    let hashes = sorted.dropFirst(first - 1).map { Self.gnuHash($0.name) }
    let (bits, shift) = (UInt64(is64 ? 64 : 32), UInt64(6))
    let filter = hashes.reduce(UInt64(0)) { $0 | 1 << ($1 % bits) | 1 << ($1 >> shift % bits) }
    let buckets = (0..<Self.bucketCount).map { bucket in
      hashes.firstIndex { $0 % Self.bucketCount == bucket }.map { UInt64(first + $0) } ?? 0
    }
    let chains = hashes.indices.map { index in
      let isLast =
        index + 1 == hashes.count || hashes[index + 1] % Self.bucketCount != hashes[index] % Self.bucketCount
      return hashes[index] & ~1 | (isLast ? 1 : 0)
    }
    return [Self.bucketCount, UInt64(first), 1, shift].flatMap { number($0, 4) } + word(filter)
      + (buckets + chains).flatMap { number($0, 4) }
  }

  private func systemVHash(_ sorted: [Symbol]) -> [UInt8] {
    // EM_S390 and EM_ALPHA.
    let size = is64 && (machine == 22 || machine == 0x9026) ? 8 : 4
    var buckets = [UInt64](repeating: 0, count: Int(Self.bucketCount))
    var chains = [UInt64](repeating: 0, count: sorted.count + 1)
    for (index, symbol) in sorted.enumerated() {
      let bucket = Int(Self.systemVHash(symbol.name) % Self.bucketCount)
      chains[index + 1] = buckets[bucket]
      buckets[bucket] = UInt64(index + 1)
    }
    let counts = [Self.bucketCount, UInt64(chains.count)]
    return (counts + buckets + chains).flatMap { number($0, size) }
  }

  private static func gnuHash(_ name: String) -> UInt64 {
    UInt64(name.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) })
  }

  private static func systemVHash(_ name: String) -> UInt64 {
    name.utf8.reduce(0) { hash, byte in
      let sum = (hash << 4 + UInt64(byte)) & 0xFFFF_FFFF
      let high = sum & 0xF000_0000
      return (sum ^ high >> 24) & ~high
    }
  }

  // MARK: Versions

  private func neededVersions(_ strings: inout Strings) -> [UInt8] {
    var records: [UInt8] = []
    for (position, need) in needs.enumerated() {
      let isLast = position + 1 == needs.count
      let size = 16 + 16 * need.versions.count
      records += number(1, 2) + number(UInt64(need.versions.count), 2) + number(strings.index(need.file), 4)
      records += number(16, 4) + number(isLast ? 0 : UInt64(size), 4)
      for (index, version) in need.versions.enumerated() {
        records += number(Self.systemVHash(version.name), 4) + number(version.flags, 2) + number(version.number, 2)
        records += number(strings.index(version.name), 4) + number(index + 1 == need.versions.count ? 0 : 16, 4)
      }
    }
    return records
  }

  private func definedVersions(_ strings: inout Strings) -> [UInt8] {
    var records: [UInt8] = []
    for (index, version) in defines.enumerated() {
      records += number(1, 2) + number(version.flags, 2) + number(version.number, 2) + number(1, 2)
      records += number(Self.systemVHash(version.name), 4) + number(20, 4)
      records += number(index + 1 == defines.count ? 0 : 28, 4)
      records += number(strings.index(version.name), 4) + number(0, 4)
    }
    return records
  }
}

// MARK: Fuzzing

extension TinyELF {
  /// A file with something of everything that is read, to be damaged.
  package static func seed(is64: Bool, isBigEndian: Bool, hashes: [HashTable]) -> TinyELF {
    var file = TinyELF()
    (file.is64, file.isBigEndian, file.hashes) = (is64, isBigEndian, hashes)
    file.names = [(needed, Array("libc.so.6".utf8)), (soname, Array("libx.so".utf8)), (runpath, Array("$ORIGIN".utf8))]
    file.numbers = [(30, 0x10), (0x6FFF_FFFB, 0x800), (7, 0x1_0100), (8, 72)]
    file.needs = [
      NeededVersions("libc.so.6", [Version("GLIBC_2.34", 4), Version("GLIBC_2.2.5", 5, flags: 2)]),
      NeededVersions("libm.so.6", [Version("GLIBC_2.29", 6)]),
    ]
    file.defines = [Version("libx.so", 1, flags: 1), Version("V1", 2), Version("V2", 3)]
    file.symbols =
      [.undefined("malloc", version: 4), .undefined("cos", version: 6), .undefined("_ITM_x", binding: 2)]
      + (0..<6).map { number in Symbol("f\(number / 2)") { $0.version = number % 2 == 0 ? 0x8002 : 3 } }
      + [Symbol("_Z1gv") { $0.type = 10 }, Symbol("t") { ($0.type, $0.value) = (6, 0) }]
    file.segments = [
      ExtraSegment(type: 3) { $0.content = Array("/lib/ld.so\0".utf8) },
      ExtraSegment(type: 4) { note in
        note.content = [4, 4, 3].flatMap { file.number($0, 4) } + Array("GNU\0".utf8) + [1, 2, 3, 4]
      },
      ExtraSegment(type: 7) { $0.memorySize = 16 },
    ]
    return file
  }
}
