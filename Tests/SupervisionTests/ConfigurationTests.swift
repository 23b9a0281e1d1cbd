import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What stands in pyvenv.cfg may help to find the library, and must never mislead.
@Suite(.timeLimit(.minutes(5)), .enabled(if: RealPython.ofTheSystem != nil, "needs /usr/bin/python3"))
struct ConfigurationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ testDescription: String, _ text: String) {
      self.testDescription = testDescription
      self.text = text
    }
  }

  static let cases: [Case] = [
    Case("as venv writes it", "home = /usr/bin\ninclude-system-site-packages = false\nversion = RELEASE\n"),
    Case("as virtualenv writes it", "home = /usr/bin\nimplementation = CPython\nversion_info = RELEASE.final.0\n"),
    Case("as uv writes it", "home = /usr/bin\nimplementation = CPython\nuv = 0.5.1\nversion_info = RELEASE\n"),
    Case("no spaces", "home=/usr/bin\nversion=RELEASE\n"),
    Case("Windows' line ends", "home = /usr/bin\r\nversion = RELEASE\r\n"),
    Case("another case", "HOME = /usr/bin\nVersion = RELEASE\n"),
    Case("no version", "home = /usr/bin\n"), Case("no home", "version = RELEASE\n"), Case("nothing", ""),
    Case("a version that is none", "home = /usr/bin\nversion = nonsense\n"),
    Case("another version", "home = /usr/bin\nversion = 3.77.1\n"),
    Case("a home that is gone", "home = /nowhere\nversion = RELEASE\n"),
    Case("an empty home", "home =\nversion = RELEASE\n"), Case("no line end", "home = /usr/bin\nversion = RELEASE"),
    Case("lines that are none", "= \n\n=\nhome\n\0\0\nhome = /usr/bin = x\n"),
    Case("as much as Python reads", String(repeating: "\u{1B}[ = \u{7F}\n", count: 4000)),
  ]

  @Test(arguments: cases)
  func copiedPython(_ row: Case) throws {
    let python = try #require(RealPython.ofTheSystem)
    let folder = try TestFolder()
    let executable = try folder.folder("env/bin").appending("python")
    #expect(try RealPython.run("/bin/cp", "-L", python.executable.string, executable.string).ending == .exited(0))
    try folder.write(row.text.replacing("RELEASE", with: python.release), to: "env/pyvenv.cfg")
    let own = try find(python.executable.string)
    let found = try find(folder.path.appending("env").string)
    #expect(found.executable == executable)
    #expect(found.version == own.version)
    #expect(found.libpython.lastComponent == own.libpython.lastComponent)
    #expect(found.libpython.exists)
  }
}
