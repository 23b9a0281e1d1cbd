import FoundationEssentials
import SharedObjects
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct RealFileTests {
  private static let shell: [UInt8] = (try? TestFolder.contents(of: "/bin/sh")) ?? []

  /// Where the system has its libraries: `libc.so.6` lies there.
  private static let libraries: FilePath? = ["/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/lib64", "/usr/lib"]
    .map { FilePath($0) }.first { FileManager.default.fileExists(atPath: $0.appending("libc.so.6").string) }

  @Test func theShellNeedsLibc() throws {
    let section = try DynamicSection(Self.shell)
    #expect(section.needed.contains(Array("libc.so.6".utf8)))
    #expect(section.soname == nil)
  }

  @Test(.enabled(if: libraries != nil, "no folder with libc.so.6 was found"))
  func everyLibraryOfTheSystem() throws {
    let folder = try #require(Self.libraries)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.string).filter { $0.contains(".so") }
    var read = 0
    for name in names.sorted().prefix(400) {
      guard let bytes = try? TestFolder.contents(of: folder.appending(name)) else { continue }
      do throws(ELFProblem) {
        let section = try DynamicSection(bytes)
        read += 1
        if name == "libc.so.6" { #expect(section.soname == Array(name.utf8)) }
      } catch .notELF {
        continue  // A linker script.
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
    #expect(read > 0)
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

  /// Changes where they matter: in the header, the program headers and the section itself.
  @Test func mutationsOfTheTables() {
    var generator = SeededGenerator(seed: 32)
    let file = TinyELF(
      names: [(TinyELF.needed, Array("libc.so.6".utf8)), (TinyELF.runpath, Array("/lib".utf8))], numbers: [(24, 0)])
    let kinds = [(true, false), (true, true), (false, false), (false, true)]
    for (is64, isBigEndian) in kinds {
      var file = file
      (file.is64, file.isBigEndian) = (is64, isBigEndian)
      let bytes = file.bytes
      for _ in 0..<5_000 {
        var mutated = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          let place = Int.random(in: 4..<mutated.count, using: &generator)
          mutated[place] =
            [0, 1, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &generator)]
            .randomElement(using: &generator) ?? 0
        }
        _ = try? DynamicSection(mutated)
      }
    }
  }
}
