import FoundationEssentials
import SharedObjects
import SystemPackage
import TestSupport
import Testing

/// A constant that a real library exports, and files that are none.
@Suite(.timeLimit(.minutes(5))) struct ExportedConstantTests {
  /// A library of the system with a number that a program can look up: `Py_Version` of any libpython since 3.11.
  private static let library: [UInt8]? = {
    let folders = [
      "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib",
    ]
    let files = folders.flatMap { folder in (11...20).map { "\(folder)/libpython3.\($0).so.1.0" } }
    return files.lazy.compactMap { try? TestFolder.contents(of: FilePath($0)) }.first
  }()

  private static func constant(_ name: String, _ bytes: [UInt8]) throws(ObjectProblem) -> ExportedConstant? {
    ExportedConstant(named: name, in: try ObjectFile(bytes: bytes))
  }

  @Test(.enabled(if: library != nil, "needs a libpython of 3.11 or newer among the system's libraries"))
  func versionOfPython() throws {
    let bytes = try #require(Self.library)
    let version = try #require(try Self.constant("Py_Version", bytes))
    #expect(version.value >> 24 == 3 && (11...20).contains(version.value >> 16 & 0xFF))
    #expect(try Self.constant("Py_Versio", bytes) == nil)
    #expect(try Self.constant("", bytes) == nil)
    // Needed, not defined here.
    #expect(try Self.constant("printf", bytes) == nil)
  }

  @Test func noLibrary() throws {
    #expect(throws: ObjectProblem.notELF(.script("/bin/sh"))) { try Self.constant("x", Array("#!/bin/sh".utf8)) }
    #expect(throws: ObjectProblem.empty) { try Self.constant("x", []) }
    #expect(try Self.constant("x", TinyELF().bytes) == nil)
  }

  /// Every table begins at a number that the file gives: wrong ones are refused or find nothing.
  @Test(arguments: [true, false], [true, false])
  func anyNumbers(_ is64: Bool, _ isBigEndian: Bool) {
    var generator = SeededGenerator(seed: 64)
    var seed = TinyELF()
    seed.is64 = is64
    seed.isBigEndian = isBigEndian
    let base = seed.base
    for _ in 0..<5_000 {
      let places = (0..<3).map { _ in
        Bool.random(using: &generator) ? base + .random(in: 0...400, using: &generator) : generator.next()
      }
      seed.numbers = [(6, places[0]), (5, places[1]), (0x6FFF_FEF5, places[2])]
      seed.hasStringTable = false
      _ = try? Self.constant("Py_Version", seed.bytes)
      _ = try? Self.constant("Py_Version", generator.mutate(seed.bytes))
    }
  }

  @Test(.enabled(if: library != nil, "needs a libpython of 3.11 or newer among the system's libraries"))
  func damagedLibrary() throws {
    var generator = SeededGenerator(seed: 65)
    let bytes = try #require(Self.library)
    for _ in 0..<100 {
      var damaged = bytes
      for _ in 0..<40 {
        damaged[Int.random(in: 0..<min(200_000, bytes.count), using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      _ = try? Self.constant("Py_Version", damaged)
    }
  }
}
