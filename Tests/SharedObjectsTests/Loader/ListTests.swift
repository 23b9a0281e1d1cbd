@testable import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

@Suite struct ListTests {
  private static let tokens = TokenExpansion(
    origin: "/o", library: Array("lib64".utf8), platform: Array("x86_64".utf8))

  /// `nil`: the loader passes over the path.
  static let expansions: [(String, String?)] = [
    ("", ""), ("/a", "/a"), ("$ORIGIN", "/o"), ("${ORIGIN}", "/o"), ("$ORIGIN/../lib", "/o/../lib"),
    ("/x/$LIB/$PLATFORM/y", "/x/lib64/x86_64/y"), ("$ORIGIN$ORIGIN", "/o/o"), ("$ORIGINS", "$ORIGINS"),
    ("$ORIGIN_", "$ORIGIN_"), ("${ORIGIN", "${ORIGIN"), ("${ORIGINS}", "${ORIGINS}"), ("$", "$"), ("$$ORIGIN", "$/o"),
    ("$origin", "$origin"), ("{ORIGIN}", "{ORIGIN}"), ("${LIB}s", "lib64s"), ("$LIBS", "$LIBS"), ("$ORIGIN:", "/o:"),
    ("$EXEC_ORIGIN", "$EXEC_ORIGIN"),
  ]

  @Test(arguments: expansions)
  func tokensAreReplaced(_ text: String, _ expanded: String?) {
    #expect(Self.tokens.expand(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == expanded)
  }

  @Test func aTokenWithoutAValue() {
    let tokens = TokenExpansion(origin: "/o", library: [], platform: nil)
    #expect(tokens.expand(Array("/a/$PLATFORM".utf8)) == nil)
    #expect(folders("/a:/b/$PLATFORM:/c", tokens) == ["/a", "/c"])
  }

  private func folders(_ list: String, _ tokens: TokenExpansion = tokens) -> [FilePath] {
    FolderList(Array(list.utf8), separators: [UInt8(ascii: ":")], tokens, workingFolder: "/w").folders
  }

  static let lists: [(String, [FilePath])] = [
    ("/a", ["/a"]), ("/a:/b", ["/a", "/b"]), ("/a:/a/:/a//", ["/a"]), ("/a::/b", ["/a", "/w", "/b"]), (":", ["/w"]),
    ("/a:", ["/a", "/w"]), ("b:./c:..", ["/w/b", "/w/./c", "/w/.."]), ("/", ["/"]), ("$ORIGIN/:/o", ["/o"]),
    ("/a;/b", ["/a;/b"]), ("$LIB", ["/w/lib64"]),
  ]

  @Test(arguments: lists)
  func foldersOfAList(_ list: String, _ expected: [FilePath]) {
    #expect(folders(list) == expected)
  }

  /// musl: all tokens of a list are `$ORIGIN`, or the list does not count.
  static let origins: [(String, String?)] = [
    ("/a:$ORIGIN/b:${ORIGIN}", "/a:/o/b:/o"), ("/a", "/a"), ("$ORIGINS", "/oS"), ("$LIB", nil), ("/a:$", nil),
  ]

  @Test(arguments: origins)
  func originsOfAWholeList(_ list: String, _ expanded: String?) {
    #expect(Self.tokens.expandOrigin(Array(list.utf8)).map { String(decoding: $0, as: UTF8.self) } == expanded)
  }

  @Test func anyBytes() {
    var generator = SeededGenerator(seed: 300)
    let seeds = ["/a:$ORIGIN/../lib:${LIB}/x;;:", "$ORIGIN:${ORIGIN}:$PLATFORM", "::::$", "/very/long/path:.:..:b"]
    for _ in 0..<5_000 {
      let seed = Array((seeds.randomElement(using: &generator) ?? "").utf8)
      let list = generator.mutate(generator.mutate(seed))
      let found = FolderList(list, separators: [0x3A, 0x3B], Self.tokens, workingFolder: "/w").folders
      if found.count > list.count + 1 || !found.allSatisfy(\.isAbsolute) { Issue.record("\(list)") }
      _ = Self.tokens.expandOrigin(list)
    }
  }

  /// A list of a million entries costs no million searches.
  @Test func manyFolders() {
    let list = (0..<100_000).map { "/\($0)" }.joined(separator: ":")
    #expect(folders(list).count == 4096)
  }

  static let orders: [(String, String)] = [
    ("libx.so.9", "libx.so.10"), ("liba", "libb"), ("lib", "liba"), ("liba", "lib1"), ("libx.so.2", "libx.so.2.1"),
    ("", "a"), ("lib01", "lib2"),
  ]

  @Test(arguments: orders)
  func cacheOrder(_ first: String, _ second: String) {
    #expect(compareCacheNames(Array(first.utf8), Array(second.utf8)) < 0)
    #expect(compareCacheNames(Array(second.utf8), Array(first.utf8)) > 0)
    #expect(compareCacheNames(Array(first.utf8), Array(first.utf8)) == 0)
  }

  @Test func numbersBeyondAnyInteger() {
    let long = Array(("lib" + String(repeating: "9", count: 5000)).utf8)
    #expect(compareCacheNames(long, long) == 0)
    _ = compareCacheNames(long, Array("lib0".utf8))
  }
}
