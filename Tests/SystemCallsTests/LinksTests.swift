import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite struct LinksTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let leads: Leads
    var testDescription: String { "\(path) leads to \(leads)" }

    init(_ path: String, _ leads: Leads) {
      self.path = path
      self.leads = leads
    }
  }

  /// ``LinkTarget`` with names below the test's folder.
  enum Leads: Sendable {
    case executable(String)
    case other(String)
    case dangling(String)
    case absent, cycle
  }

  static let cases: [Case] = [
    Case("program", .executable("program")), Case("file", .other("file")), Case("folder", .other("folder")),
    Case("to-program", .executable("program")), Case("folder/up", .executable("program")),
    Case("chain1", .executable("program")), Case("to-folder/up", .executable("program")),
    Case("to-file", .other("file")), Case("to-folder", .other("folder")),
    Case("absent", .absent), Case("absent/x", .absent), Case("file/x", .absent), Case("to-absent/x", .absent),
    Case("to-absent", .dangling("absent")), Case("to-to-absent", .dangling("absent")),
    Case("folder/to-absent", .dangling("folder/gone")), Case("below-file", .dangling("file/x")),
    Case("self", .cycle), Case("round1", .cycle), Case("to-round", .cycle), Case("self/x", .cycle),
  ]

  @Test(arguments: cases)
  func linkTarget(_ row: Case) throws {
    let folder = try TestFolder()
    try folder.program("#!/bin/sh\n", to: "program")
    try folder.write("", to: "file")
    let links: [(String, String)] = [
      ("to-program", "program"), ("folder/up", "../program"), ("chain1", "chain2"), ("chain2", "./chain3"),
      ("chain3", folder.path.appending("to-program").string), ("to-folder", "folder"), ("to-file", "file"),
      ("to-absent", "absent"), ("to-to-absent", "to-absent"), ("folder/to-absent", "gone"), ("below-file", "file/x"),
      ("self", "self"), ("round1", "round2"), ("round2", "round1"), ("to-round", "round1"),
    ]
    for (name, target) in links { try folder.link(name, to: target) }
    // The temporary folder itself may be reached over a link.
    guard case .other(let real) = folder.path.linkTarget() else { throw Errno.notDirectory }
    let target = real.appending(row.path).linkTarget()
    switch row.leads {
    case .executable(let name): #expect(target == .executable(real.appending(name)))
    case .other(let name): #expect(target == .other(real.appending(name)))
    case .dangling(let name): #expect(target == .dangling(real.appending(name)))
    case .absent: #expect(target == .absent)
    case .cycle: #expect(target == .cycle)
    }
  }

  @Test func aNameThatIsNotUTF8() throws {
    let folder = try TestFolder()
    let name = FilePath(bytes: [0x61, 0xFF, 0x0A])
    #expect(name.bytes == [0x61, 0xFF, 0x0A])
    try writeAtomically([], to: folder.path.appending(name.components))
    #expect(namesInFolder(folder.path).map { FilePath(root: nil, [$0]).bytes } == [[0x61, 0xFF, 0x0A]])
    #expect(FilePath(bytes: [0x61, 0x00, 0x62]).bytes == [0x61])
    #expect(FilePath(bytes: []).bytes.isEmpty)
  }

  @Test func existence() throws {
    let folder = try TestFolder()
    let file = try folder.write("", to: "file")
    #expect(file.exists && !file.isDirectory)
    #expect(folder.path.exists && folder.path.isDirectory)
    let link = try folder.link("to-folder", to: ".")
    #expect(link.isDirectory)
    let dangling = try folder.link("dangling", to: "absent")
    #expect(!dangling.exists && !dangling.isDirectory)
  }

  @Test func absolutePaths() {
    let here = FilePath.currentDirectory()
    #expect(here.isAbsolute && here.isDirectory)
    let cases: [(String, String)] = [
      ("/a/b", "/a/b"), ("/a/./b/.", "/a/b"), ("/a/../b", "/a/../b"), ("/", "/"), ("//a", "/a"), ("/a//b/", "/a/b"),
    ]
    for (path, absolute) in cases { #expect(FilePath(path).absolute() == FilePath(absolute)) }
    #expect(FilePath("a/b").absolute() == here.appending("a").appending("b"))
    #expect(FilePath("./a").absolute() == here.appending("a"))
    #expect(FilePath("../a").absolute() == here.appending("..").appending("a"))
    #expect(FilePath("").absolute() == here && FilePath(".").absolute() == here)
  }

  @Test func namesInAFolder() throws {
    let folder = try TestFolder()
    try folder.write("", to: ".hidden")
    try folder.write("", to: "a/b")
    try folder.link("dangling", to: "absent")
    #expect(namesInFolder(folder.path).map(\.string).sorted() == [".hidden", "a", "dangling"])
    #expect(namesInFolder(folder.path.appending("absent")).isEmpty)
    #expect(namesInFolder(folder.path.appending(".hidden")).isEmpty)
  }
}
