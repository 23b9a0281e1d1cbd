import PythonPackaging
import Reporting
import SharedObjects
import SystemPackage

/// Examines the native files of one distribution.
struct DistributionLinks {
  private let distribution: InstalledDistribution
  private let check: LinkCheck
  private let source: CompanionSource
  private var companions: CompanionSet?
  /// Whether what the code imports is among them.
  private var hasAllCompanions = false
  private var examined: [NativeFile: LinkExamination] = [:]

  init(_ distribution: InstalledDistribution, _ check: LinkCheck, _ source: CompanionSource) {
    (self.distribution, self.check, self.source) = (distribution, check, source)
  }

  mutating func report() -> LinksReport {
    let files = source.nativeFiles(of: distribution)
    for file in files { examined[file] = examine(file) }
    let needed = neededNames
    var report = LinksReport()
    for file in files {
      switch examined[file] {
      case .examined(let links): add(links, of: file, isNeeded: needed.contains(file.soname), to: &report)
      case .refused(let refusal): add(refusal, of: file, to: &report)
      case .skipped(let reason): add(reason, of: file, to: &report)
      case nil: break
      }
    }
    for (file, mismatch) in source.filesForOtherMachines(of: distribution) {
      add(.otherMachine, "it is \(mismatch)", of: file, to: &report)
    }
    return report
  }

  // MARK: Examination

  /// Alone; where that is not enough with what it requires, and at last with what its code imports.
  private mutating func examine(_ file: NativeFile) -> LinkExamination {
    let alone = source.examineAlone(file.path)
    guard alone.lacksSomething else { return alone }
    let beside = companions ?? source.required(by: distribution)
    companions = beside
    let result = examine(file.path, beside: beside)
    guard result.lacksSomething, !hasAllCompanions else { return result }
    hasAllCompanions = true
    let imported = source.imported(by: distribution, beside: beside)
    companions = imported
    return examine(file.path, beside: imported)
  }

  /// With those companions alone that something is seen to load.
  private func examine(_ path: FilePath, beside set: CompanionSet) -> LinkExamination {
    var unlikely: Set<FilePath> = []
    while true {
      let result = check.examine(path, beside: set.companions.without(unlikely))
      guard case .examined(let links) = result else { return result }
      let doubtful = links.assumptions.map(\.path).filter { !source.isLoaded($0, in: set) }
      guard !doubtful.isEmpty else { return result }
      unlikely.formUnion(doubtful)
    }
  }

  /// Names of the libraries that extension modules of the distribution bring in.
  private var neededNames: Set<[UInt8]> {
    examined.reduce(into: []) { names, entry in
      guard entry.key.isExtensionModule, case .examined(let links) = entry.value else { return }
      names.formUnion(links.loaded.map(\.name))
    }
  }

  // MARK: Findings

  private func add(_ links: ObjectLinks, of file: NativeFile, isNeeded: Bool, to report: inout LinksReport) {
    report.objects += 1
    report.assumptions += links.assumptions.map { assumption($0, of: file) }
    let judged = JudgedLinks(links, examinedFiles: Set(examined.keys.map(\.path)))
    if let need = judged.driverNeed { report.driver.append(need) }
    guard let code = judged.code else { return }
    var finding = finding(code, file)
    finding.optional = !file.isInSiteFolder && !isNeeded
    finding.libraries = judged.libraries.map { library in
      var report = MissingLibraryReport(library)
      report.offeredBy = companions.map { source.others(having: library.name, beside: $0) } ?? []
      return report
    }
    finding.versions = judged.versions.map(MissingVersionReport.init)
    finding.undefinedSymbols = judged.symbols.map { symbol in
      var report = UndefinedSymbolReport(symbol)
      report.expectedFrom = report.expectedFrom ?? companions.flatMap { source.definer(of: symbol.name, beside: $0) }
      return report
    }
    report.findings.append(finding)
  }

  private func finding(_ code: LinkFindingReport.Code, _ file: NativeFile) -> LinkFindingReport {
    LinkFindingReport(
      code, file: file.path.string, module: file.isExtensionModule ? file.module : nil,
      distribution: distribution.name.text)
  }

  /// A damaged file; what linkers read under the name of a library is none.
  private func add(_ refusal: FileRefusal, of file: NativeFile, to report: inout LinksReport) {
    if case .notELF(let format) = refusal, format.isForLinkers { return }
    add(.unloadableObject, refusal.words, of: file, to: &report)
  }

  /// Of libraries for other machines nobody knows whether they are meant for this one; an extension module is.
  private func add(_ reason: SkipReason, of file: NativeFile, to report: inout LinksReport) {
    guard file.isExtensionModule else { return }
    add(reason.isOtherMachine ? .otherMachine : .unloadableObject, reason.words, of: file, to: &report)
  }

  private func add(
    _ code: LinkFindingReport.Code, _ problem: String, of file: NativeFile, to report: inout LinksReport
  ) {
    report.objects += 1
    var finding = finding(code, file)
    finding.problem = problem
    report.findings.append(finding)
  }

  private func assumption(_ assumption: LinkAssumption, of file: NativeFile) -> LinkAssumptionReport {
    let (library, symbols, path): (String?, [String], FilePath) =
      switch assumption {
      case .library(let name, let path): (String(decoding: name, as: UTF8.self), [], path)
      case .symbols(let names, let path): (nil, names, path)
      }
    let origin = companions?[path]
    let count = symbols.count == 1 ? "a symbol" : "\(symbols.count) symbols"
    let subject = library ?? "\(count) of \(path.lastComponent?.string ?? path.string)"
    return LinkAssumptionReport(
      file: file.path.string, library: library, symbols: symbols, providedBy: path.string,
      distribution: origin?.distribution.name.text,
      message: origin.map { "\(subject): as loaded by \($0.words(for: distribution))" } ?? subject)
  }
}

extension LinkExamination {
  /// What comes with a driver is nothing that another package would bring.
  fileprivate var lacksSomething: Bool {
    guard case .examined(let links) = self else { return false }
    return JudgedLinks(links, examinedFiles: []).code != nil
  }
}

extension SkipReason {
  var isOtherMachine: Bool {
    switch self {
    case .otherWidth, .otherMachine: true
    default: false
    }
  }
}
