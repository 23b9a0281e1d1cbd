import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemPackage

/// Examines files beside the interpreter that would load them; each distribution is examined once.
final class LibrarySurvey {
  let installed: InstalledDistributions
  let check: LinkCheck
  let source: CompanionSource?
  let tags: CompatibleTags?
  private var reports: [InstalledDistribution: LinksReport] = [:]
  private let known: KnownLibraries
  private(set) var examined = 0

  /// - Parameter python: Without one, symbols are not judged, for it would define some.
  init(_ installed: InstalledDistributions, _ check: LinkCheck, _ python: TargetPython?) {
    (self.installed, self.check, tags) = (installed, check, python?.tags)
    known = KnownLibraries(installed)
    source = python.map { CompanionSource(installed, check, $0) }
  }

  func section(of subject: LibrarySubject) -> LibrarySection {
    examined += subject.files.count
    let graphs = seenFiles(of: subject).map { graph(of: $0, in: subject.distribution, isNamed: subject.isFile) }
    return LibrarySection(title: title(subject.distribution), graphs: RootSelection(graphs).roots)
  }

  /// Those distributions of the environment of which the loader would refuse something.
  func faultySections() -> [LibrarySection] {
    installed.all.compactMap { distribution in
      guard distribution.hasNativeCode || distribution.editableSource != nil else { return nil }
      let report = links(of: distribution)
      examined += report.objects
      let files = report.findings.filter { !$0.optional }.map { PythonPath(text: $0.file).filePath }
      guard !files.isEmpty else { return nil }
      return LibrarySection(
        title: title(distribution), graphs: files.map { graph(of: $0, in: distribution) })
    }
  }

  private func title(_ distribution: InstalledDistribution?) -> String {
    distribution.map { "\($0.name.text) \($0.versionText ?? "") · \(PythonPath($0.location))" } ?? ""
  }

  func links(of distribution: InstalledDistribution) -> LinksReport {
    if let known = reports[distribution] { return known }
    guard let source else { return LinksReport() }
    var links = DistributionLinks(distribution, source)
    let report = links.report()
    reports[distribution] = report
    return report
  }

  private func graph(
    of file: FilePath, in distribution: InstalledDistribution?, isNamed: Bool = false
  ) -> LibraryGraph {
    let name = PythonPath(file).description
    let links = links(of: file, in: distribution, isNamed: isNamed)
    let findings = FileFindings(links.findings, of: name)
    let assumptions = links.assumptions.filter { $0.file == name }
    let companions = assumptions.filter { $0.library != nil }.map {
      (path: PythonPath(text: $0.providedBy).filePath, loader: $0.distribution)
    }
    let builder = GraphBuilder(file, in: check.process, after: companions, known: known, owner: owner)
    let objects = objects(of: file, builder, findings, isNamed: isNamed)
    return LibraryGraph(
      title: shortened(file, distribution), folder: distribution.map { PythonPath($0.location).description },
      objects: objects, assumptions: assumptions.map(\.message), option: findings.option,
      guessedImports: distribution == nil ? builder.loaderNames : [])
  }

  private func objects(
    of file: FilePath, _ builder: GraphBuilder, _ findings: FileFindings, isNamed: Bool
  ) -> [LibraryObject] {
    let refusal = findings.refusal(of: PythonPath(file).description)
    guard var objects = builder.objects(findings) else { return [refused(file, refusal)] }
    guard let mismatch = mismatch(file), !objects.isEmpty else { return objects }
    guard isNamed else { return [refused(file, mismatch)] }
    objects[0].problems = [mismatch]
    objects[0].undefinedSymbols = []
    return objects
  }
}
