import SharedObjects
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct RealFileTests {
  private static let shell: [UInt8] = (try? TestFolder.contents(of: "/bin/sh")) ?? []

  @Test func theShellNeedsLibc() throws {
    let section = try DynamicSection(Self.shell)
    #expect(section.needed.contains(Array("libc.so.6".utf8)))
    #expect(section.soname == nil)
  }

  /// The loader would take it still, but something is missing.
  @Test func withoutTheEndOfItsSectionHeaders() throws {
    #expect(try ObjectFile(bytes: Self.shell).truncation == nil)
    let cut = try ObjectFile(bytes: Self.shell.dropLast())
    #expect(cut.truncation == Truncation(size: Self.shell.count - 1, expectedSize: Self.shell.count))
  }

  @Test func truncatedAtEachOfTheFirstLengths() throws {
    let whole = try DynamicSection(Self.shell)
    let lengths = Array(0..<2048) + Array(stride(from: 2048, to: Self.shell.count, by: 251))
    for length in lengths {
      let cut = try? DynamicSection(Self.shell[..<length])
      #expect(cut == nil || cut == whole, "\(length) bytes")
    }
  }

  @Test func mutationsAreReadOrRefused() {
    var generator = SeededGenerator(seed: 1995)
    for _ in 0..<300 {
      let start = generator.mutate(Array(Self.shell.prefix(64 << 10)))
      _ = try? DynamicSection(start + Self.shell.dropFirst(64 << 10))
    }
  }
}
