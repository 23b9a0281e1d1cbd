import Testing

@testable import Supervision

@Suite struct WantedVersionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let matching: [PythonVersion]
    let releases: [String]
    let namesRelease: Bool
    let isTooOld: Bool
    var testDescription: String { text }

    init(
      _ text: String, _ matching: [PythonVersion], releases: [String] = [], namesRelease: Bool = false,
      isTooOld: Bool = false
    ) {
      self.text = text
      self.matching = matching
      self.releases = releases
      self.namesRelease = namesRelease
      self.isTooOld = isTooOld
    }
  }

  static let versions: [PythonVersion] = [
    PythonVersion(2, 7), PythonVersion(3, 1), PythonVersion(3, 8), PythonVersion(3, 9), PythonVersion(3, 12),
    PythonVersion(3, 13), PythonVersion(3, 13, isFreeThreaded: true),
  ]
  static let releases: [String] = ["3.9.18", "3.12.1", "3.12.10", "3.12.12", "3.13.0"]

  static let cases: [Case] = [
    Case("3.12", [versions[4]], releases: ["3.12.1", "3.12.10", "3.12.12"]),
    Case("python3.12", [versions[4]], releases: ["3.12.1", "3.12.10", "3.12.12"]),
    Case("3.12.1", [versions[4]], releases: ["3.12.1"], namesRelease: true),
    Case("python3.12.12", [versions[4]], releases: ["3.12.12"], namesRelease: true),
    Case("3.9", [versions[3]], releases: ["3.9.18"]), Case("3.9.0", [versions[3]], namesRelease: true),
    Case("3.1", [versions[1]], isTooOld: true), Case("3.13", [versions[5]], releases: ["3.13.0"]),
    Case("3.13t", [versions[6]], releases: ["3.13.0"]),
    Case("3.13.0t", [versions[6]], releases: ["3.13.0"], namesRelease: true),
    Case("3", Array(versions[1...5]), releases: releases), Case("python3", Array(versions[1...5]), releases: releases),
    Case("2", [versions[0]], isTooOld: true), Case("2.7", [versions[0]], isTooOld: true),
    Case("python2.7.18", [versions[0]], namesRelease: true, isTooOld: true),
    Case("3.8", [versions[2]], isTooOld: true), Case("3.8.18", [versions[2]], namesRelease: true, isTooOld: true),
    Case("0", [], isTooOld: true), Case("4", []), Case("3.99", []),
  ]

  @Test(arguments: cases)
  func version(_ row: Case) throws {
    let wanted = try #require(WantedVersion(row.text))
    #expect(Self.versions.filter(wanted.matches) == row.matching)
    #expect(Self.releases.filter { wanted.matches(release: $0) } == row.releases)
    #expect(wanted.namesRelease == row.namesRelease)
    #expect(wanted.isTooOld == row.isTooOld)
    #expect("python\(wanted.text)".hasSuffix(row.text))
  }

  /// They are the names of programs, or paths.
  static let noVersions: [String] = [
    "", "python", "t", "pythont", "3.12.1.2", "3.", ".3", "3..12", "3.x", "v3.12", "3.12 ", " 3.12", "+3.12", "-3",
    "3.+12", "python-3", "3,12", "./3.12", "3/12", "python3.12-dbg", "3.13tt", "pypy3.10", "99999999999999999999",
  ]

  @Test(arguments: noVersions)
  func noVersion(_ text: String) {
    #expect(WantedVersion(text)?.text == nil)
  }
}
