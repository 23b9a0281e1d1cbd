import Probing
import Reporting
import SharedObjects

/// What the link check says of files, for the graph of one of them.
struct FileFindings {
  private let findings: [String: LinkFindingReport]
  /// Whether it is no fault where the file cannot be loaded.
  let isOptional: Bool
  /// Why, as a clause; `nil` where it is one.
  let option: String?

  /// - Parameter file: The one that the graph is of.
  init(_ findings: [LinkFindingReport], of file: String) {
    self.findings = Dictionary(findings.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    let own = self.findings[file]
    isOptional = own?.optional ?? false
    option = isOptional ? own?.optionalBecause ?? "nothing tells that Python code opens it" : nil
  }

  /// Adds what an object itself lacks; what it needs in turn is told with what needs it.
  func add(to object: inout LibraryObject) {
    guard let finding = findings[object.file] else { return }
    object.problems += finding.versions.map { version in
      LibraryProblemReport(
        .missingSymbolVersion,
        "version \(version.version) is wanted of \(version.library), and \(version.file) does not have it",
        library: version.library, symbolVersion: version.version, optional: isOptional)
    }
    object.undefinedSymbols = finding.undefinedSymbols
    let count = object.undefinedSymbols.count
    if count > 0 {
      object.problems.append(
        LibraryProblemReport(
          .undefinedSymbol, count == 1 ? "1 symbol that nothing defines:" : "\(count) symbols that nothing defines:",
          optional: isOptional))
    }
  }

  /// Why the loader does not take the file of the graph; `nil` where it does.
  func refusal(of file: String) -> LibraryProblemReport? {
    guard let finding = findings[file], let problem = finding.problem else { return nil }
    let code: LibraryProblemReport.Code = finding.code == .otherMachine ? .otherMachine : .unloadableObject
    return LibraryProblemReport(code, problem, optional: finding.optional)
  }
}
