import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemPackage

extension LibrarySurvey {
  /// What is found of one file of a distribution, or of nobody.
  ///
  /// - Parameter isNamed: Whether only this file was asked for.
  func links(of file: FilePath, in distribution: InstalledDistribution?, isNamed: Bool) -> LinksReport {
    guard let source else { return LinksReport(check.examine(file), of: LinkedFile(path: file, judgesSymbols: false)) }
    guard let distribution, let own = source.nativeFiles(of: distribution).first(where: { $0.path == file }) else {
      return FileLinks(file, of: distribution, source).report()
    }
    guard isNamed else { return links(of: distribution) }
    var links = DistributionLinks(distribution, source)
    return links.report(of: own)
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
