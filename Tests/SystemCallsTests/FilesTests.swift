import FoundationEssentials
import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FilesTests {
  private let folder: TestFolder
  private let text = Array("new\n".utf8)

  init() throws { folder = try TestFolder() }

  private func names(_ folder: FilePath) -> [String] { namesInFolder(folder).map(\.string).sorted() }

  @Test func newFile() throws {
    let file = folder.path.appending("report.json")
    #expect(obstacleToWriting(file) == nil)
    try writeAtomically(text, to: file)
    #expect(try TestFolder.contents(of: file) == text)
    let mask = try shell("umask").text.dropLast()
    let masked = try #require(UInt32(mask, radix: 8))
    #expect(try file.stat().permissions.rawValue == 0o666 & ~masked)
    #expect(names(folder.path) == ["report.json"])
  }

  @Test func emptyFile() throws {
    let file = try folder.write("old", to: "x")
    try writeAtomically([], to: file)
    #expect(try TestFolder.contents(of: file).isEmpty)
  }

  @Test(arguments: [0o600, 0o644, 0o664, 0o666, 0o640, 0o755, 0o777, 0o400, 0o444] as [UInt32])
  func existingFileKeepsItsPermissions(_ mode: UInt32) throws {
    let file = try folder.write("a longer old text", to: "report")
    try TestFolder.setPermissions(FilePermissions(rawValue: mode), of: file)
    try writeAtomically(text, to: file)
    #expect(try TestFolder.contents(of: file) == text)
    #expect(try file.stat().permissions.rawValue == mode)
    #expect(names(folder.path) == ["report"])
  }

  /// The name of the file that takes its place can be foreseen, so somebody else may have made a link of it.
  @Test func temporaryNameIsTaken() throws {
    let victim = try folder.write("precious", to: "victim")
    try folder.link(".report.\(ProcessInfo.processInfo.processIdentifier)", to: "victim")
    try writeAtomically(text, to: folder.path.appending("report"))
    #expect(try TestFolder.contents(of: victim) == Array("precious".utf8))
    #expect(names(folder.path) == ["report", "victim"])
    #expect(try folder.path.appending("report").stat(followTargetSymlink: false).type == .regular)
  }

  @Test func readersOfTheOldFileKeepIt() throws {
    let file = try folder.write("old", to: "report")
    let old = RegularFile(file)
    try writeAtomically(text, to: file)
    let read = old?.bytes(at: 0, count: 10)
    #expect(read == Array("old".utf8))
  }

  /// The link's name, its target as written, and where the file lies.
  @Test(arguments: [("link", "real/file"), ("a/link", "../real/file"), ("first", "second"), ("abs", "real/./file")])
  func throughALink(_ name: String, _ target: String) throws {
    let file = try folder.write("old", to: "real/file")
    try folder.link("second", to: "real/file")
    let link = try folder.link(name, to: target)
    try writeAtomically(text, to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.string) == target)
    #expect(try TestFolder.contents(of: file) == text)
    #expect(names(folder.path.appending("real")) == ["file"])
  }

  @Test func throughALinkThatDangles() throws {
    let link = try folder.link("a/link", to: "../b/next")
    try folder.link("b/next", to: "new")
    try writeAtomically(text, to: link)
    #expect(try TestFolder.contents(of: folder.path.appending("b/new")) == text)
    #expect(names(folder.path.appending("a")) == ["link"])
    #expect(names(folder.path.appending("b")) == ["new", "next"])
  }

  @Test func throughLinksInACircle() throws {
    let link = try folder.link("a", to: "b")
    try folder.link("b", to: "a")
    #expect(throws: Errno.tooManySymbolicLinkLevels) { try writeAtomically(text, to: link) }
    #expect(obstacleToWriting(link) == .tooManySymbolicLinkLevels)
  }

  @Test func namedPipe() throws {
    let fifo = folder.path.appending("fifo")
    #expect(try shell("mkfifo \(fifo)").ending == .exited(0))
    let reader = try FileDescriptor.open(fifo, .readOnly, options: .nonBlocking)
    try reader.closeAfter {
      #expect(obstacleToWriting(fifo) == nil)
      try writeAtomically(text, to: fifo)
      #expect(try fifo.stat().type == .fifo)
      #expect(try bytes(from: reader) == text)
    }
    #expect(readRegularFile(fifo, limit: 10) == nil)
  }

  /// What `>(tee file)` of a shell and `/dev/stdout` lead to.
  @Test func pipeUnderADescriptor() throws {
    let stream = try ChildStream.pipe()
    guard let theirs = stream.theirs else { throw Errno.badFileDescriptor }
    let path = FilePath("/dev/fd/\(theirs.rawValue)")
    #expect(obstacleToWriting(path) == nil)
    try writeAtomically(text, to: path)
    #expect(try bytes(from: stream.ours) == text)
  }

  private func bytes(from descriptor: FileDescriptor) throws -> [UInt8] {
    var all: [UInt8] = []
    let child = try ChildProcess(starting: .shell("true"))
    var waiting = Waiting(sources: [Source(descriptor) { all += $0 }], interruptions: nil)
    let deadline = ContinuousClock.now + .seconds(30)
    #expect(waiting.wait(for: child, until: { deadline }) == .childEnded)
    return all
  }

  @Test func deviceStaysADevice() throws {
    let device = FilePath("/dev/null")
    #expect(obstacleToWriting(device) == nil)
    try writeAtomically(text, to: device)
    #expect(try device.stat().type == .characterSpecial)
    let link = try folder.link("null", to: "/dev/null")
    try writeAtomically(text, to: link)
    #expect(try device.stat().type == .characterSpecial)
  }

  struct Obstacle: Sendable, CustomTestStringConvertible {
    let path: String
    let error: Errno
    var testDescription: String { "`\(path)`: \(error)" }

    init(_ path: String, _ error: Errno) {
      self.path = path
      self.error = error
    }
  }

  static let obstacles: [Obstacle] = [
    Obstacle("absent/report", .noSuchFileOrDirectory), Obstacle("file/report", .notDirectory),
    Obstacle("folder", .isDirectory), Obstacle("to-folder", .isDirectory),
    Obstacle("dangling", .noSuchFileOrDirectory), Obstacle("into-file", .notDirectory),
    Obstacle(String(repeating: "n", count: 256), .fileNameTooLong),
  ]

  @Test(arguments: obstacles)
  func obstacleIsForeseen(_ row: Obstacle) throws {
    try folder.write("old", to: "file")
    try folder.folder("folder")
    try folder.link("to-folder", to: "folder")
    try folder.link("dangling", to: "absent/report")
    try folder.link("into-file", to: "file/report")
    let before = names(folder.path)
    let path = folder.path.appending(row.path)
    #expect(obstacleToWriting(path) == row.error)
    #expect(throws: row.error) { try writeAtomically(text, to: path) }
    #expect(names(folder.path) == before)
  }

  @Test(arguments: ["", "/"])
  func aPathWithoutAName(_ path: String) {
    #expect(obstacleToWriting(FilePath(path)) != nil)
    #expect(throws: Errno.self) { try writeAtomically(text, to: FilePath(path)) }
  }

  @Test(.enabled(if: !isRoot, "root may write everywhere"))
  func folderWithoutPermission() throws {
    let file = try folder.write("old", to: "closed/report")
    let link = try folder.link("link", to: "closed/report")
    try TestFolder.setPermissions([.ownerReadExecute], of: file.removingLastComponent())
    defer { try? TestFolder.setPermissions([.ownerReadWriteExecute], of: file.removingLastComponent()) }
    for path in [file, link] {
      #expect(obstacleToWriting(path) == .permissionDenied)
      #expect(throws: Errno.permissionDenied) { try writeAtomically(text, to: path) }
    }
    #expect(try TestFolder.contents(of: file) == Array("old".utf8))
  }

  private static let isRoot = (try? shell("id -u").text) == "0\n"

  @Test(arguments: ["n", "é", "🐍"])
  func theLongestNames(_ character: String) throws {
    let name = String(repeating: character, count: 255 / character.utf8.count)
    let file = folder.path.appending(name)
    try writeAtomically(text, to: file)
    #expect(names(folder.path) == [name])
  }

  @Test func relativeName() {
    let absolute = FilePath.currentDirectory().appending("report.json")
    #expect(obstacleToWriting("report.json") == obstacleToWriting(absolute))
  }
}
