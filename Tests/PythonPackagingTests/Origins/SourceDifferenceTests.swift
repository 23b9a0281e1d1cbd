import PythonPackaging
import Testing

/// Addresses that are required, beside what `direct_url.json` of the installed distribution records.
@Suite struct SourceDifferenceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let required: String
    /// `nil` where there is no such file.
    let recorded: String?
    let difference: SourceDifference?

    init(_ testDescription: String, _ required: String, _ recorded: String?, _ difference: SourceDifference? = nil) {
      self.testDescription = testDescription
      self.required = required
      self.recorded = recorded
      self.difference = difference
    }
  }

  private static func archive(_ url: String, _ info: String = "{}", _ rest: String = "") -> String {
    #"{"url": "\#(url)", "archive_info": \#(info)\#(rest)}"#
  }

  private static func repository(
    _ url: String, _ revision: String? = nil, commit: String = "0123456789abcdef0123456789abcdef01234567",
    vcs: String = "git", subdirectory: String? = nil
  ) -> String {
    let revision = revision.map { #", "requested_revision": "\#($0)""# } ?? ""
    let subdirectory = subdirectory.map { #", "subdirectory": "\#($0)""# } ?? ""
    return #"{"url": "\#(url)", "vcs_info": {"vcs": "\#(vcs)", "commit_id": "\#(commit)"\#(revision)}\#(subdirectory)}"#
  }

  static let archives: [Row] = [
    Row("the same", "https://example.org/a.whl", archive("https://example.org/a.whl")),
    Row(
      "another file", "https://example.org/a.whl", archive("https://example.org/b.whl"),
      .address("https://example.org/b.whl")),
    Row("another host", "https://example.org/a", archive("https://example.com/a"), .address("https://example.com/a")),
    Row("another scheme", "https://example.org/a", archive("http://example.org/a"), .address("http://example.org/a")),
    Row(
      "another query", "https://example.org/a?x=1", archive("https://example.org/a"), .address("https://example.org/a")),
    Row("from an index", "https://example.org/a.whl", nil, .unrecorded),
    Row("a slash at the end", "https://example.org/a/", archive("https://example.org/a")),
    Row("letters of scheme and host", "HTTPS://Example.ORG/a", archive("https://example.org/a")),
    Row(
      "letters of the path", "https://example.org/A", archive("https://example.org/a"),
      .address("https://example.org/a")),
    Row("a port that goes without saying", "https://example.org:443/a", archive("https://example.org/a")),
    Row(
      "another port", "https://example.org:8443/a", archive("https://example.org/a"), .address("https://example.org/a")),
    Row("escapes", "https://example.org/a%2Bcpu.whl", archive("https://example.org/a+cpu.whl")),
    Row("credentials", "https://me:secret@example.org/a", archive("https://example.org/a")),
    Row("a variable for credentials", "https://${TOKEN}@example.org/a", archive("https://example.org/a")),
    Row(
      "credentials that were recorded are not told", "https://example.org/a",
      archive("https://me:secret@example.org/b"),
      .address("https://example.org/b")),
    Row("a name after the address", "https://example.org/a#egg=x", archive("https://example.org/a")),
    Row(
      "the same hash", "https://example.org/a#sha256=AB",
      archive("https://example.org/a", #"{"hashes": {"sha256": "ab"}}"#)),
    Row(
      "another hash that uv left in the address", "https://example.org/a#sha256=ab",
      archive("https://example.org/a#sha256=cd"), .hash(algorithm: "sha256", "cd")),
    Row(
      "a subdirectory in the address", "https://example.org/a#subdirectory=x",
      archive("https://example.org/a#subdirectory=x")),
    Row(
      "the same hash in the older form", "https://example.org/a#sha256=ab",
      archive("https://example.org/a", #"{"hash": "sha256=ab"}"#)),
    Row(
      "the same content from another place", "https://example.org/a#sha256=ab",
      archive("https://mirror.example/b", #"{"hashes": {"sha256": "ab"}}"#)),
    Row(
      "another hash", "https://example.org/a#sha256=ab",
      archive("https://example.org/a", #"{"hashes": {"sha256": "cd"}}"#), .hash(algorithm: "sha256", "cd")),
    Row(
      "a hash by another algorithm says nothing", "https://example.org/a#md5=ab",
      archive("https://example.org/a", #"{"hashes": {"sha256": "cd"}}"#)),
    Row("a hash that was not recorded", "https://example.org/a#sha256=ab", archive("https://example.org/a")),
    Row(
      "a subdirectory", "https://example.org/a.zip#subdirectory=x/",
      archive("https://example.org/a.zip", "{}", #", "subdirectory": "x""#)),
    Row(
      "another subdirectory", "https://example.org/a.zip#subdirectory=y&egg=a",
      archive("https://example.org/a.zip", "{}", #", "subdirectory": "x""#), .subdirectory("x")),
    Row(
      "no subdirectory", "https://example.org/a.zip#subdirectory=y", archive("https://example.org/a.zip"),
      .subdirectory(nil)),
    Row("the root as subdirectory", "https://example.org/a.zip#subdirectory=.", archive("https://example.org/a.zip")),
    Row("JSON that says nothing of sort", "https://example.org/a", #"{"url": "https://example.org/a"}"#),
    Row("no JSON", "https://example.org/a", "{"),
    Row("an address that is none", "https://example.org/a", archive("nonsense")),
    Row("a requirement without a scheme", "../a", nil),
    Row(
      "a repository in place of an archive", "https://example.org/a", repository("https://example.org/a"),
      .address("https://example.org/a")),
  ]

  static let folders: [Row] = [
    Row("a folder", "file:///srv/a", #"{"url": "file:///srv/a", "dir_info": {"editable": true}}"#),
    Row("three spellings", "file:/srv/./a/", #"{"url": "file://localhost/srv/b/../a", "dir_info": {}}"#),
    Row("another folder", "file:///srv/a", #"{"url": "file:///srv/b", "dir_info": {}}"#, .address("file:///srv/b")),
  ]

  static let repositories: [Row] = [
    Row("any revision", "git+https://example.org/a", repository("https://example.org/a", "v1")),
    Row("with .git and without", "git+https://example.org/a.git@v1", repository("https://example.org/a", "v1")),
    Row(
      "the revision that was asked for", "git+https://example.org/a@v1#egg=a", repository("https://example.org/a", "v1")
    ),
    Row("another one", "git+https://example.org/a@v2", repository("https://example.org/a", "v1"), .revision("v1")),
    Row(
      "the default branch in its place", "git+https://example.org/a@v2", repository("https://example.org/a"),
      .revision(nil)),
    Row(
      "the commit", "git+https://example.org/a@0123456789ABCDEF0123456789abcdef01234567",
      repository("https://example.org/a", "v1")),
    Row("the start of the commit", "git+https://example.org/a@0123456", repository("https://example.org/a", "v1")),
    Row(
      "too little of it", "git+https://example.org/a@012345", repository("https://example.org/a", "v1"), .revision("v1")
    ),
    Row(
      "a revision with a slash", "git+https://example.org/a@feature/x", repository("https://example.org/a", "feature/x")
    ),
    Row("ssh", "git+ssh://git@example.org/a.git@v1", repository("ssh://git@example.org/a.git", "v1")),
    Row("a user is no revision", "git+ssh://git@example.org/a", repository("ssh://git@example.org/a", "v1")),
    Row("a sign without a revision", "git+https://example.org/a@", repository("https://example.org/a", "v1")),
    Row(
      "another repository", "git+https://example.org/a", repository("https://example.org/b"),
      .address("https://example.org/b")),
    Row(
      "another tool", "hg+https://example.org/a", repository("https://example.org/a"), .address("https://example.org/a")
    ),
    Row("Mercurial", "hg+https://example.org/a@tip", repository("https://example.org/a", "tip", vcs: "hg")),
    Row("a repository on disk", "git+file:///srv/a@v1", repository("file:///srv/a", "v1")),
    Row(
      "an archive in its place", "git+https://example.org/a", archive("https://example.org/a"),
      .address("https://example.org/a")),
    Row(
      "a subdirectory", "git+https://example.org/a@v1#subdirectory=p",
      repository("https://example.org/a", "v1", subdirectory: "p")),
    Row(
      "another subdirectory", "git+https://example.org/a#subdirectory=p",
      repository("https://example.org/a", subdirectory: "q"),
      .subdirectory("q")),
    Row("from an index", "git+https://example.org/a@v1", nil, .unrecorded),
  ]

  @Test(arguments: archives + folders + repositories)
  func difference(_ row: Row) throws {
    let folder = try TemporaryFolder()
    try folder.install("a", "1.0", files: [], extra: row.recorded.map { ["direct_url.json": $0] } ?? [:])
    let installed = try #require(folder.installed("site").all.first)
    let requirement = try Requirement("a @ \(row.required)")
    let kinds = requirement.discrepancies(with: installed).map(\.kind)
    #expect(kinds == row.difference.map { [.otherSource($0)] } ?? [])
    #expect(requirement.isFulfilled(by: installed))
  }

  /// Old forms of metadata have no place for it.
  @Test func anEggInfoRecordsNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(["site/a-1.0.egg-info/PKG-INFO": "Name: a\nVersion: 1.0\n"])
    let installed = try #require(folder.installed("site").all.first)
    #expect(try Requirement("a @ https://example.org/a").discrepancies(with: installed).isEmpty)
  }

  static let secrets: [(String, String)] = [
    ("a @ https://me:secret@example.org/a", "a @ https://example.org/a"),
    ("a @ https://token@example.org/a@b", "a @ https://example.org/a@b"),
    ("a @ git+ssh://git@example.org/a@v1", "a @ git+ssh://git@example.org/a@v1"),
    ("a @ git+ssh://git:secret@example.org/a", "a @ git+ssh://example.org/a"),
    ("a @ https://example.org/a@b", "a @ https://example.org/a@b"), ("a @ ../a@b", "a @ ../a@b"),
  ]

  @Test(arguments: secrets)
  func aStatementHoldsNoPassword(_ written: String, _ statement: String) throws {
    #expect(try Requirement(written).statement == statement)
  }
}
