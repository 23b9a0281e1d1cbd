import PythonPackaging
import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// File names of extension modules, against the suffixes that the real interpreters look for.
@Suite(.timeLimit(.minutes(5))) struct ExtensionSuffixTests {
  private static func suffixes(_ python: TestPython) throws -> [String] {
    let script = "import _imp; print('\\n'.join(_imp.extension_suffixes()))"
    let run = try Program(in: "/").run(python.executable, ["-S", "-c", script])
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: TestPython.all)
  func everySuffix(_ python: TestPython) throws {
    let machine = TagMachine(
      architecture: try #require(Machine.architecture()), libc: Machine.libc().flatMap { Libc($0) })
    let version = python.version
    let abi = CPythonABI(version.major, version.minor, isFreeThreaded: version.isFreeThreaded)
    let here = CompatibleTags(abi, on: machine)
    let own = try Self.suffixes(python)
    #expect(own.count >= 3)
    for other in TestPython.all {
      for suffix in try Self.suffixes(other) {
        let tag = try #require(ExtensionFileTag(fileName: "_C\(suffix)"))
        #expect((here.mismatch(tag) == nil) == own.contains(suffix), "\(suffix)")
      }
    }
  }
}
