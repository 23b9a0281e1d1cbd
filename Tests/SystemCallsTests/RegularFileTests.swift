import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite struct RegularFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func onlyRegularFilesAreRead() throws {
    let file = try folder.write("0123456789", to: "file")
    let link = try folder.link("link", to: "file")
    #expect(readRegularFile(link, limit: 4) == Array("0123".utf8))
    #expect(readRegularFile(file, limit: 100)?.count == 10)
    for path in [folder.path, "/dev/zero", "/dev/null", folder.path.appending("absent"), ""] {
      #expect(readRegularFile(path, limit: 4) == nil)
    }
  }

  @Test func partsOfAFile() throws {
    guard let file = RegularFile(try folder.write("0123456789", to: "file")) else { throw Errno.badFileDescriptor }
    let size = file.size
    #expect(size == 10)
    let parts: [(offset: Int, count: Int, text: String?)] = [
      (8, 100, "89"), (10, 1, ""), (0, 0, ""), (1, .max, "123456789"), (11, 1, nil), (-1, 1, nil), (0, -1, nil),
      (.max, .max, nil),
    ]
    for part in parts {
      let bytes = file.bytes(at: part.offset, count: part.count)
      #expect(bytes == part.text.map { Array($0.utf8) })
    }
  }
}
