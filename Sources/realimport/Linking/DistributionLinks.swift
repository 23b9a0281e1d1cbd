import Diagnosis
import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemPackage

/// Examines the native files of one distribution.
struct DistributionLinks {
  private let distribution: InstalledDistribution
  private let source: CompanionSource
  private var companions: [Reach: CompanionSet] = [:]
  private var examined: [NativeFile: Examined] = [:]

  /// How far is looked for what may be loaded before; each reaches beyond those above.
  private enum Reach: CaseIterable {
    case required, imported, used
  }

  private struct Examined {
    var result: LinkExamination
    /// Beside what; `nil` for alone.
    var companions: CompanionSet?
  }

  init(_ distribution: InstalledDistribution, _ source: CompanionSource) {
    (self.distribution, self.source) = (distribution, source)
  }

  mutating func report() -> LinksReport {
    let files = source.nativeFiles(of: distribution)
    for file in files { examined[file] = examine(file) }
    var report = LinksReport()
    add(files, to: &report)
    for (file, mismatch) in source.filesForOtherMachines(of: distribution) {
      add(.otherMachine, "it is \(mismatch)", of: file, to: &report)
    }
    return report
  }

  /// Of one file, and of those of the distribution that it brings in.
  mutating func report(of file: NativeFile) -> LinksReport {
    // Whether something loads a library only the others tell.
    guard file.isExtensionModule else { return report() }
    let examination = examine(file)
    examined[file] = examination
    var files = [file]
    if case .examined(let links) = examination.result {
      let loaded = Set(links.loaded.map { $0.path.lexicallyNormalized() })
      files += source.nativeFiles(of: distribution).filter { $0 != file && loaded.contains($0.path) }
      for other in files.dropFirst() { examined[other] = examine(other) }
    }
    var report = LinksReport()
    add(files, to: &report)
    return report
  }

  private mutating func add(_ files: [NativeFile], to report: inout LinksReport) {
    let needed = neededNames
    for file in files {
      guard let known = examined[file] else { continue }
      switch known.result {
      case .examined(let links):
        add(links, of: file, known.companions, isNeeded: needed.contains(file.soname), to: &report)
      case .refused(let refusal): add(refusal, of: file, to: &report)
      case .skipped(let reason): add(reason, of: file, to: &report)
      }
    }
  }

  // MARK: Examination

  /// Alone; where that is not enough with what it requires, then with what its code imports, and a library at last with
  /// what the distribution's users have loaded.
  private mutating func examine(_ file: NativeFile) -> Examined {
    var examined = Examined(result: source.examineAlone(file.path))
    for reach in Reach.allCases where examined.result.lacksSomething {
      if reach == .used, file.isExtensionModule || !file.isInSiteFolder { break }
      let beside = companions(reach)
      examined = Examined(result: source.examine(file.path, beside: beside), companions: beside)
    }
    return examined
  }

  private mutating func companions(_ reach: Reach) -> CompanionSet {
    if let known = companions[reach] { return known }
    let set =
      switch reach {
      case .required: source.required(by: distribution)
      case .imported: source.imported(by: distribution, beside: companions(.required))
      case .used: source.using(distribution, beside: companions(.imported))
      }
    companions[reach] = set
    return set
  }

  /// Names of the libraries that extension modules of the distribution bring in.
  private var neededNames: Set<[UInt8]> {
    examined.reduce(into: []) { names, entry in
      guard entry.key.isExtensionModule, case .examined(let links) = entry.value.result else { return }
      names.formUnion(links.loaded.map(\.name))
    }
  }

  /// Whether it is a library of which nothing tells that a module needs it or Python code opens it: there are some that
  /// other libraries load where they find what those need, and some that are for programs.
  private mutating func isOptional(_ file: NativeFile, isNeeded: Bool) -> Bool {
    if isNeeded || file.isExtensionModule { return false }
    return !file.isInSiteFolder || !source.isLoaded(file.path, in: companions(.used))
  }

  // MARK: Findings

  private mutating func add(
    _ links: ObjectLinks, of file: NativeFile, _ companions: CompanionSet?, isNeeded: Bool,
    to report: inout LinksReport
  ) {
    report.objects += 1
    report.assumptions += links.assumptions.map {
      LinkAssumptionReport($0, of: file.path, companions, subject: distribution)
    }
    let judged = JudgedLinks(links, examinedFiles: Set(examined.keys.map(\.path)))
    if let need = judged.driverNeed { report.driver.append(need) }
    guard let code = judged.code else { return }
    var finding = finding(code, file)
    finding.optional = isOptional(file, isNeeded: isNeeded)
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
      code, file: PythonPath(file.path).description, module: file.isExtensionModule ? file.module : nil,
      distribution: distribution.name.text)
  }

  /// A damaged file; what linkers read under the name of a library is none.
  private func add(_ refusal: FileRefusal, of file: NativeFile, to report: inout LinksReport) {
    if case .notELF(let format) = refusal, format.isForLinkers { return }
    add(.unloadableObject, refusal.clause, of: file, to: &report)
  }

  /// Of libraries for other machines nobody knows whether they are meant for this one; an extension module is.
  private func add(_ reason: SkipReason, of file: NativeFile, to report: inout LinksReport) {
    guard file.isExtensionModule else { return }
    add(reason.isOtherMachine ? .otherMachine : .unloadableObject, reason.clause, of: file, to: &report)
  }

  private func add(
    _ code: LinkFindingReport.Code, _ problem: String, of file: NativeFile, to report: inout LinksReport
  ) {
    report.objects += 1
    var finding = finding(code, file)
    finding.problem = problem
    report.findings.append(finding)
  }
}

extension LinkExamination {
  /// What comes with a driver is nothing that another package would bring.
  var lacksSomething: Bool {
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

extension ForeignFormat {
  /// Whether distributions ship such files under the names of libraries for linkers and not for loaders.
  fileprivate var isForLinkers: Bool {
    switch self {
    case .archive, .bitcode, .linkerScript: true
    case .machO, .portableExecutable, .script, .lfsPointer, .html, .compressed, .otherText, .otherBytes: false
    }
  }
}
