import Reporting

/// Graphs as the loader's map would give them.
enum LibrarySamples {
  static let one = DistributionReport(name: "one", version: "1.0")
  static let runpath = LibraryRule(.runpath, of: "/site/pkg/_a.so")
  static let already = LibraryRule(.loaded)

  static let missing = LibraryProblemReport(
    .missingLibrary, "libtwo.so is not found", library: "libtwo.so",
    considered: [
      SearchedPlaceReport(
        folder: "/site/pkg.libs", place: "/site/pkg.libs", rule: .runpath, ruleOf: "/site/pkg/_a.so", exists: false,
        reason: "no such folder"),
      SearchedPlaceReport(
        folder: "/opt", place: "/opt/libtwo.so", rule: .libraryPath, exists: true, reason: "it is for aarch64"),
      absent("/lib"), absent("/usr/lib"),
    ],
    releases: [InstalledLibraryReport(name: "libtwo.so.1", distribution: "two-old 0.1")],
    suppliers: [
      LibrarySupplierReport(.index, "two", installed: "2.0"), LibrarySupplierReport(.debian, "libtwo1"),
    ])

  private static func absent(_ folder: String) -> SearchedPlaceReport {
    SearchedPlaceReport(
      folder: folder, place: "\(folder)/libtwo.so", rule: .defaultFolder, exists: false, reason: "no such file")
  }

  /// A module with libraries of its own that need one another, one that is not there, and one of a driver.
  static let module = LibraryGraph(
    title: "pkg/_a.so", folder: "/site",
    objects: [
      LibraryObject(
        file: "/site/pkg/_a.so", distribution: DistributionReport(name: "pkg", version: "1.0"),
        needs: [
          LibraryNeed("libone.so.1", .found(1, runpath)), LibraryNeed("libtwo.so", .missing(missing)),
          LibraryNeed("libcuda.so.1", .driver("NVIDIA driver")),
          LibraryNeed("libc.so.6", .found(3, LibraryRule(.cache))),
        ]),
      LibraryObject(
        file: "/site/one/libone.so.1", distribution: one,
        needs: [
          LibraryNeed("libdeep.so", .found(2, LibraryRule(.rpath, of: "/site/pkg/_a.so"))),
          LibraryNeed("libc.so.6", .found(3, already)),
        ]),
      LibraryObject(
        file: "/site/one/libdeep.so", distribution: one, needs: [LibraryNeed("libone.so.1", .found(1, already))]),
      LibraryObject(file: "/lib/libc.so.6", isCommon: true),
    ], assumptions: ["nothing"])

  /// A module that needs what every process has.
  static func quiet(_ name: String) -> LibraryGraph {
    LibraryGraph(
      title: "pkg/\(name)", folder: "/site",
      objects: [
        LibraryObject(file: "/site/pkg/\(name)", needs: [LibraryNeed("libc.so.6", .found(1, already))]),
        LibraryObject(file: "/lib/libc.so.6", isCommon: true),
      ])
  }

  /// A file that the loader does not take.
  static func refused(_ name: String, optional: Bool = false) -> LibraryGraph {
    let problem = LibraryProblemReport(.unloadableObject, "the file is empty", optional: optional)
    return LibraryGraph(
      title: "pkg/\(name)", objects: [LibraryObject(file: "/site/pkg/\(name)", problems: [problem])])
  }
}
