import SharedObjects
import TestSupport
import Testing

/// Symbols of small files: which there are, and what a look-up gives.
@Suite struct SymbolTableTests {
  /// A file of every kind with every hash table that it may have.
  struct Made: Sendable, CustomTestStringConvertible {
    let kind: TinyELF.Kind
    let hashes: [TinyELF.HashTable]
    var machine: UInt64 = 62
    var testDescription: String { "\(kind.testDescription), \(hashes), machine \(machine)" }

    static let all: [Made] =
      TinyELF.Kind.all.flatMap { kind in
        [[.gnu], [.systemV], [.gnu, .systemV], []].map { Made(kind: kind, hashes: $0) }
      } + [
        // Their numbers in DT_HASH have 8 bytes.
        Made(kind: TinyELF.Kind(is64: true, isBigEndian: true), hashes: [.systemV], machine: 22),
        Made(kind: .usual, hashes: [.systemV], machine: 0x9026),
        // With 32 bits they have 4.
        Made(kind: TinyELF.Kind(is64: false, isBigEndian: true), hashes: [.systemV], machine: 22),
      ]

    func file(_ symbols: [TinyELF.Symbol]) -> TinyELF {
      var file = TinyELF(kind)
      (file.hashes, file.machine, file.symbols) = (hashes, machine, symbols)
      return file
    }
  }

  private static let symbols: [TinyELF.Symbol] =
    [.undefined("malloc"), .undefined("__gmon_start__", binding: 2)]
    + (0..<20).map { number in TinyELF.Symbol("function\(number)") { $0.value = 0x1_0000 + UInt64(number) } }

  @Test(arguments: Made.all)
  func allAreThere(_ made: Made) throws {
    let object = try ObjectFile(bytes: made.file(Self.symbols).bytes)
    #expect(object.symbolCount == Self.symbols.count + 1)
    let references = Array(object.references)
    #expect(references.map(\.name.text.string) == ["malloc", "__gmon_start__"])
    #expect(references.map(\.isWeak) == [false, true])
    #expect(references.map(\.index) == [1, 2])
    #expect(Set(object.definitions.map(\.name.string)) == Set((0..<20).map { "function\($0)" }))
    #expect(object.definitions.allSatisfy { $0.size == 4 && $0.binding == .global && $0.type == .function })
  }

  @Test(arguments: Made.all)
  func lookUp(_ made: Made) throws {
    let object = try ObjectFile(bytes: made.file(Self.symbols).bytes)
    for number in 0..<20 {
      let found = object.definition(of: try SymbolName("function\(number)"))
      // Without a hash table the loader finds nothing.
      #expect(found?.address == (made.hashes.isEmpty ? nil : 0x1_0000 + UInt64(number)))
    }
    for name in ["malloc", "__gmon_start__", "function", "function20", "", "unction1"] {
      #expect(object.definition(of: try SymbolName(name)) == nil)
    }
  }

  struct Visible: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let isFound: Bool
    let symbol: TinyELF.Symbol

    init(_ testDescription: String, _ isFound: Bool, _ change: (inout TinyELF.Symbol) -> Void) {
      self.testDescription = testDescription
      self.isFound = isFound
      symbol = TinyELF.Symbol("x", change)
    }
  }

  static let visibilities: [Visible] = [
    Visible("global", true) { $0.binding = 1 }, Visible("weak", true) { $0.binding = 2 },
    Visible("unique", true) { $0.binding = 10 }, Visible("local", false) { $0.binding = 0 },
    Visible("of a binding that does not exist", false) { $0.binding = 7 },
    Visible("internal", false) { $0.visibility = 1 }, Visible("hidden", false) { $0.visibility = 2 },
    Visible("protected", true) { $0.visibility = 3 },
    Visible("hidden, with other bits of st_other", false) { $0.visibility = 0x62 },
    Visible("default, with other bits of st_other", true) { $0.visibility = 0x60 },
    Visible("without a type", true) { $0.type = 0 }, Visible("common", true) { $0.type = 5 },
    Visible("an indirect function", true) { $0.type = 10 }, Visible("a section", false) { $0.type = 3 },
    Visible("a file", false) { $0.type = 4 },
    Visible("without a value", false) { $0.value = 0 },
    Visible("without a value, absolute", true) { ($0.value, $0.section) = (0, 0xFFF1) },
    Visible("the first of the thread-local ones", true) { ($0.value, $0.type) = (0, 6) },
    Visible("an undefined thread-local one", false) { ($0.section, $0.value, $0.type) = (0, 0, 6) },
    Visible("an undefined thread-local one with a value", false) { ($0.section, $0.type) = (0, 6) },
    Visible("an undefined function whose address others use", true) { $0.section = 0 },
  ]

  /// The rules of glibc's elf/dl-lookup.c.
  @Test(arguments: visibilities)
  func whatOthersSee(_ row: Visible) throws {
    var file = TinyELF()
    // That of GNU has no undefined symbols here.
    (file.hashes, file.symbols) = ([.systemV], [row.symbol])
    let object = try ObjectFile(bytes: file.bytes)
    #expect((object.definition(of: try SymbolName("x")) != nil) == row.isFound)
  }

  @Test func namesAreBytes() throws {
    var file = TinyELF()
    file.symbols = [.undefined(""), TinyELF.Symbol("größe"), TinyELF.Symbol(String(repeating: "x", count: 60_000))]
    let object = try ObjectFile(bytes: file.bytes)
    for name in ["größe", String(repeating: "x", count: 60_000)] {
      #expect(object.definition(of: try SymbolName(name))?.name.string == name)
    }
    #expect(object.references.map(\.name.bytes) == [[]])
  }
}
