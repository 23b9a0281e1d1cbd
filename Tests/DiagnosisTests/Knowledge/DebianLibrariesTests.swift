import SystemPackage
import TestSupport
import Testing

@testable import Diagnosis

/// Against the packages that are installed on this machine, if it is a Debian 12.
@Suite struct DebianLibrariesTests {
  private static let lists: FilePath = "/var/lib/dpkg/info"
  private static var isRelease12: Bool {
    let release = (try? TestFolder.contents(of: "/etc/debian_version")) ?? []
    return release.starts(with: "12.".utf8)
  }

  @Test(.enabled(if: isRelease12, "is no Debian 12"))
  func asInstalled() throws {
    var looked = 0
    for (soname, package) in DebianLibraries.release12 {
      let names = ["\(package):amd64.list", "\(package).list"]
      guard let list = names.compactMap({ try? TestFolder.contents(of: Self.lists.appending($0)) }).first else {
        continue
      }
      let files = String(decoding: list, as: UTF8.self).split(separator: "\n")
      #expect(files.contains { $0.hasSuffix("/\(soname)") }, "\(soname) in \(package)")
      looked += 1
    }
    #expect(looked > 0)
  }
}
