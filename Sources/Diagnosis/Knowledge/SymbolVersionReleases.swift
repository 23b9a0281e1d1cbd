/// With which release of their library versions of symbols came.
enum SymbolVersionReleases {
  /// `GCC 13.2` for `GLIBCXX_3.4.32`; `nil` for versions that are not known here.
  static func release(of version: String) -> String? {
    if let gcc = gcc[version] { return "GCC \(gcc)" }
    return glibc(version).map { "glibc 2.\($0)" }
  }

  /// The first releases of systems whose glibc has this version, as far as one of them had not.
  static func systems(having version: String) -> [String] {
    guard let minor = glibc(version) else { return [] }
    return systems.compactMap { name, releases in
      releases.first { $0.glibc >= minor }.map { "\(name) \($0.release) or newer" }
    }
  }

  /// With which library a version came, and so with which systems; `nil` for versions that are not known here.
  static func origin(of version: String) -> String? {
    guard let release = release(of: version) else { return nil }
    let systems = systems(having: version)
    return "`\(version)` came with \(release)" + (systems.isEmpty ? "" : ", so of \(systems.joined(separator: ", "))")
  }

  private static func glibc(_ version: String) -> Int? {
    let name = SymbolVersionName(version)
    return name.series == "GLIBC" && name.numbers.count == 2 && name.numbers.first == 2 ? name.numbers.last : nil
  }

  /// Source: "ABI Policy and Guidelines", libstdc++ manual, Appendix B (`libstdc++-v3/doc/xml/manual/abi.xml` of GCC), up
  /// to GCC 14.1; of GCC 15 what libstdc++ has in Ubuntu 26.04, whose GCC is 15.2.
  private static let gcc: [String: String] = [
    "GLIBCXX_3.4.20": "4.9", "GLIBCXX_3.4.21": "5.1", "GLIBCXX_3.4.22": "6.1", "GLIBCXX_3.4.23": "7.1",
    "GLIBCXX_3.4.24": "7.2", "GLIBCXX_3.4.25": "8.1", "GLIBCXX_3.4.26": "9.1", "GLIBCXX_3.4.27": "9.2",
    "GLIBCXX_3.4.28": "9.3", "GLIBCXX_3.4.29": "11.1", "GLIBCXX_3.4.30": "12.1", "GLIBCXX_3.4.31": "13.1",
    "GLIBCXX_3.4.32": "13.2", "GLIBCXX_3.4.33": "14.1", "GLIBCXX_3.4.34": "15.1",
    "CXXABI_1.3.8": "4.9", "CXXABI_1.3.9": "5.1", "CXXABI_1.3.10": "6.1", "CXXABI_1.3.11": "7.1",
    "CXXABI_1.3.12": "9.1", "CXXABI_1.3.13": "11.1", "CXXABI_1.3.14": "13.1", "CXXABI_1.3.15": "14.1",
    "CXXABI_1.3.16": "15.1",
  ]

  /// The minor version of glibc 2 of releases.
  ///
  /// Sources: Debian's and Ubuntu's own pages about the package libc6 of Debian 11 to 13 and of Ubuntu 26.04; of the
  /// others the table of Linux distributions that Node.js keeps for its builds
  /// (gist.github.com/richardlau/6a01d7829cc33ddab35269dacc127680).
  private static let systems: [(name: String, releases: [(release: String, glibc: Int)])] = [
    ("Debian", [("10", 28), ("11", 31), ("12", 36), ("13", 41)]),
    ("Ubuntu", [("18.04", 27), ("20.04", 31), ("22.04", 35), ("24.04", 39), ("26.04", 43)]),
    ("RHEL", [("7", 17), ("8", 28), ("9", 34), ("10", 39)]),
  ]
}
