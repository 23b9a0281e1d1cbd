import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Caches that the real ldconfig makes, in each of its formats.
@Suite(
  .enabled(
    if: LoaderMachine.loader != nil && Compiler.path != nil && LoaderMachine.cacheMaker != nil,
    "needs glibc's loader, ldconfig and a C compiler"),
  .timeLimit(.minutes(5)))
struct CacheTests {
  private static let formats = ["old", "compat", "new"]
  private static let kind = (try? LoaderMachine.configuration())?.program.kind

  /// A folder with libraries and the cache that ldconfig makes of it and of the system's folders.
  private func cache(_ format: String, _ files: [String], in folder: TestFolder) throws -> FilePath {
    let maker = try #require(LoaderMachine.cacheMaker)
    for file in files { try MadeLibrary(file).make(in: folder) }
    let list = try folder.write("\(folder.path)/lib\n", to: "ld.so.conf")
    let cache = folder.path.appending("cache")
    let arguments = ["-X", "-c", format, "-f", list.string, "-C", cache.string]
    let output = try LoaderMachine.output(of: maker, arguments)
    try #require(cache.exists, "\(output)")
    return cache
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: formats)
  func hasWhatLdconfigPrints(_ format: String) throws {
    let folder = try TestFolder()
    let path = try cache(format, ["lib/libx.so.1", "lib/liby.so.10", "lib/liby.so.9"], in: folder)
    let maker = try #require(LoaderMachine.cacheMaker)
    let printed = try LoaderMachine.output(of: maker, ["-C", path.string, "-p"]).split(separator: "\n").filter {
      $0.contains(" => ")
    }
    .compactMap { line in
      let parts = line.split(separator: " => ")
      return parts[0].split(whereSeparator: \.isWhitespace).first.map { "\($0) => \(parts[1])" }
    }
    let cache = try LoaderCache(opening: path, try #require(Self.kind).byteOrder)
    #expect(cache.entries.map { "\(text($0.name)) => \(text($0.path))" } == printed)
    #expect(printed.contains("liby.so.10 => \(folder.path)/lib/liby.so.10"))
  }

  @Test(arguments: formats)
  func everyNameLeadsToAPath(_ format: String) throws {
    let folder = try TestFolder()
    let path = try cache(format, ["lib/libx.so.1", "lib/libx.so.2", "lib/libx.so.10"], in: folder)
    let kind = try #require(Self.kind)
    let cache = try LoaderCache(opening: path, kind.byteOrder)
    let accepted = try acceptance(level: 0)
    let own = cache.entries.filter { accepted.flags.contains($0.flags) && $0.subfolder == nil }
    #expect(own.count > 3)
    for entry in own {
      let found = try #require(cache.path(of: entry.name, accepting: accepted), "\(text(entry.name))")
      #expect(own.contains { $0.name == entry.name && $0.path == found })
    }
    for name in ["", "libx.so", "libx.so.3", "libx.so.100", "zzz", "\u{1}", "libx.so.1 "] {
      #expect(cache.path(of: Array(name.utf8), accepting: accepted) == nil, "\(name)")
    }
  }

  private func acceptance(level: Int) throws -> CacheAcceptance {
    let flags: [String] = ProcessorTests.levels.prefix(level).flatMap(\.self)
    let processor = ProcessorFeatures(flags: Set(flags), isIntel: false)
    let program = try LoaderMachine.configuration().program
    return CacheAcceptance(program.kind, HardwareCapabilities(program, processor))
  }

  #if arch(x86_64)
    /// The best of the folders that the processor can use, whichever ldconfig found.
    @Test(
      arguments: zip(0...4, ["", "", "glibc-hwcaps/x86-64-v2/", "glibc-hwcaps/x86-64-v2/", "glibc-hwcaps/x86-64-v4/"]))
    func forTheProcessor(_ level: Int, _ subfolder: String) throws {
      let folder = try TestFolder()
      let files = ["", "glibc-hwcaps/x86-64-v2/", "glibc-hwcaps/x86-64-v4/"].map { "lib/\($0)libx.so" }
      let path = try cache("new", files, in: folder)
      let cache = try LoaderCache(opening: path, .littleEndian)
      let found = cache.path(of: Array("libx.so".utf8), accepting: try acceptance(level: level))
      #expect(found.map(text) == "\(folder.path)/lib/\(subfolder)libx.so")
    }
  #endif

  @Test(arguments: formats)
  func truncatedAnywhere(_ format: String) throws {
    let folder = try TestFolder()
    let bytes = try TestFolder.contents(of: try cache(format, ["lib/libx.so.1"], in: folder))
    let accepted = try acceptance(level: 4)
    for length in Array(0..<200) + Array(stride(from: 200, to: bytes.count, by: 97)) {
      read(Array(bytes[..<length]), accepted)
    }
  }

  @Test(arguments: formats)
  func mutationsAreReadOrRefused(_ format: String) throws {
    let folder = try TestFolder()
    let bytes = try TestFolder.contents(of: try cache(format, ["lib/libx.so.1"], in: folder))
    let accepted = try acceptance(level: 4)
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<1_000 {
      var mutated = bytes
      // Where it matters: the header, some entries, and the extension at the end.
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let end = Bool.random(using: &generator) ? 120 : bytes.count
        let values: [UInt8] = [0, 1, 0x7F, 0xFF, .random(in: 0...255, using: &generator)]
        mutated[.random(in: 0..<end, using: &generator)] = values.randomElement(using: &generator) ?? 0
      }
      read(mutated, accepted)
      read(generator.mutate(Array(bytes.prefix(300))), accepted)
    }
  }

