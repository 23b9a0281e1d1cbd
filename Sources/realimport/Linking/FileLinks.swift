import Diagnosis
import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemPackage

/// Examines a file that is none of those which an installed distribution has for this Python: an extension that was
/// built in place, or one for another Python.
struct FileLinks {
  private let file: FilePath
  private let owner: InstalledDistribution?
  private let source: CompanionSource

  init(_ file: FilePath, of owner: InstalledDistribution?, _ source: CompanionSource) {
    (self.file, self.owner, self.source) = (file, owner, source)
  }

  /// Beside what its distribution requires, and then beside what has the libraries that it lacks: who loads such a file
  /// has imported that before, or cannot.
  func report() -> LinksReport {
    var companions = owner.map(source.required) ?? CompanionSet()
    var result = source.examineAlone(file)
    if owner != nil, result.lacksSomething { result = source.examine(file, beside: companions) }
    while case .examined(let links) = result, !links.missingLibraries.isEmpty {
      let more = source.having(links.missingLibraries.map(\.name), beside: companions)
      guard more.members.count > companions.members.count else { break }
      companions = more
      result = source.examine(file, beside: companions)
    }
    return LinksReport(result, of: file, judgesSymbols: true, companions, owner)
  }
}

extension LinksReport {
  /// Of a single file.
  ///
  /// - Parameter judgesSymbols: Whether all is known that would define some.
  init(
    _ examination: LinkExamination, of file: FilePath, judgesSymbols: Bool, _ companions: CompanionSet? = nil,
    _ owner: InstalledDistribution? = nil
  ) {
    self.init(objects: 1)
    switch examination {
    case .refused(let refusal): add(.unloadableObject, refusal.clause, file)
    case .skipped(let reason): add(reason.isOtherMachine ? .otherMachine : .unloadableObject, reason.clause, file)
    case .examined(let links):
      assumptions = links.assumptions.map { LinkAssumptionReport($0, of: file, companions, subject: owner) }
      let judged = JudgedLinks(links, examinedFiles: [])
      guard let code = judged.code else { return }
      var finding = LinkFindingReport(
        code, file: PythonPath(file).description, module: nil, distribution: owner?.name.text ?? "")
      finding.libraries = judged.libraries.map(MissingLibraryReport.init)
      finding.versions = judged.versions.map(MissingVersionReport.init)
      finding.undefinedSymbols = judgesSymbols ? judged.symbols.map(UndefinedSymbolReport.init) : []
      findings.append(finding)
    }
  }

  private mutating func add(_ code: LinkFindingReport.Code, _ problem: String, _ file: FilePath) {
    var finding = LinkFindingReport(code, file: PythonPath(file).description, module: nil, distribution: "")
    finding.problem = problem
    findings.append(finding)
  }
}
