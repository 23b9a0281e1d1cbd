import Diagnosis
import Probing
import Reporting
import SharedObjects
import Supervision
import SystemPackage

/// Tells of a library that the loader does not find, or not take.
struct MissingDependency {
  let name: String
  private let findings: FileFindings
  private let known: KnownLibraries

  init(name: String, _ findings: FileFindings, _ known: KnownLibraries) {
    (self.name, self.findings, self.known) = (name, findings, known)
  }

  /// What comes with a driver of the machine is no problem of the environment.
  func result(_ considered: [ConsideredPlace]) -> LibraryNeed.Result {
    let suppliers = LibrarySupplier.all(of: name)
    if case .driver(let driver)? = suppliers.first { return .driver(driver.rawValue) }
    let owners = known.owners(of: name)
    return .missing(
      LibraryProblemReport(
        .missingLibrary, "\(name) is not found\(hint)", library: name,
        considered: considered.map(SearchedPlaceReport.init),
        offeredBy: owners, releases: owners.isEmpty ? known.releases(of: name) : [],
        suppliers: owners.isEmpty ? suppliers.flatMap(known.suppliers) : [], optional: findings.isOptional))
  }

  func refused(_ file: FilePath, _ rule: SearchRule, _ refusal: FileRefusal) -> LibraryNeed.Result {
    let place = SearchedPlaceReport(file, rule, refusal)
    return .missing(
      LibraryProblemReport(
        .unloadableObject, "\(name) cannot be loaded: \(refusal.clause)", library: name, considered: [place],
        optional: findings.isOptional))
  }

  var tooMany: LibraryNeed.Result {
    .missing(
      LibraryProblemReport(
        .missingLibrary, "there are more libraries than any process has", library: name,
        optional: findings.isOptional))
  }

  /// Files of musllinux wheels need the C library by this name.
  private var hint: String {
    name.hasPrefix("libc.musl-") ? ": it is the C library of musl, for which the file was made" : ""
  }
}
