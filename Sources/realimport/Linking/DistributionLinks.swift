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
      report.add(LinksReport(objects: 1, findings: [linked(file).finding(.otherMachine, problem: "it is \(mismatch)")]))
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
    let others = Set(examined.keys.map(\.path))
    for file in files {
      guard let known = examined[file], known.result.concerns(file) else { continue }
      var links = LinksReport(known.result, of: linked(file, beside: known.companions, others), source)
      if case .examined(let lacking) = known.result, !links.findings.isEmpty {
        let option = ModuleOption(file, lacking, of: distribution, source)
        links.findings[0].optional = option != nil || isOptional(file, isNeeded: needed.contains(file.soname))
        links.findings[0].optionalBecause = option?.reason
      }
      report.add(links)
    }
  }

  private func linked(
    _ file: NativeFile, beside companions: CompanionSet? = nil, _ others: Set<FilePath> = []
  ) -> LinkedFile {
    LinkedFile(
      path: file.path, module: file.isExtensionModule ? file.module : nil, owner: distribution,
      companions: companions, others: others)
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
}

extension LinkExamination {
  /// Whether it is told of: linkers read files under the names of libraries, and of libraries for other machines nobody
  /// knows whether they are meant for this one; an extension module is.
  fileprivate func concerns(_ file: NativeFile) -> Bool {
    switch self {
    case .examined: true
    case .refused(.notELF(let format)): !format.isForLinkers
    case .refused(let refusal): !refusal.isOtherMachine || file.isExtensionModule
    case .skipped: file.isExtensionModule
    }
  }

  /// What comes with a driver is nothing that another package would bring.
  var lacksSomething: Bool {
    guard case .examined(let links) = self else { return false }
    return JudgedLinks(links, examinedFiles: []).code != nil
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
