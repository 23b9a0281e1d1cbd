import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemPackage

extension LibrarySurvey {
  /// What is found of one file: with all of its distribution where that has it for this Python.
  func links(of file: FilePath, in distribution: InstalledDistribution?) -> LinksReport {
    if let distribution, let source, source.nativeFiles(of: distribution).contains(where: { $0.path == file }) {
      return links(of: distribution)
    }
    let companions = distribution.flatMap { source?.required(by: $0).companions } ?? .none
    return LinksReport(check.examine(file, beside: companions), of: file, judgesSymbols: source != nil)
  }

  /// Without those for another Python beside which there is one for this Python.
  func seenFiles(of subject: LibrarySubject) -> [FilePath] {
    let seen = Set(subject.files.filter { mismatch($0) == nil }.map(Self.moduleName))
    return subject.files.filter { mismatch($0) == nil || !seen.contains(Self.moduleName($0)) }
  }

  private static func moduleName(_ file: FilePath) -> FilePath {
    let name = file.lastComponent?.string.prefix { $0 != "." } ?? ""
    return file.removingLastComponent().appending(String(name))
  }

  /// Why this Python passes over the file.
  func mismatch(_ file: FilePath) -> LibraryProblemReport? {
    guard let tags, let name = file.lastComponent, let tag = ExtensionFileTag(fileName: name.string),
      let mismatch = tags.mismatch(tag)
    else { return nil }
    return LibraryProblemReport(.otherPython, "this Python passes over it: it is \(mismatch)")
  }

  /// A file that the loader does not take.
  func refused(_ file: FilePath, _ problem: LibraryProblemReport?) -> LibraryObject {
    var problem = problem ?? LibraryProblemReport(.unloadableObject, "the loader does not take it")
    if problem.code == .otherMachine {
      problem.message += ", and the loader here is for \(check.process.configuration.program.kind.machine)"
    }
    return LibraryObject(file: PythonPath(file).description, distribution: owner(file), problems: [problem])
  }

  func owner(_ file: FilePath) -> DistributionReport? { installed.owner(ofFile: file).map(DistributionReport.init) }

  /// Below the site folder, where it lies there.
  func shortened(_ file: FilePath, _ distribution: InstalledDistribution?) -> String {
    var path = file
    if let location = distribution?.location, path.removePrefix(location) { return PythonPath(path).description }
    return PythonPath(file).description
  }
}

extension LinksReport {
  /// Of a single file.
  fileprivate init(_ examination: LinkExamination, of file: FilePath, judgesSymbols: Bool) {
    self.init(objects: 1)
    let name = PythonPath(file).description
    switch examination {
    case .refused(let refusal): add(.unloadableObject, refusal.words, name)
    case .skipped(let reason): add(reason.isOtherMachine ? .otherMachine : .unloadableObject, reason.words, name)
    case .examined(let links):
      let judged = JudgedLinks(links, examinedFiles: [])
      guard let code = judged.code else { return }
      var finding = LinkFindingReport(code, file: name, module: nil, distribution: "")
      finding.versions = judged.versions.map(MissingVersionReport.init)
      finding.undefinedSymbols = judgesSymbols ? judged.symbols.map(UndefinedSymbolReport.init) : []
      findings.append(finding)
    }
  }

  private mutating func add(_ code: LinkFindingReport.Code, _ problem: String, _ file: String) {
    var finding = LinkFindingReport(code, file: file, module: nil, distribution: "")
    finding.problem = problem
    findings.append(finding)
  }
}
