internal import SystemPackage

/// One entry of the search path and the distributions in it; listed when the first question needs it.
final class SiteFolder {
  let path: FilePath
  private let log: ProblemLog
  private let markers: MarkerMemory

  init(_ path: FilePath, log: ProblemLog, markers: MarkerMemory) {
    self.path = path
    self.log = log
    self.markers = markers
  }

  /// In the order in which the system lists them, which is the one that Python goes by.
  private(set) lazy var distributions: [InstalledDistribution] = list()

  /// What lies in the folder.
  private(set) lazy var names = Set(listedNames)

  /// What pip was about to delete, sorted.
  var leftovers: [String] { listedNames.filter { $0.hasPrefix("~") }.sorted() }

  private lazy var listedNames = entryNames()

  /// Whether an installer put distributions here; the folder of a project is none, though it may hold egg-info.
  var isInstallation: Bool { distributions.contains { $0.entry.form == .distInfo } }

  private lazy var byName = index { [$0.key.normalized] }
  private lazy var byDeclaredModule = index(\.declaredModules)
  private lazy var byRootName = index(\.rootNames)

  func distributions(named name: DistributionName) -> [InstalledDistribution] {
    byName[name.normalized] ?? []
  }

  /// Who owns a file of this folder, by the lists of files: those of the likeliest distribution first.
  func owner(of file: FilePath, module: String?) -> InstalledDistribution? {
    guard let root = file.components.first?.string else { return nil }
    let stem = String(root.prefix { $0 != "." })
    let path = String(decoding: file)
    let lists = { (distribution: InstalledDistribution) in distribution.files?.contains(path) == true }
    return distributions(named: DistributionName(stem)).first(where: lists)
      ?? module.flatMap { distributions(named: DistributionName($0)).first(where: lists) }
      ?? byDeclaredModule[stem]?.first(where: lists)
      ?? byRootName[root]?.first(where: lists)
      ?? unlistedOwner(stem)
  }

  /// A distribution without a complete list of files owns what lies under its names: Debian removes RECORD.
  private func unlistedOwner(_ stem: String) -> InstalledDistribution? {
    let candidates = (byDeclaredModule[stem] ?? []) + distributions(named: DistributionName(stem))
    return candidates.first { !$0.hasCompleteFiles && $0.entry.form != .eggLink }
  }

  private func index(
    _ names: (InstalledDistribution) -> some Sequence<String>
  ) -> [String: [InstalledDistribution]] {
    var index: [String: [InstalledDistribution]] = [:]
    for distribution in distributions {
      for name in names(distribution) { index[name, default: []].append(distribution) }
    }
    return index
  }

  private func list() -> [InstalledDistribution] {
    var entries = listedNames.compactMap(MetadataEntry.init)
    if listedNames.contains("EGG-INFO"), let egg = path.lastComponent.flatMap({ MetadataEntry.egg($0.string) }) {
      entries.append(egg)
    }
    return entries.filter(isWhole).map { InstalledDistribution($0, in: path, log: log, markers: markers) }
  }

  /// A search path may name folders that are not there, and archives.
  private func entryNames() -> [String] {
    do throws(ReadFailure) {
      return try path.folderEntries()
    } catch {
      if error != .noFolder { log.note(failure: error, path) }
      return []
    }
  }

  private func isWhole(_ entry: MetadataEntry) -> Bool {
    guard entry.fileName.hasPrefix("~") else { return true }
    log.note(.leftover, path.appending(entry.fileName))
    return false
  }
}
