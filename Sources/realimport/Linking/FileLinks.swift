import PythonPackaging
import Reporting
import SharedObjects
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
    return LinksReport(result, of: LinkedFile(path: file, owner: owner, companions: companions), source)
  }
}
