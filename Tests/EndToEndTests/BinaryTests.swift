import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Nothing foreign may be in the process before Python: what the release binary brings along could stand in the way of
/// the user's own libraries.
@Suite(.enabled(if: Program.isRelease, "REALIMPORT_BINARY does not name a release binary; `make test` sets it"))
struct BinaryTests {
  @Test func needsTheCLibraryAlone() throws {
    let needed = try lines(of: "readelf", "-d").filter { $0.contains("(NEEDED)") }
      .compactMap { $0.split(separator: "[").last?.split(separator: "]").first.map(String.init) }
    #expect(Set(needed) == ["libc.so.6", "libm.so.6"])
  }

  /// A libc beside the program is nobody's business.
  @Test func looksInNoFolderOfItsOwn() throws {
    #expect(try !lines(of: "readelf", "-d").contains { $0.contains("RUNPATH") || $0.contains("RPATH") })
  }

  @Test func exportsMainAlone() throws {
    let names = try lines(of: "nm", "-D", "--defined-only").compactMap { $0.split(separator: " ").last }
    #expect(names == ["main"])
  }

  /// The Makefile gives this name the value 0, which holds only while nothing calls it.
  @Test func callsNoFunctionAtNull() throws {
    let instructions = try lines(of: "objdump", "-d", "--no-show-raw-insn")
    #expect(!instructions.contains { $0.hasSuffix(" 0x0") && $0.contains("call") })
  }

  private func lines(of tool: String, _ arguments: String...) throws -> [String] {
    let command = Command(executable: "/usr/bin/env", arguments: [tool] + arguments + [Program.path.string])
    let result = try runCommand(command, timeout: .seconds(120), limit: 1 << 30)
    try #require(result.ending == .exited(0))
    return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension Program {
  static var isRelease: Bool { path.components.contains("release") }
}
