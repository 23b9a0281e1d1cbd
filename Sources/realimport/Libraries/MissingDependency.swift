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
    if case .driver(let driver)? = suppliers.first, driver == .nvidia { return .driver(driver.rawValue) }
    return .missing(
      LibraryProblemReport(
        .missingLibrary, "\(name) is not found\(hint)", library: name,
        considered: considered.map(SearchedPlaceReport.init),
        offeredBy: findings.offers(of: name), releases: known.releases(of: name),
        suppliers: suppliers.flatMap(known.suppliers), optional: findings.isOptional))
  }

  func refused(_ file: FilePath, _ rule: SearchRule, _ refusal: FileRefusal) -> LibraryNeed.Result {
    let place = SearchedPlaceReport(file, rule, refusal)
    return .missing(
      LibraryProblemReport(
        .unloadableObject, "\(name) cannot be loaded: \(refusal.words)", library: name, considered: [place],
        optional: findings.isOptional))
  }

  var tooMany: LibraryNeed.Result {
    .missing(
      LibraryProblemReport(
        .missingLibrary, "there are more libraries than any process has", library: name,
        optional: findings.isOptional))
  }

  /// musl's own name for its C library (musl: `Makefile`, `LDSO_PATHNAME`; Alpine's package calls it so).
  private var hint: String {
    name.hasPrefix("libc.musl-") ? ": the file was made for musl, as for Alpine, and this is glibc" : ""
  }
}
