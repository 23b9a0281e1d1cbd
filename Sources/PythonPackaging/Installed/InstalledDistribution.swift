package import SystemPackage

/// A distribution that is installed in a site folder.
///
/// Its file name says which one it is; everything else is read when it is asked for, once. Not `Sendable`:
/// the environment is read by one thread.
package final class InstalledDistribution {
  /// The folder of the search path in which it was found.
  package let location: FilePath
  /// What Python looks it up by: the name in the name of its folder.
  package let key: DistributionName
  let entry: MetadataEntry
  let log: ProblemLog
  let markers: MarkerMemory

  init(_ entry: MetadataEntry, in location: FilePath, log: ProblemLog, markers: MarkerMemory) {
    self.entry = entry
    self.location = location
    self.log = log
    self.markers = markers
    key = entry.name
  }

  /// The name that its metadata states; the one in the folder's name where there is no metadata.
  package var name: DistributionName { metadata?.name ?? key }

  /// The version's text in its metadata; the one in the folder's name where there is no metadata.
  package var versionText: String? { metadata?.version ?? entry.version }

  /// The version, when `versionText` is one.
  package private(set) lazy var version: Version? = readVersion()

  /// The header fields of METADATA or PKG-INFO; `nil` without such a file.
  package private(set) lazy var metadata: CoreMetadata? = readMetadata()

  /// What it requires.
  package private(set) lazy var requirements: [Requirement] = readRequirements()

  /// The names of the parts that can be asked for beside it.
  private(set) lazy var extras: Set<DistributionName> = findExtras()

  /// The versions of Python that it admits, where it says so.
  package private(set) lazy var requiresPython: SpecifierSet? = readRequiresPython()

  /// What it offers to others by name: `entry_points.txt`; empty without that file.
  package private(set) lazy var entryPoints: EntryPoints = readEntryPoints()

  /// The `.dist-info` or `.egg-info`, which may be a file for the latter.
  package private(set) lazy var metadataPath: FilePath = findMetadata()

  /// The file that the header fields were read from, once they were; `nil` for the single file of old distutils.
  var metadataFile: FilePath?

  /// The tool that says it installed this: the file INSTALLER.
  package private(set) lazy var installer: String? = folder.lines("INSTALLER")?.first

  /// Where it came from, when not from an index; `nil` also when the file cannot be understood.
  package private(set) lazy var directURL: DirectURL? = readDirectURL()

  /// The project's folder when it is imported instead of a copy, as `pip install -e` arranges.
  package private(set) lazy var editableSource: FilePath? = findEditableSource()

  /// The files it consists of, relative to `location`: RECORD, else the lists of an egg-info folder, as far as
  /// there is one.
  package private(set) lazy var files: Record? = readFiles()

  /// What WHEEL says of the wheel it came from; `nil` without that file.
  package private(set) lazy var wheel: WheelFile? = folder.readHeaders("WHEEL", upTo: WheelFile.sizeLimit)
    .map(WheelFile.init)

  /// What that wheel was built for; `nil` without the file WHEEL.
  package var wheelTags: [WheelTagSet]? { wheel?.tags }

  /// The names in `top_level.txt`; empty without that file.
  private(set) lazy var declaredModules: [String] = folder.lines("top_level.txt") ?? []

  /// Where an editable distribution's modules lie.
  private(set) lazy var sources: [ModuleSource] = findSources()

  /// What can be imported of it, without a dot: see `InstalledDistributions.topLevelModules(of:)`.
  private(set) lazy var topLevelModules: [String] = findTopLevelModules()

  /// The first components of its files, for finding a file's owner.
  private(set) lazy var rootNames: Set<String> = files?.rootNames ?? []

  var folder: MetadataFolder {
    MetadataFolder(path: metadataPath, mayBeFile: entry.form != .distInfo, log: log)
  }
}

extension InstalledDistribution: Hashable {
  /// The same entry of the same site folder.
  package static func == (left: InstalledDistribution, right: InstalledDistribution) -> Bool {
    left.location == right.location && left.entry.fileName == right.entry.fileName
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(location)
    hasher.combine(entry.fileName)
  }
}