  /// Nothing is expected but that it ends.
  private func read(_ bytes: [UInt8], _ accepted: CacheAcceptance) {
    for order in [ObjectFile.ByteOrder.littleEndian, .bigEndian] {
      guard let file = try? MappedFile(copying: bytes), let cache = try? LoaderCache(file, order) else { continue }
      // All entries of a whole cache are read by other tests.
      if bytes.count < 1_000 { _ = cache.entries.count }
      for name in ["libc.so.6", "libx.so.1", "libz.so.1", ""] {
        _ = cache.path(of: Array(name.utf8), accepting: accepted)
      }
    }
  }
}

@Suite struct CacheProblemTests {
  static let rows: [(String, [UInt8], CacheProblem)] = [
    ("empty", [], .notCache), ("text", Array("ld.so".utf8), .notCache),
    ("only the mark", Array("glibc-ld.so.cache1.1".utf8), .notCache),
    ("only the old mark", Array("ld.so-1.7.0".utf8), .notCache),
    ("more entries than there is room for", new(count: 1000, flags: 2, size: 100), .truncated),
    ("of the other byte order", new(count: 0, flags: 3, size: 100), .otherByteOrder),
    ("marked as void", new(count: 0, flags: 1, size: 100), .otherByteOrder),
  ]

  private static func new(count: UInt16, flags: UInt8, size: Int) -> [UInt8] {
    var bytes = Array("glibc-ld.so.cache1.1".utf8) + [UInt8](repeating: 0, count: size - 20)
    (bytes[20], bytes[21], bytes[28]) = (UInt8(truncatingIfNeeded: count), UInt8(count >> 8), flags)
    return bytes
  }

  @Test(arguments: rows)
  func refused(_ name: String, _ bytes: [UInt8], _ problem: CacheProblem) throws {
    let file = try MappedFile(copying: bytes)
    #expect(throws: problem) { try LoaderCache(file, .littleEndian) }
  }

  @Test func notThere() {
    #expect(throws: CacheProblem.unreadable(.cannotOpen(.noSuchFileOrDirectory))) {
      try LoaderCache(opening: "/nothing/here", .littleEndian)
    }
  }
}
