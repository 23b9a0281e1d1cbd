package import SharedObjects

/// Where a missing library can be had from.
package enum LibrarySupplier: Sendable, Equatable {
  /// Distributions of the Python package index, by normalised name.
  case distributions([String])
  /// Packages of Debian's releases.
  case debian([DebianPackage])
  /// A driver or vendor's toolkit: never to be had by pip.
  case driver(DriverLibraries)
}

extension LibrarySupplier {
  /// Everything that is known to have this library, the driver first: where it is known to come from there, nothing else
  /// is asked.
  ///
  /// - Parameter soname: As the loader asks for it, without folders: `libGL.so.1`.
  package static func all(of soname: String) -> [LibrarySupplier] {
    if let driver = DriverLibraries(of: LibraryName(soname)) { return [.driver(driver)] }
    let distributions = IndexLibraries.distributions[soname].map { [LibrarySupplier.distributions($0)] } ?? []
    let packages = DebianLibraries.packages(of: soname)
    return distributions + (packages.isEmpty ? [] : [.debian(packages)])
  }

  /// Other releases of the same library that distributions of the index have, in the order of their versions:
  /// `libcudart.so.13` for `libcudart.so.12`.
  package static func otherReleases(of soname: String) -> [(name: LibraryName, distributions: [String])] {
    let wanted = LibraryName(soname)
    return IndexLibraries.distributions.map { (LibraryName($0.key), $0.value) }
      .filter { $0.0.stem == wanted.stem && $0.0 != wanted }
      .sorted { $0.0.isOlder(than: $1.0) }
      .map { (name: $0.0, distributions: $0.1) }
  }
}
