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
    Row(name: "libopenblas64_p-r0-15028c96.3.21.so", stem: "libopenblas64_p-r0.3.21", version: []),
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

  struct FileRow: Sendable, CustomTestStringConvertible {
    let path: String
    let stem: String?
    let major: Int?
    var testDescription: String { path }

    init(_ path: String, _ stem: String?, _ major: Int? = nil) {
      self.path = path
      self.stem = stem
      self.major = major
    }
  }

  /// Names of files that wheels and systems have.
  static let libraries: [FileRow] = [
    FileRow("/usr/lib/x86_64-linux-gnu/libgomp.so.1", "libgomp", 1),
    FileRow("/s/torch/lib/libgomp-a34b3233.so.1.0.0", "libgomp", 1),
    FileRow("/s/numpy.libs/libgfortran-040039e1-0352e75f.so.5.0.0", "libgfortran", 5),
    FileRow("/s/numpy.libs/libscipy_openblas64_-56d6093b.so", "libscipy_openblas64_"),
    FileRow("/s/pillow.libs/libpng16-d00bd151.so.16.44.0", "libpng16", 16),
    FileRow("/s/torch/lib/libtorch_cpu.so", "libtorch_cpu"),
    FileRow("/s/nvidia/cudnn/lib/libcudnn_ops.so.9", "libcudnn_ops", 9),
    FileRow("/p/lib/libpython3.11.so.1.0", "libpython3.11", 1),
    FileRow("/p/lib/libpython3.so", "libpython3"),
    FileRow("/usr/lib/libglib-2.0.so.0.7400.6", "libglib-2.0", 0),
    FileRow("/s/g.libs/libglib-2-1a2b3c4d.0.so.0.6600.1", "libglib-2.0", 0),
    FileRow("libomp.so", "libomp"),
    FileRow("/s/libfoo-1A2B3C4D.so", "libfoo-1A2B3C4D"),
    FileRow("/s/libfoo-1a2b3c4.so", "libfoo-1a2b3c4"),
    FileRow("/s/libfoo.solid.so.2", "libfoo.solid", 2),
    FileRow("/s/libfoo.so.", "libfoo"),
    FileRow("/s/libü-1a2b3c4d.so.1", "libü", 1),
  ]

  /// Programs, extension modules, and what only looks like a library.
  static let others: [FileRow] = [
    FileRow("/s/pandas/_libs/lib.cpython-312-x86_64-linux-gnu.so", nil), FileRow("/s/vllm/_C.abi3.so", nil),
    FileRow("/s/libcst/libnative.abi3.so", nil), FileRow("/s/libx.cpython-311-x86_64-linux-gnu.so", nil),
    FileRow("/s/libx.pypy39-pp73-x86_64-linux-gnu.so", nil), FileRow("/lib64/ld-linux-x86-64.so.2", nil),
    FileRow("/usr/bin/python3.11", nil), FileRow("/s/lib.so", nil), FileRow("/s/lib-1a2b3c4d.so", nil),
    FileRow("/s/libfoo.sox", nil),
    FileRow("/s/libfoo", nil), FileRow("/proc/self/fd/7", nil), FileRow("", nil), FileRow("/", nil),
    FileRow(".so", nil),
  ]

  @Test(arguments: libraries + others)
  func whatAFileNameSays(_ row: FileRow) {
    let name = LibraryName(path: row.path)
    #expect(name?.stem == row.stem)
    #expect(name?.major == row.major)
  }
}
