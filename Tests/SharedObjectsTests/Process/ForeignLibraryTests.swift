import SharedObjects
import SystemCalls
import TestSupport
import Testing

@Suite struct ForeignLibraryTests {
  private static let findings: [ForeignLibrary.Finding] = [
    finding("/s/torch/lib/libtorch.so", "libcudart.so.12", "/s/nvidia/cuda_runtime/lib/libcudart.so.12"),
    finding("/s/other/lib/libother.so", "libcudart.so.12", "/s/other/lib/libcudart.so.12"),
    finding("/s/torch/lib/libtorch.so", "libcudnn.so.9", "/s/nvidia/cudnn/lib/libcudnn.so.9"),
  ]

  private static func finding(_ requester: String, _ name: String, _ file: String) -> ForeignLibrary.Finding {
    ForeignLibrary.Finding(requester: requester, name: Array(name.utf8), file: file)
  }

  private func replaced(_ outside: [(file: String, soname: [UInt8]?)], loaded: Set<String> = []) -> [String] {
    ForeignLibrary.all(outside, insteadOf: Self.findings, loaded: loaded)
      .map { "\($0.file) for \($0.own) of \($0.requester)" }
  }

  @Test func byItsSoname() {
    #expect(
      replaced([("/opt/libcudart.so.12.4.99", Array("libcudart.so.12".utf8))]) == [
        "/opt/libcudart.so.12.4.99 for /s/nvidia/cuda_runtime/lib/libcudart.so.12 of /s/torch/lib/libtorch.so"
      ])
  }

  /// A library without a SONAME is known by the name under which it was found.
  @Test func byItsFileName() {
    #expect(
      replaced([("/opt/libcudnn.so.9", nil)]) == [
        "/opt/libcudnn.so.9 for /s/nvidia/cudnn/lib/libcudnn.so.9 of /s/torch/lib/libtorch.so"
      ])
  }

  /// Two copies are there then, and who has which is not known.
  @Test func besideTheEnvironmentsOwn() {
    #expect(replaced([("/opt/libcudnn.so.9", nil)], loaded: ["/s/nvidia/cudnn/lib/libcudnn.so.9"]).isEmpty)
  }

  @Test func whatTheEnvironmentDoesNotHave() {
    #expect(replaced([("/opt/libcudart.so.11.0", Array("libcudart.so.11.0".utf8)), ("/opt/libx.so", nil)]).isEmpty)
    #expect(replaced([("", nil), ("/opt/libcudart.so.12", [])]).isEmpty)
    #expect(replaced([]).isEmpty)
  }

  struct Folders: Sendable, CustomTestStringConvertible {
    let list: String
    let folders: [String]
    var testDescription: String { list }

    init(_ list: String, _ folders: [String]) {
      self.list = list
      self.folders = folders
    }
  }

  static let lists: [Folders] = [
    Folders("$ORIGIN", ["/s/torch/lib"]), Folders("${ORIGIN}/../../nvidia", ["/s/torch/lib/../../nvidia"]),
    Folders("/a:$ORIGIN/b:", ["/a", "/s/torch/lib/b"]), Folders("lib:.:/a/$LIB:$PLATFORM", []), Folders("", []),
  ]

  @Test(arguments: lists)
  func ownFolders(_ row: Folders) throws {
    let rpath = (tag: TinyELF.rpath, name: Array(row.list.utf8))
    let runpath = (tag: TinyELF.runpath, name: Array("/run".utf8))
    #expect(try folders([rpath]) == row.folders)
    #expect(try folders([runpath, rpath]) == ["/run"])
  }

  @Test func noFolders() throws {
    #expect(try folders([]) == [])
  }

  private func folders(_ names: [(tag: Int, name: [UInt8])]) throws -> [String] {
    var file = TinyELF()
    file.names = names
    return try ObjectFile(MappedFile(copying: file.bytes)).dynamic.ownFolders(origin: Array("/s/torch/lib".utf8))
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
