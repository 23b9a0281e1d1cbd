import SharedObjects
import SystemPackage
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct LibrarySupplierTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let soname: String
    let suppliers: [LibrarySupplier]
    var testDescription: String { soname }

    init(_ soname: String, _ suppliers: LibrarySupplier...) {
      self.soname = soname
      self.suppliers = suppliers
    }
  }

  static let rows: [Row] = [
    Row("libcuda.so.1", .driver(.nvidia)),
    Row("libnvidia-ml.so.1", .driver(.nvidia)),
    Row("libamdhip64.so.6", .driver(.rocm)),
    Row("libhccl.so", .driver(.ascend)),
    Row("libcudart.so.12", .distributions(["nvidia-cuda-runtime-cu12"])),
    Row("libcudart.so.13", .distributions(["nvidia-cuda-runtime"])),
    Row("libcudart.so.99"),
    Row("libGL.so.1", .debian([DebianPackage(name: "libgl1", release: 12)])),
    Row("libssl.so.1.1", .debian([DebianPackage(name: "libssl1.1", release: 11)])),
    Row(
      "libmpi.so.40",
      .debian([DebianPackage(name: "libopenmpi3", release: 12), DebianPackage(name: "libopenmpi40", release: 13)])),
    Row("libtbb.so.12", .distributions(["tbb"]), .debian([DebianPackage(name: "libtbb12", release: 12)])),
    Row("libnothing.so.1"),
    Row(""),
  ]

  @Test(arguments: rows)
  func suppliers(_ row: Row) {
    #expect(LibrarySupplier.all(of: row.soname) == row.suppliers)
  }

  @Test func otherReleases() {
    let others = LibrarySupplier.otherReleases(of: "libcudart.so.12")
    #expect(others.map(\.name.version) == [[11, 0], [13]])
    #expect(others.map(\.distributions) == [["nvidia-cuda-runtime-cu11"], ["nvidia-cuda-runtime"]])
    #expect(LibrarySupplier.otherReleases(of: "libnothing.so.1").isEmpty)
  }

  @Test func wordsNameThePackageThatTheAdviceInstalls() {
    let packages = [DebianPackage(name: "libopenmpi3", release: 12), DebianPackage(name: "libopenmpi40", release: 13)]
    let supplier = LibrarySupplier.debian(packages)
    #expect(supplier.sentence == "it is in libopenmpi3 of Debian 12, libopenmpi40 of Debian 13")
    #expect(
      supplier.fix(Installer(python: "/env/bin/python", isUV: false))?.commands == ["apt-get install libopenmpi40"])
    #expect(LibrarySupplier.debian([packages[0]]).sentence == "it is in libopenmpi3 of Debian")
    #expect(LibrarySupplier.debian([]).sentence == nil)
  }
}
