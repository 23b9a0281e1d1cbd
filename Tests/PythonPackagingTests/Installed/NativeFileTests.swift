import PythonPackaging
import Testing

/// Which files of a distribution are named like shared objects, and by which names Python would import them.
@Suite struct NativeFileTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    /// `nil` where the file is none.
    let native: [String?]?

    var testDescription: String { file }

    init(_ file: String, native: [String?]?) { (self.file, self.native) = (file, native) }
  }

  /// With the module of each.
  static let rows: [Row] = [
    Row("a/_b.cpython-311-x86_64-linux-gnu.so", native: ["a._b"]),
    Row("a/b/_c.abi3.so", native: ["a.b._c"]),
    Row("_d.so", native: ["_d"]),
    Row("a.libs/libx-1a2b3c4d.so.1.2", native: [nil]),
    Row("a/libx.so.12", native: [nil]),
    Row("a/libx.2.so", native: [nil]),
    Row("../lib/libx.so", native: [nil]),
    Row("a/x.sound", native: nil),
    Row("a/x.so.txt", native: nil),
    Row("a/x.so.", native: nil),
    Row(".so", native: nil),
    Row("a/.so.1", native: nil),
  ]

  @Test(arguments: rows)
  func modules(_ row: Row) throws {
    let folder = try TemporaryFolder()
    try folder.install("x", "1.0", files: [row.file])
    let installed = folder.installed("site")
    let files = try #require(installed.all.first).nativeFiles
    #expect(files.map(\.module) == row.native ?? [])
    #expect(files.allSatisfy { $0.isInSiteFolder == !row.file.hasPrefix("..") })
  }
}
