import SharedObjects
import TestSupport
import Testing

/// Which symbol a reference gets where there are versions, by glibc's elf/dl-lookup.c and elf/dl-version.c.
@Suite struct SymbolVersionTests {
  private static let hidden: UInt64 = 0x8000

  /// A library with versions; each symbol has its version's number as its value.
  private static func library(_ symbols: [(name: String, version: UInt64)]) -> TinyELF {
    var file = TinyELF()
    file.defines = [
      TinyELF.Version("libx.so.1", 1, flags: 1), TinyELF.Version("V1", 2), TinyELF.Version("V2", 3),
      TinyELF.Version("V3", 4),
    ]
    file.symbols = symbols.map { symbol in
      TinyELF.Symbol(symbol.name) { ($0.version, $0.value) = (symbol.version, symbol.version & 0x7FFF) }
    }
    return file
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Versions of the symbol in the library.
    let defined: [UInt64]
    /// Of the reference; `nil` for one without.
    let wanted: String?
    /// The number of the version that it gets.
    let found: UInt64?
    /// VER_NDX's highest bit in the reference.
    var isStrict = false
  }

  static let rows: [Row] = [
    Row(testDescription: "the version wanted, the default", defined: [2 | hidden, 3], wanted: "V2", found: 3),
    Row(testDescription: "the version wanted, an old one", defined: [2 | hidden, 3], wanted: "V1", found: 2),
    Row(testDescription: "another version", defined: [2 | hidden, 3], wanted: "V3", found: nil),
    Row(testDescription: "a version that the library does not know", defined: [2], wanted: "V9", found: nil),
    Row(testDescription: "of the base version for any version", defined: [1], wanted: "V9", found: 1),
    Row(testDescription: "of no version for any version", defined: [0x7F], wanted: "V9", found: 0x7F),
    Row(testDescription: "of the base, but hidden", defined: [1 | hidden], wanted: "V1", found: nil),
    Row(
      testDescription: "of the base for a strict reference", defined: [1], wanted: "V1", found: nil, isStrict: true),
    Row(testDescription: "the version wanted, strictly", defined: [2], wanted: "V1", found: 2, isStrict: true),
    Row(testDescription: "the base's name is no version", defined: [1], wanted: "libx.so.1", found: 1),
    Row(testDescription: "without a version: the base", defined: [3, 1], wanted: nil, found: 1),
    Row(testDescription: "without a version: the first", defined: [3, 2], wanted: nil, found: 2),
    Row(
      testDescription: "without a version: the first, though hidden", defined: [3, 2 | hidden], wanted: nil, found: 2),
    Row(testDescription: "without a version: a later one, if there is one", defined: [4], wanted: nil, found: 4),
    Row(testDescription: "without a version: two later ones", defined: [3, 4], wanted: nil, found: nil),
    Row(
      testDescription: "without a version: a later one beside a hidden one", defined: [3 | hidden, 4], wanted: nil,
      found: 4),
    Row(testDescription: "without a version: a hidden later one", defined: [4 | hidden], wanted: nil, found: nil),
  ]

  @Test(arguments: rows, [TinyELF.HashTable.gnu, .systemV])
  func lookUp(_ row: Row, _ hash: TinyELF.HashTable) throws {
    var file = Self.library(row.defined.map { ("f", $0) })
    file.hashes = [hash]
    let library = try ObjectFile(bytes: file.bytes)
    var user = TinyELF()
    let number: UInt64 = 5 | (row.isStrict ? Self.hidden : 0)
    user.needs = [TinyELF.NeededVersions("libx.so.1", [TinyELF.Version(row.wanted ?? "V9", number)])]
    user.symbols = [.undefined("f", version: row.wanted == nil ? 0 : 5)]
    let reference = try #require(Array(try ObjectFile(bytes: user.bytes).references).first)
    #expect(reference.version?.name.string == row.wanted)
    #expect(library.definition(of: reference.name, version: reference.version)?.address == row.found)
  }

  @Test func libraryWithoutVersions() throws {
    var file = TinyELF()
    file.symbols = [TinyELF.Symbol("f")]
    var user = TinyELF()
    user.needs = [TinyELF.NeededVersions("libx.so.1", [TinyELF.Version("V1", 2)])]
    user.symbols = [.undefined("f", version: 2)]
    let reference = try #require(Array(try ObjectFile(bytes: user.bytes).references).first)
    let library = try ObjectFile(bytes: file.bytes)
    #expect(library.definition(of: reference.name, version: reference.version) != nil)
  }

  @Test(arguments: TinyELF.Kind.all)
  func tables(_ kind: TinyELF.Kind) throws {
    var file = TinyELF(kind)
    file.needs = [
      TinyELF.NeededVersions("libc.so.6", [TinyELF.Version("GLIBC_2.34", 3), TinyELF.Version("W", 4, flags: 2)]),
      TinyELF.NeededVersions("libm.so.6", [TinyELF.Version("GLIBC_2.29", 5)]),
    ]
    file.defines = [TinyELF.Version("libx.so.1", 1, flags: 1), TinyELF.Version("V1", 2)]
    file.symbols = [
      .undefined("malloc", version: 3), TinyELF.Symbol("f") { $0.version = 2 },
      TinyELF.Symbol("old") { $0.version = 2 | Self.hidden },
    ]
    let object = try ObjectFile(bytes: file.bytes)
    #expect(object.versionsNeeded.map(\.file.string) == ["libc.so.6", "libm.so.6"])
    #expect(object.versionsNeeded.first?.versions.map(\.name.string) == ["GLIBC_2.34", "W"])
    #expect(object.versionsNeeded.first?.versions.map(\.isWeak) == [false, true])
    #expect(object.versionsDefined.map(\.name.string) == ["libx.so.1", "V1"])
    #expect(object.versionsDefined.map(\.isBase) == [true, false])
    let reference = try #require(Array(object.references).first)
    #expect(reference.version?.name.string == "GLIBC_2.34" && reference.version?.file?.string == "libc.so.6")
    let hidden = Dictionary(uniqueKeysWithValues: object.definitions.map { ($0.name.string, $0.isHiddenVersion) })
    #expect(hidden == ["f": false, "old": true])
  }

  @Test func offers() throws {
    var user = TinyELF()
    user.needs = [
      TinyELF.NeededVersions(
        "libx.so.1", [TinyELF.Version("V1", 2), TinyELF.Version("V9", 3), TinyELF.Version("libx.so.1", 4)])
    ]
    let wanted = try #require(try ObjectFile(bytes: user.bytes).versionsNeeded.first).versions
    let library = try ObjectFile(bytes: Self.library([]).bytes)
    #expect(wanted.map(library.offer) == [.offered, .missing, .offered])
    let unversioned = try ObjectFile(bytes: TinyELF().bytes)
    #expect(wanted.map(unversioned.offer) == [.unversioned, .unversioned, .unversioned])
  }
}
