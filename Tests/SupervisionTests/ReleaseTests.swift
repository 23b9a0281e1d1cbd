import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Which release of Python it is, told by its files.
@Suite(.timeLimit(.minutes(5))) struct ReleaseTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let release: PythonRelease?
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ release: PythonRelease?) {
      self.text = text
      self.release = release
    }
  }

  static let rows: [Row] = [
    Row("3.11.7", PythonRelease(3, 11, 7)), Row("3.11.7.final.0", PythonRelease(3, 11, 7)),
    Row("3.14.0rc1", PythonRelease(3, 14, 0, .candidate(1))), Row("3.14.0a7", PythonRelease(3, 14, 0, .alpha(7))),
    Row("3.13.0b2+", PythonRelease(3, 13, 0, .beta(2))), Row("3.9.18+", PythonRelease(3, 9, 18)),
    Row("3.11", nil), Row("3.11.", nil), Row("3.11.x", nil), Row("3.11.7.1", nil), Row("3.11.7c1", nil), Row("", nil),
    Row("3.11.999", nil), Row("+3.11.7", nil), Row("3.11.7rc", nil), Row("3.-1.7", nil),
  ]

  @Test(arguments: rows)
  func texts(_ row: Row) { #expect(PythonRelease(row.text) == row.release) }

  @Test func numbers() {
    #expect(PythonRelease(hexadecimal: 0x030B_07F0)?.description == "3.11.7")
    #expect(PythonRelease(hexadecimal: 0x030E_00C2)?.description == "3.14.0rc2")
    #expect(PythonRelease(hexadecimal: 0x030D_00A1)?.description == "3.13.0a1")
    for number: UInt64 in [0, 0x030B_0700, 0x1_030B_07F0, .max] { #expect(PythonRelease(hexadecimal: number) == nil) }
  }

  /// Installations, and environments with a link and with a copy.
  @Test(.needsPython, arguments: RealPython.usable)
  func everyPythonHere(_ python: RealPython) throws {
    let folder = try TestFolder()
    #expect(try find(python.executable.string).release()?.description == python.release)
    let linked = try python.quickEnvironment("linked", in: folder)
    #expect(try find(linked.string).release()?.description == python.release)
    try python.environment(at: folder.path.appending("copied"), copies: true)
    #expect(try find(folder.path.appending("copied").string).release()?.description == python.release)
  }

  /// One without the constant, the headers and the text: then the environment's own word is the last one.
  @Test func bareLibrary() throws {
    let folder = try TestFolder()
    let library = try folder.write("no library", to: "lib/libpython3.9.so.1.0")
    let interpreter = Interpreter(
      executable: folder.path.appending("bin/python"), libpython: library, version: PythonVersion(3, 9),
      foundBy: .option)
    #expect(interpreter.release() == nil)
    try folder.write("version = 3.9.17\n", to: "pyvenv.cfg")
    #expect(interpreter.release() == PythonRelease(3, 9, 17))
    // Of another minor version than the library: then it is stale.
    try folder.write("version = 3.8.17\n", to: "pyvenv.cfg")
    #expect(interpreter.release() == nil)
    try folder.write("\0libssl\03.9.18\0\03.10.1\0", to: "lib/libpython3.9.so.1.0")
    #expect(interpreter.release() == PythonRelease(3, 9, 18))
    // Two of them, so neither is sure.
    try folder.write("\03.9.18\0\03.9.2\0", to: "lib/libpython3.9.so.1.0")
    #expect(interpreter.release() == nil)
    try folder.write("# define\n#define PY_VERSION    \"3.9.16+\"\n", to: "include/python3.9/patchlevel.h")
    #expect(interpreter.release() == PythonRelease(3, 9, 16))
  }

  /// Across the border of two of the pieces in which a library is read.
  @Test func textAcrossPieces() throws {
    let folder = try TestFolder()
    let text = String(repeating: "x", count: (1 << 20) - 3) + "\03.9.18\0"
    let library = try folder.write(text, to: "lib/libpython3.9.so.1.0")
    let interpreter = Interpreter(
      executable: folder.path.appending("bin/python"), libpython: library, version: PythonVersion(3, 9),
      foundBy: .option)
    #expect(interpreter.release() == PythonRelease(3, 9, 18))
  }
}
