import Diagnosis
import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemPackage

/// A file whose links are examined, with what decides how they are told of.
struct LinkedFile {
  let path: FilePath
  /// The name that it can be imported by; `nil` for a library.
  var module: String?
  var owner: InstalledDistribution?
  /// What may have been loaded before, as far as that was asked for.
  var companions: CompanionSet?
  /// Those that are told of as well: what they lack is told with them.
  var others: Set<FilePath> = []
  /// Whether all is known that would define some symbol.
  var judgesSymbols = true

  func finding(_ code: LinkFindingReport.Code, problem: String? = nil) -> LinkFindingReport {
    var finding = LinkFindingReport(
      code, file: PythonPath(path).description, module: module, distribution: owner?.name.text ?? "")
    finding.problem = problem
    return finding
  }

  /// - Parameter source: What knows who else has the libraries and symbols that are missing.
  fileprivate func finding(_ judged: JudgedLinks, _ source: CompanionSource?) -> LinkFindingReport? {
    guard let code = judged.code else { return nil }
    var finding = finding(code)
    finding.libraries = judged.libraries.map { library in
      var report = MissingLibraryReport(library)
      report.offeredBy = companions.flatMap { source?.others(having: library.name, beside: $0) } ?? []
      return report
    }
    finding.versions = judged.versions.map(MissingVersionReport.init)
    finding.undefinedSymbols =
      !judgesSymbols
      ? []
      : judged.symbols.map { symbol in
        var report = UndefinedSymbolReport(symbol)
        report.expectedFrom = report.expectedFrom ?? companions.flatMap { source?.definer(of: symbol.name, beside: $0) }
        return report
      }
    return finding
  }

  /// That the file is for another machine, or what else is wrong with it.
  fileprivate func finding(_ reason: String, isOtherMachine: Bool) -> LinkFindingReport {
    guard isOtherMachine else { return finding(.unloadableObject, problem: reason) }
    // The loader asks for the width and the byte order first, and goes no further.
    let kind = try? ObjectFile.Kind(opening: path)
    return finding(.otherMachine, problem: kind.map { "it is for \($0.words)" } ?? reason)
  }
}

extension LinksReport {
  /// Of one file.
  init(_ examination: LinkExamination, of file: LinkedFile, _ source: CompanionSource? = nil) {
    self.init(objects: 1)
    switch examination {
    case .refused(let refusal):
      findings = [file.finding(refusal.clause, isOtherMachine: refusal.isOtherMachine)]
    case .skipped(let reason): findings = [file.finding(reason.clause, isOtherMachine: reason.isOtherMachine)]
    case .examined(let links):
      assumptions = links.assumptions.map {
        LinkAssumptionReport($0, of: file.path, file.companions, subject: file.owner)
      }
      let judged = JudgedLinks(links, examinedFiles: file.others)
      driver = [judged.driverNeed].compactMap(\.self)
      findings = [file.finding(judged, source)].compactMap(\.self)
    }
  }

  mutating func add(_ other: LinksReport) {
    objects += other.objects
    findings += other.findings
    driver += other.driver
    assumptions += other.assumptions
    problem = problem ?? other.problem
  }
}

extension SkipReason {
  fileprivate var isOtherMachine: Bool {
    switch self {
    case .otherWidth, .otherMachine: true
    default: false
    }
  }
}

extension FileRefusal {
  var isOtherMachine: Bool {
    switch self {
    case .otherByteOrder(.some), .otherKind: true
    default: false
    }
  }
}
