import SharedObjects
import Testing

@Suite struct LibraryNameTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let stem: String
    let version: [Int]
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "libcudart.so.12", stem: "libcudart", version: [12]),
    Row(name: "libcudart.so.11.0", stem: "libcudart", version: [11, 0]),
    Row(name: "/usr/lib/libz.so.1.2.13", stem: "libz", version: [1, 2, 13]),
    Row(name: "libtorch_cpu.so", stem: "libtorch_cpu", version: []),
    Row(name: "libgomp-a34b3233.so.1", stem: "libgomp", version: [1]),
    Row(name: "libopenblas64_p-r0-15028c96.3.21.so", stem: "libopenblas64_p-r0-15028c96.3.21", version: []),
    Row(name: "libglib-2.0.so.0", stem: "libglib-2.0", version: [0]),
    Row(name: "libpython3.11.so.1.0", stem: "libpython3.11", version: [1, 0]),
    Row(name: "_C.abi3.so", stem: "_C.abi3", version: []),
    Row(name: "libx.so.a", stem: "libx", version: []),
    Row(name: "libomp.dylib", stem: "libomp.dylib", version: []),
    Row(name: "", stem: "", version: []),
    Row(name: "/", stem: "/", version: []),
    Row(name: "so.1", stem: "so.1", version: []),
    Row(name: "libx.so.99999999999999999999", stem: "libx", version: []),
  ]

  @Test(arguments: rows)
  func parts(_ row: Row) {
    let name = LibraryName(row.name)
    #expect(name.stem == row.stem)
    #expect(name.version == row.version)
  }

  @Test func order() {
    #expect(LibraryName("libx.so.9").isOlder(than: LibraryName("libx.so.10")))
    #expect(LibraryName("libx.so.11").isOlder(than: LibraryName("libx.so.11.0")))
    #expect(!LibraryName("libx.so.1").isOlder(than: LibraryName("libx.so.1")))
  }
}
