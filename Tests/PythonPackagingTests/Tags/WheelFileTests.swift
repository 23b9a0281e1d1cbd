import PythonPackaging
import TestSupport
import Testing

@Suite struct WheelFileTests {
  private static let text = """
    Wheel-Version: 1.0
    Generator: bdist_wheel (0.43.0)
    Root-Is-Purelib: false
    Tag: cp311-cp311-manylinux_2_17_x86_64
    Tag: cp311-cp311-manylinux2014_x86_64
    Tag: no tag

    """

  @Test func fields() {
    let wheel = WheelFile(Array(Self.text.utf8))
    #expect(wheel.formatVersion == "1.0" && wheel.generator == "bdist_wheel (0.43.0)" && wheel.isPureLibrary == false)
    #expect(wheel.tags.map(\.description) == ["cp311-cp311-manylinux_2_17_x86_64", "cp311-cp311-manylinux2014_x86_64"])
    let empty = WheelFile([])
    #expect(empty.formatVersion == nil && empty.isPureLibrary == nil && empty.tags.isEmpty)
  }

  @Test func fits() {
    let wheel = WheelFile(Array(Self.text.utf8))
    let machine = TagMachine(architecture: "x86_64", libc: .glibc(LibcVersion(2, 17)))
    #expect(CompatibleTags(CPythonABI(3, 11), on: machine).mismatch(wheel) == nil)
    #expect(CompatibleTags(CPythonABI(3, 12), on: machine).mismatch(wheel) == .otherPython("cp311"))
    // Nothing is said, so nothing is wrong.
    #expect(CompatibleTags(CPythonABI(3, 12), on: machine).mismatch(WheelFile([])) == nil)
  }

  @Test func ofInstalledDistributions() throws {
    let folder = try TemporaryFolder()
    try folder.install("Built", "1", files: ["built.py"], extra: ["WHEEL": Self.text])
    try folder.install("By-hand", "1", files: ["byhand.py"])
    let installed = folder.installed("site")
    #expect(installed.distribution(named: DistributionName("built"))?.wheelTags?.count == 2)
    #expect(installed.distribution(named: DistributionName("by-hand"))?.wheelTags == nil)
    _ = installed.unmetClaims(with: try .linux())
    let problem = WheelTagProblem(reason: .threePartsExpected, text: "no tag", position: 6)
    #expect(installed.problems.map(\.kind) == [.tagInvalid(problem)])
    #expect(installed.problems.map(\.line) == [6])
  }

  @Test func anyBytes() {
    var generator = SeededGenerator(seed: 427)
    let machine = TagMachine(architecture: "x86_64", libc: .glibc(LibcVersion(2, 17)))
    let here = CompatibleTags(CPythonABI(3, 11), on: machine)
    for _ in 0..<3_000 {
      let wheel = WheelFile(generator.mutate(Array(Self.text.utf8)))
      #expect(wheel.tags.count <= 8)
      #expect(here.mismatch(wheel) == nil || !wheel.tags.contains(where: here.admits))
    }
  }
}
