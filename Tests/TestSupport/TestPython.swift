package import Supervision
internal import SystemCalls
package import SystemPackage

/// A CPython of this machine that realimport promises to embed.
package struct TestPython: Sendable, CustomStringConvertible {
  package let version: PythonVersion
  package let executable: FilePath

  package var description: String { "Python \(version) at \(executable.removingLastComponent())" }

  /// Debian's own and one of each minor version that `--python` finds, the oldest first.
  package static let all: [TestPython] = {
    let system = find("/usr/bin/python3").map { [$0] } ?? []
    return system + (PythonVersion.oldest.minor...newestMinor).compactMap { find("3.\($0)") }
  }()

  /// The one that most tests of a single Python run with.
  package static var any: TestPython? { all.last }

  private static let newestMinor = 20

  private static func find(_ option: String) -> TestPython? {
    guard let found = try? Interpreter.find(option, environment: .current()) else { return nil }
    return TestPython(version: found.version, executable: found.executable)
  }
}
