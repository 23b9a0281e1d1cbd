import FoundationEssentials
import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite struct TemporaryFolderTests {
  @Test func goesWithEverythingInIt() throws {
    let parent = try TestFolder()
    let other = try TestFolder()
    try other.write("kept", to: "stays")
    var folder: TemporaryFolder? = try TemporaryFolder(environment: environment(parent.path))
    let path = try #require(folder?.path)
    #expect(path.starts(with: parent.path) && path.isDirectory)
    let files = FileManager.default
    try files.createDirectory(atPath: "\(path)/a/b", withIntermediateDirectories: true)
    try writeAtomically([1], to: path.appending("a/b/file"))
    try files.createSymbolicLink(atPath: "\(path)/link", withDestinationPath: other.path.string)
    folder = nil
    #expect(!path.exists && parent.path.exists)
    #expect(other.path.appending("stays").exists)
  }

  @Test func eachIsAnother() throws {
    let parent = try TestFolder()
    let folders = try (0..<3).map { _ in try TemporaryFolder(environment: environment(parent.path)) }
    #expect(Set(folders.map(\.path.string)).count == 3)
  }

  @Test func whereNothingCanBeMade() throws {
    #expect(throws: Errno.noSuchFileOrDirectory) { try TemporaryFolder(environment: environment("/nowhere")) }
  }

  private func environment(_ folder: FilePath) -> ProcessEnvironment {
    ProcessEnvironment(entries: [Array("TMPDIR=\(folder)".utf8)])
  }
}
