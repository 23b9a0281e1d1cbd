import SharedObjects
import Testing

@Suite struct RuntimeClashTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let objects: [String]
    let clashes: [String]

    init(_ testDescription: String, _ objects: [String], _ clashes: [String] = []) {
      self.testDescription = testDescription
      self.objects = objects
      self.clashes = clashes
    }
  }

  private static let wheel = "/s/nvidia/cudnn/lib"
  private static let openMP = "the OpenMP runtime of LLVM and Intel"

  static let clashes: [Row] = [
    Row(
      "libomp beside Intel's", ["/a/libomp.so.5", "/s/x.libs/libiomp5-1a2b3c4d.so"],
      ["\(openMP): /a/libomp.so.5 /s/x.libs/libiomp5-1a2b3c4d.so"]),
    Row("two of libiomp5", ["/a/libiomp5.so", "/b/libiomp5.so"], ["\(openMP): /a/libiomp5.so /b/libiomp5.so"]),
    Row("two NCCL", ["/a/libnccl.so.2", "/b/libnccl.so.2.18.1"], ["NCCL: /a/libnccl.so.2 /b/libnccl.so.2.18.1"]),
    Row(
      "one part of cuDNN from elsewhere",
      ["\(wheel)/libcudnn.so.9", "\(wheel)/libcudnn_graph.so.9", "/lib/libcudnn_engines_tensor_ir.so.9"],
      ["cuDNN: \(wheel)/libcudnn.so.9 /lib/libcudnn_engines_tensor_ir.so.9"]),
    Row(
      "three libpython", ["/a/libpython3.11.so.1.0", "/b/libpython3.11.so.1.0", "/b/libpython3.10d.so.1.0"],
      ["Python's own library: /a/libpython3.11.so.1.0 /b/libpython3.11.so.1.0 /b/libpython3.10d.so.1.0"]),
    Row(
      "two at once", ["/a/libnccl.so.2", "/a/libomp.so", "/b/libnccl.so.2", "/b/libomp.so"],
      ["\(openMP): /a/libomp.so /b/libomp.so", "NCCL: /a/libnccl.so.2 /b/libnccl.so.2"]),
  ]

  static let harmless: [Row] = [
    Row("nothing", []),
    Row("one OpenMP runtime", ["/a/libomp.so"]),
    Row("two of GNU's", ["/s/torch/lib/libgomp.so.1", "/s/sentencepiece.libs/libgomp-6a29c32d.so.1.0.0"]),
    Row("GNU's beside Intel's", ["/a/libgomp.so.1", "/b/libiomp5.so"]),
    Row("cuDNN of one folder", ["\(wheel)/libcudnn.so.9", "\(wheel)/libcudnn_ops.so.9"]),
    Row("cuDNN 8 beside 9", ["\(wheel)/libcudnn.so.9", "/b/libcudnn.so.8", "/b/libcudnn_ops_infer.so.8"]),
    Row("a link to libpython", ["/a/libpython3.11.so.1.0", "/a/libpython3.so"]),
    Row("other names that begin so", ["/a/libompl.so.1", "/b/libompl.so.1", "/a/libnccl-net.so", "/b/libnccl-net.so"]),
    Row("extension modules", ["/a/libomp.cpython-311-x86_64-linux-gnu.so", "/b/libomp.abi3.so"]),
  ]

  @Test(arguments: clashes + harmless)
  func whatAProcessCanHaveOnlyOnce(_ row: Row) {
    let found = RuntimeClash.all(in: row.objects).map { "\($0.runtime.name): \($0.files.joined(separator: " "))" }
    #expect(found == row.clashes)
  }

  /// Each name once, so that a sentence says which one is meant.
  @Test func theTable() {
    let names = LonelyRuntime.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(LonelyRuntime.all.allSatisfy { !$0.consequence.isEmpty })
  }
}

@Suite struct LibraryCopiesTests {
  @Test func whatIsThereTwice() {
    let copies = LibraryCopies.all(in: [
      "/b/libx.so.2", "/a/libgomp.so.1", "/a/_C.abi3.so", "/b/_C.abi3.so", "/a/libx.so.1", "/a/liby.so",
      "/s/a.libs/libgomp-a34b3233.so.1.0.0", "/c/libx-1a2b3c4d.so.1",
    ])
    #expect(copies.map(\.library) == ["libx", "libgomp"])
    #expect(
      copies.map(\.files) == [
        ["/b/libx.so.2", "/a/libx.so.1", "/c/libx-1a2b3c4d.so.1"],
        ["/a/libgomp.so.1", "/s/a.libs/libgomp-a34b3233.so.1.0.0"],
      ])
  }

  @Test func ofNothing() {
    #expect(LibraryCopies.all(in: []).isEmpty)
    #expect(LibraryCopies.all(in: ["", "/", "/a/libx.so"]).isEmpty)
  }
}
