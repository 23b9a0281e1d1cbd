package import SystemPackage

/// What is wrong with how a distribution lies on the disk, told by comparing its own files with what is there.
package enum InstallationDefect: Hashable, Sendable {
  /// Two distributions of one name; Python's metadata shows the first, and which files lie there nobody knows.
  case duplicate(InstalledPlace, hidden: InstalledPlace)
  /// Files of modules that both list with different contents: one of them overwrote the other's.
  case filesClaimedTwice(SharedFiles, InstalledPlace, InstalledPlace)
  /// A top-level module that both bring, in different files: Python finds one of them.
  case moduleClaimedTwice(String, InstalledPlace, InstalledPlace)
  /// Some of its files are gone.
  case filesMissing(InstalledPlace, MissingFiles)
  /// A file is not of the size that its list states.
  case fileAltered(InstalledPlace, AlteredFile)
  /// All of its files but the metadata are gone.
  case emptyShell(InstalledPlace, MissingFiles)
  /// A folder without code of its own, which Python imports as an empty package (PEP 420) under the name of a
  /// distribution that is not installed; which one misses it, if any does.
  case folderWithoutDistribution(FilePath, missedBy: InstalledPlace?)
  /// A module or package with code, under the name of a distribution that another one requires and whose metadata is
  /// not there: installers and `importlib.metadata` take it for absent.
  case moduleWithoutDistribution(FilePath, missedBy: InstalledPlace)
  /// An editable distribution's folder or module is not there.
  case editableSourceMissing(InstalledPlace, FilePath)
  /// Its folder holds no metadata.
  case metadataMissing(InstalledPlace)
  /// Its folder holds no list of files, though the installer named here always writes one.
  case recordMissing(InstalledPlace, installer: String)
  /// What pip renamed to delete it, and did not delete (pip: `AdjacentTempDirectory` in `utils/temp_dir.py`).
  case interruptedRemoval(FilePath)
}

/// A distribution as a sentence names it.
package struct InstalledPlace: Hashable, Sendable {
  package let name: String
  /// Of its metadata, else of its folder's name.
  package let version: String?
  /// Its `.dist-info` or `.egg-info`.
  package let metadata: FilePath

  init(_ distribution: InstalledDistribution) {
    name = distribution.name.text
    version = distribution.versionText
    metadata = distribution.metadataPath
  }
}

/// Files that a list names and that are not there; what Python compiles is left out, since it comes and goes.
package struct MissingFiles: Hashable, Sendable {
  /// How many of those in the site folder.
  package var count = 0
  /// How many are listed there.
  package var listed = 0
  /// The first of them, relative to the site folder.
  package var first: [String] = []
  /// How many of those elsewhere, such as `../../../bin/x`; installers state wrong places for them (`pip --target`,
  /// conda), so that they alone are no defect.
  package var outside = 0

  /// How many are named.
  static let mostNamed = 3
}

/// A file as the list states it and as it is.
package struct AlteredFile: Hashable, Sendable {
  /// Relative to the site folder.
  package let path: String
  /// In bytes.
  package let size: Int
  package let listedSize: Int
}

/// Files that two lists name.
package struct SharedFiles: Hashable, Sendable {
  package var count = 0
  /// The first of them, relative to the site folder.
  package var first: String
}
