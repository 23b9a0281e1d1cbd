import Diagnosis
import PythonPackaging
import Reporting
import SharedObjects
import SystemPackage

/// Who has a library: what is installed, and what is known of others.
final class KnownLibraries {
  private let installed: InstalledDistributions
  /// By stems.
  private lazy var files: [String: [InstalledLibraryReport]] = readFiles()

  init(_ installed: InstalledDistributions) { self.installed = installed }

  /// Other releases of a library that installed distributions have.
  func releases(of soname: String) -> [InstalledLibraryReport] {
    (files[LibraryName(soname).stem] ?? []).filter { $0.name != soname }
  }

  /// Installed distributions that have a file of this name.
  func owners(of soname: String) -> [String] {
    (files[LibraryName(soname).stem] ?? []).filter { $0.name == soname }.map(\.distribution)
  }

  func suppliers(_ supplier: LibrarySupplier) -> [LibrarySupplierReport] {
    switch supplier {
    case .distributions(let names):
      return names.map { name in
        let version = installed.distribution(named: DistributionName(name)).map { $0.versionText ?? "some version" }
        return LibrarySupplierReport(.index, name, installed: version)
      }
    // What comes with a driver is set apart before anybody asks for suppliers.
    case .driver: return []
    case .debian(let packages):
      // Releases of Debian may have the library in packages of one name.
      var names: Set<String> = []
      return packages.filter { names.insert($0.name).inserted }.map { LibrarySupplierReport(.debian, $0.name) }
    }
  }

  private func readFiles() -> [String: [InstalledLibraryReport]] {
    var files: [String: [InstalledLibraryReport]] = [:]
    for distribution in installed.all {
      let owner = "\(distribution.name.text) \(distribution.versionText ?? "")"
      for file in distribution.nativeFiles {
        // What auditwheel has given a name of its own stands for no other.
        guard let name = file.path.lastComponent?.string, let library = LibraryName(path: name),
          name.hasPrefix("\(library.stem).so")
        else { continue }
        files[library.stem, default: []].append(InstalledLibraryReport(name: name, distribution: owner))
      }
    }
    return files
  }
}
