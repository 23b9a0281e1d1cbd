internal import SharedObjects

/// A package of Debian, and of the systems that take theirs from it, such as Ubuntu.
package struct DebianPackage: Sendable, Equatable {
  package let name: String
  /// The number of Debian's release in which it has the library.
  package let release: Int

  package init(name: String, release: Int) {
    self.name = name
    self.release = release
  }
}

/// Which package of Debian has a library, by the library's SONAME.
///
/// Source: the lists of files in the packages for amd64 of Debian 11, 12 and 13, looked at in November 2026 (each row).
/// Debian 13 and Ubuntu 24.04 gave some packages names with `t64` at the end; these provide the names without it.
enum DebianLibraries {
  static func packages(of soname: String) -> [DebianPackage] {
    releases.compactMap { table, release in table[soname].map { DebianPackage(name: $0, release: release) } }
  }

  /// Whatever version the library has.
  static func packages(ofStem stem: String) -> [DebianPackage] {
    releases.flatMap { table, release in
      table.filter { LibraryName($0.key).stem == stem }.map { DebianPackage(name: $0.value, release: release) }
        .sorted { $0.name < $1.name }
    }
  }

  private static let releases: [(table: [String: String], release: Int)] = [
    (release11, 11), (release12, 12), (release13, 13),
  ]

  /// Those that the next release no longer has.
  static let release11: [String: String] = [
    "libavcodec.so.58": "libavcodec58",
    "libcrypto.so.1.1": "libssl1.1",
    "libffi.so.7": "libffi7",
    "libgdal.so.28": "libgdal28",
    "libicudata.so.67": "libicu67",
    "libicui18n.so.67": "libicu67",
    "libicuuc.so.67": "libicu67",
    "libldap-2.4.so.2": "libldap-2.4-2",
    "libproj.so.19": "libproj19",
    "libpython3.9.so.1.0": "libpython3.9",
    "libssl.so.1.1": "libssl1.1",
    "libtiff.so.5": "libtiff5",
    "libwebp.so.6": "libwebp6",
  ]

  /// Those that have another number, or another package, than in release 12.
  static let release13: [String: String] = [
    "libavcodec.so.61": "libavcodec61",
    "libgdal.so.36": "libgdal36",
    "libicudata.so.76": "libicu76",
    "libicui18n.so.76": "libicu76",
    "libicuuc.so.76": "libicu76",
    "libmpi.so.40": "libopenmpi40",
    "libnetcdf.so.22": "libnetcdf22",
    "libopen-pal.so.80": "libopenmpi40",
    "libprrte.so.3": "libopenmpi40",
  ]
}
