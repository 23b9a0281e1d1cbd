import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Path files (`.pth`), against the real interpreters, and of any bytes.
@Suite(.timeLimit(.minutes(5)), .needsPython) struct PathFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]

    init(_ testDescription: String, _ files: [String: String]) {
      self.testDescription = testDescription
      self.files = files
    }
  }

  /// Folders `a`, `b`, `c d` lie in the site folder and beside it.
  static let cases: [Case] = [
    Case("relative and absolute", ["x.pth": "a\n../b\n/usr/lib\nHERE/outside\n"]),
    Case("in the order of names", ["b.pth": "b\n", "a.pth": "a\n", "B.pth": "c d\n", "é.pth": "é\n"]),
    Case("comments, empty lines and space", ["x.pth": "# a\n\n   \na \t\n  b\nc d\n #b\n"]),
    Case("what is not there, and twice", ["x.pth": "nowhere\na\na\n./a\n../site-packages/a\n", "y.pth": "a\n"]),
    Case("code", ["x.pth": "import sys\nimport\tos\nimports\na\nimport os; x = 1\n", "imports": "a file"]),
    Case("files", ["x.pth": "file.zip\nx.pth\n", "file.zip": "no archive"]),
    Case("Windows' line ends and old ones", ["x.pth": "a\r\nb\rc d\r\n"]),
    Case("Unicode's line ends", ["x.pth": "a\u{2028}b\u{85}c d\u{0C}é\n"]),
    Case("a byte order mark", ["x.pth": "\u{FEFF}a\nb\n"]),
    Case("a hidden file", [".hidden.pth": "a\n", "x.pth": "b\n"]),
    Case("another ending", ["x.PTH": "a\n", "x.pth.bak": "b\n", "pth": "a\n"]),
    Case("no line end, and NUL", ["x.pth": "a\0b\nb"]),
    Case("a folder of that name", ["x.pth/inner": "a\n"]),
    Case("Unicode's space", ["x.pth": "a\u{3000}\u{A0}\n\u{1F}\nb\u{1C}\n"]),
  ]

  @Test(arguments: RealPython.usable, cases)
  func likePython(_ python: RealPython, _ row: Case) throws {
    let executable = try python.quickEnvironment("env", in: folder)
    let site = "env/lib/python\(python.minor)/site-packages"
    for name in ["a", "b", "c d", "é", "  b", "outside"] {
      try folder.folder("\(site)/\(name)")
      try folder.folder("env/lib/python\(python.minor)/\(name)")
      try folder.folder(name)
    }
    for (name, text) in row.files {
      try folder.write(text.replacing("HERE", with: folder.path.string), to: "\(site)/\(name)")
    }
    let question = SearchPathQuestion(
      executable: executable, variables: ["PYTHONUTF8": "1"], workingFolder: folder.path)
    let read = try question.compare()
    #expect(read.siteFolders == [folder.path.appending(FilePath(site).components)])
    let lines = read.startUpCode.compactMap { code in
      if case .pathFile(_, let line) = code { return line }
      return nil
    }
    #expect(lines == (row.testDescription == "code" ? [1, 2, 5] : []))
  }

  @Test func asLines() {
    let file = PathFile(Array("a\u{85}b\nimport x\n#c\n".utf8), readsUnicodeLines: true)
    #expect(file.lines == [.path("a"), .path("b"), .code(3)] && file.isText)
    let old = PathFile(Array("a\u{85}b\n".utf8), readsUnicodeLines: false)
    #expect(old.lines == [.path("a\u{85}b")])
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(PathFile(mark + Array("import x".utf8), readsUnicodeLines: true).lines == [.code(1)])
    #expect(PathFile([0xFF, 0x0A, 0x61], readsUnicodeLines: true) == PathFile([0xFF], readsUnicodeLines: false))
    #expect(!PathFile([0xFF], readsUnicodeLines: true).isText)
  }

  /// With a path file that is no text Python does not start: that is worth a word.
  @Test(arguments: RealPython.usable)
  func noText(_ python: RealPython) throws {
    let executable = try python.quickEnvironment("env", in: folder)
    let site = folder.path.appending("env/lib/python\(python.minor)/site-packages")
    try writeAtomically([0x61, 0x0A, 0xFF, 0x0A], to: site.appending("x.pth"))
    let question = SearchPathQuestion(
      executable: executable, variables: ["PYTHONUTF8": "1"], workingFolder: folder.path)
    #expect(try question.read().problems == [.pathFileNoText(site.appending("x.pth"))])
    #expect(try question.start().ending != .exited(0))
  }

  @Test func anyBytes() {
    var generator = SeededGenerator(seed: 302)
    for row in Self.cases {
      for text in row.files.values {
        for _ in 0..<200 {
          let bytes = generator.mutate(Array(text.utf8))
          for readsUnicodeLines in [true, false] {
            let file = PathFile(bytes, readsUnicodeLines: readsUnicodeLines)
            #expect(file.lines.count <= bytes.count)
          }
        }
      }
    }
  }
}
