import PythonPackaging
import SystemPackage
import Testing

@Suite struct DirectURLTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let url: String
    let folder: FilePath?
    var testDescription: String { url }

    init(_ url: String, _ folder: FilePath?) {
      self.url = url
      self.folder = folder
    }
  }

  static let cases: [Case] = [
    Case("file:///home/me/project", "/home/me/project"), Case("file:///home/me/a%20b/", "/home/me/a b"),
    Case("file://localhost/x", "/x"), Case("file:/x/y/../z", "/x/z"), Case("FILE:///x", "/x"),
    Case("file:///x#egg=y", "/x"), Case("file:///50%25%zz%", "/50%%zz%"),
    Case("file:///%FF", FilePath(platformString: [0x2F, -1, 0])),
    Case("file://server/x", nil), Case("file:x", nil), Case("https://example.org/x", nil), Case("", nil),
  ]

  @Test(arguments: cases)
  func folder(_ row: Case) throws {
    let json = #"{"dir_info": {"editable": true}, "url": "\#(row.url)"}"#
    let url = try DirectURL(Array(json.utf8))
    #expect(url.isEditable)
    #expect(url.folder == row.folder)
  }

  static let copies: [String] = [
    #"{"url": "file:///x"}"#, #"{"url": "file:///x", "dir_info": {}}"#,
    #"{"url": "https://x", "vcs_info": {"vcs": "git", "commit_id": "1"}}"#,
  ]

  @Test(arguments: copies)
  func copy(_ json: String) throws {
    #expect(try !DirectURL(Array(json.utf8)).isEditable)
  }

  static let broken: [String] = [
    "", "[]", "{}", "{\"url\": 1}", "\0", #"{"url": "x", "dir_info": 1}"#,
    #"{"url": "x", "vcs_info": {"commit_id": "1"}}"#, #"{"url": "x", "archive_info": {"hashes": [1]}}"#,
  ]

  @Test(arguments: broken)
  func refused(_ json: String) {
    #expect(throws: (any Error).self) { try DirectURL(Array(json.utf8)) }
  }
}
