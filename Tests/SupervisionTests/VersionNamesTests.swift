import SystemPackage
import Testing

@testable import Supervision

@Suite struct VersionNamesTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let version: PythonVersion?
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ version: PythonVersion?) {
      self.text = text
      self.version = version
    }
  }

  static let prefixes: [Reading] = [
    Reading("3.11", PythonVersion(3, 11)), Reading("3.11.7", PythonVersion(3, 11)),
    Reading("3.11.so.1.0", PythonVersion(3, 11)), Reading("3.8m.so", PythonVersion(3, 8)),
    Reading("3.13t", PythonVersion(3, 13, isFreeThreaded: true)),
    Reading("3.13t.so.1.0", PythonVersion(3, 13, isFreeThreaded: true)),
    Reading("3.13td.so", PythonVersion(3, 13, isFreeThreaded: true)), Reading("3.13d.so", PythonVersion(3, 13)),
    Reading("3.14.0rc1", PythonVersion(3, 14)), Reading("3.11.2+", PythonVersion(3, 11)),
    Reading("3.11.", PythonVersion(3, 11)), Reading("3.100", PythonVersion(3, 100)),
    Reading("", nil), Reading("3", nil), Reading("3.", nil), Reading("3.x", nil), Reading("x3.11", nil),
    Reading(" 3.11", nil), Reading(".so", nil), Reading("-3.11", nil), Reading("٣.١١", nil),
    Reading("3.99999999999999999999", nil), Reading(".3.11", nil), Reading("3..11", nil),
  ]

  @Test(arguments: prefixes)
  func versionAtTheStart(_ row: Reading) {
    #expect(PythonVersion(prefixOf: row.text[...]) == row.version)
  }

  @Test func order() {
    let versions = [PythonVersion(2, 7), PythonVersion(3, 8), .oldest, PythonVersion(3, 10), PythonVersion(4, 0)]
    #expect(versions.shuffled().sorted() == versions)
    #expect(PythonVersion(3, 9) == .oldest)
    #expect(PythonVersion(3, 13, isFreeThreaded: true).description == "3.13t")
    #expect(PythonVersion(3, 13, isFreeThreaded: true) != PythonVersion(3, 13))
  }

  static let installations: [Reading] = [
    Reading("3.12.1", PythonVersion(3, 12)), Reading("2.7.18", PythonVersion(2, 7)),
    Reading("3.13.0t", PythonVersion(3, 13, isFreeThreaded: true)), Reading("3.12", PythonVersion(3, 12)),
    Reading("3.15-dev", PythonVersion(3, 15)), Reading("3.12.1-debug", PythonVersion(3, 12)),
    Reading("3.15t-dev", PythonVersion(3, 15, isFreeThreaded: true)),
    Reading("3.14.0rc1", PythonVersion(3, 14)), Reading("3.14.0a7", PythonVersion(3, 14)),
    Reading("3.14.0b2t", PythonVersion(3, 14, isFreeThreaded: true)),
    Reading("cpython-3.12.1-linux-x86_64-gnu", PythonVersion(3, 12)),
    Reading("cpython-3.14.0rc2-linux-x86_64-gnu", PythonVersion(3, 14)),
    Reading("cpython-3.13.0+freethreaded-linux-x86_64-gnu", PythonVersion(3, 13, isFreeThreaded: true)),
    Reading("cpython-3.14.0b1+freethreaded-linux-x86_64-gnu", PythonVersion(3, 14, isFreeThreaded: true)),
    Reading("cpython-3.13.0+debug-linux-x86_64-gnu", PythonVersion(3, 13)),
    Reading("pypy3.10-7.3.17", nil), Reading("pypy-3.10.14-linux-x86_64-gnu", nil),
    Reading("miniconda3-latest", nil), Reading("graalpy-24.1.1", nil), Reading("jython-2.7.2", nil),
    Reading("myenv", nil), Reading("3", nil), Reading("3.12.1x", nil), Reading("3.12 (copy)", nil),
    Reading(".lock", nil), Reading("cpython-", nil), Reading("cpython-3", nil),
  ]

  @Test(arguments: installations)
  func installationByItsFolder(_ row: Reading) {
    let installation = PythonInstallation(FilePath("/versions").appending(row.text))
    #expect(installation?.version == row.version)
  }

  @Test func releaseOfAFolder() {
    #expect(PythonInstallation("/x/cpython-3.12.1-linux-x86_64-gnu")?.release == "3.12.1")
    #expect(PythonInstallation("/x/3.15-dev")?.release == "3.15")
    #expect(PythonInstallation("/")?.folder == nil)
  }
}
