import SharedObjects
import Testing

@Suite struct LibraryNameTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    let stem: String?
    let major: String?
    var testDescription: String { path }

    init(_ path: String, _ stem: String?, _ major: String? = nil) {
      self.path = path
      self.stem = stem
      self.major = major
    }
  }

  /// Names of files that wheels and systems have.
  static let rows: [Row] = [
    Row("/usr/lib/x86_64-linux-gnu/libgomp.so.1", "libgomp", "1"),
    Row("/s/torch/lib/libgomp-a34b3233.so.1.0.0", "libgomp", "1"),
    Row("/s/numpy.libs/libgfortran-040039e1-0352e75f.so.5.0.0", "libgfortran", "5"),
    Row("/s/numpy.libs/libscipy_openblas64_-56d6093b.so", "libscipy_openblas64_"),
    Row("/s/pillow.libs/libpng16-d00bd151.so.16.44.0", "libpng16", "16"),
    Row("/s/torch/lib/libtorch_cpu.so", "libtorch_cpu"),
    Row("/s/nvidia/cudnn/lib/libcudnn_ops.so.9", "libcudnn_ops", "9"),
    Row("/p/lib/libpython3.11.so.1.0", "libpython3.11", "1"),
    Row("/p/lib/libpython3.so", "libpython3"),
    Row("/usr/lib/libglib-2.0.so.0.7400.6", "libglib-2.0", "0"),
    Row("/s/g.libs/libglib-2-1a2b3c4d.0.so.0.6600.1", "libglib-2.0", "0"),
    Row("libomp.so", "libomp"),
    Row("/s/libfoo-1A2B3C4D.so", "libfoo-1A2B3C4D"),
    Row("/s/libfoo-1a2b3c4.so", "libfoo-1a2b3c4"),
    Row("/s/libfoo.solid.so.2", "libfoo.solid", "2"),
    Row("/s/libfoo.so.", "libfoo"),
    Row("/s/libü-1a2b3c4d.so.1", "libü", "1"),
  ]

  /// Programs, extension modules, and what only looks like a library.
  static let others: [Row] = [
    Row("/s/pandas/_libs/lib.cpython-312-x86_64-linux-gnu.so", nil), Row("/s/vllm/_C.abi3.so", nil),
    Row("/s/libcst/libnative.abi3.so", nil), Row("/s/libx.cpython-311-x86_64-linux-gnu.so", nil),
    Row("/s/libx.pypy39-pp73-x86_64-linux-gnu.so", nil), Row("/lib64/ld-linux-x86-64.so.2", nil),
    Row("/usr/bin/python3.11", nil), Row("/s/lib.so", nil), Row("/s/lib-1a2b3c4d.so", nil), Row("/s/libfoo.sox", nil),
    Row("/s/libfoo", nil), Row("/proc/self/fd/7", nil), Row("", nil), Row("/", nil), Row(".so", nil),
  ]

  @Test(arguments: rows + others)
  func whatAFileNameSays(_ row: Row) {
    let name = LibraryName(path: row.path)
    #expect(name?.stem == row.stem)
    #expect(name?.major == row.major)
  }
}
