internal import SystemCalls
package import SystemPackage

/// The distributions that a Python with this search path sees, read as far as questions need it.
///
/// What is broken never stops the reading: it is left out, or kept with what is known, and noted in `problems`.
/// Not `Sendable`: one thread asks, though another may read files for it (``readAhead()``).
package final class InstalledDistributions {
  let sites: [SiteFolder]
  /// The entries of the search path that hold Python's own library.
  package let standardFolders: Set<FilePath>
  private let log = ProblemLog()

  /// Takes the entries of `sys.path` in their order; nothing is read yet.
  package init(searchPath: [FilePath]) {
    var known: Set<FilePath> = []
    let paths = searchPath.map { $0.lexicallyNormalized() }.filter { known.insert($0).inserted }
    let (log, markers) = (log, MarkerMemory())
    sites = paths.map { SiteFolder($0, log: log, markers: markers) }
    standardFolders = StandardLibrary.folders(of: paths)
  }

  /// One for each name, sorted by normalised name: of several the one that Python finds first.
  package var all: [InstalledDistribution] { listing.found }

  /// Those that an earlier one of the same name hides, in the order of the search path.
  package var hidden: [InstalledDistribution] { listing.hidden }

  /// What was found to be wrong so far; reading more may add to it.
  package var problems: [MetadataProblem] { log.problems }

  /// The distribution that Python finds by this name.
  package func distribution(named name: DistributionName) -> InstalledDistribution? {
    sites.lazy.compactMap { $0.distributions(named: name).first }.first
  }

  /// The names that can be imported of a distribution, sorted: those in its `top_level.txt`, else the modules,
  /// extensions and folders with such files that its list of files shows.
  package func topLevelModules(of distribution: InstalledDistribution) -> [String] {
    distribution.topLevelModules
  }

  private lazy var listing = makeListing()

  private func makeListing() -> (found: [InstalledDistribution], hidden: [InstalledDistribution]) {
    var found: [DistributionName: InstalledDistribution] = [:]
    var hidden: [InstalledDistribution] = []
    for distribution in sites.flatMap(\.distributions) {
      if let first = found[distribution.key] {
        if !distribution.isMetadata(of: first) { hidden.append(distribution) }
      } else {
        found[distribution.key] = distribution
      }
    }
    return (found.values.sorted { $0.key < $1.key }, hidden)
  }

  /// Begins to read in another thread what a description of all distributions needs of their folders.
  ///
  /// That thread ends before this value does. Nothing may be forked until then.
  package func readAhead() {
    guard reader == nil else { return }
    let folders = all.filter { $0.entry.form == .distInfo }.map { distribution in
      let ahead = FolderAhead(distribution.metadataPath)
      distribution.ahead = ahead
      return ahead
    }
    // Questions begin with the first: the two threads meet in the middle.
    reader = BackgroundThread {
      for folder in folders.reversed() { folder.readStatements() }
      for folder in folders { folder.readFiles() }
    }
  }

  private var reader: BackgroundThread?

  // What was found out about files and folders; see the extensions.
  var fileOwners: [FilePath: InstalledDistribution?] = [:]
  var identities: [FilePath: FileIdentity?] = [:]
  var knownDefects: [DefectQuestion: [InstallationDefect]] = [:]
  var knownClaims: [InstallationDefect]?
  lazy var siteIndex = FolderIndex(sites.map { (path: $0.path, value: $0) })
  lazy var sourceIndex = FolderIndex(
    all.flatMap { distribution in distribution.sources.map { (path: $0.path, value: distribution) } })
}

extension InstalledDistribution {
  /// Whether this is `other` once more and no second installation: a site folder can be on the search path under
  /// two names, and the folder of an editable project, with an egg-info in it, as well.
  fileprivate func isMetadata(of other: InstalledDistribution) -> Bool {
    if let source = other.editableSource, location.starts(with: source) { return true }
    guard let identity = FileIdentity(metadataPath) else { return false }
    return identity == FileIdentity(other.metadataPath)
  }
}
