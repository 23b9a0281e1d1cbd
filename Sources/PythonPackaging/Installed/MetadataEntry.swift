internal import SystemPackage

/// What the name of an entry of a site folder tells before anything is read.
struct MetadataEntry {
  enum Form {
    /// The standard's folder: packaging.python.org, "Recording installed projects".
    case distInfo
    /// What setuptools and distutils wrote before it: a folder or a file.
    case eggInfo
    /// A file that points to a source folder: `setup.py develop`.
    case eggLink
  }

  let form: Form
  /// The file's or folder's own name.
  private(set) var fileName: String
  let name: DistributionName
  /// As it stands in the file name, which writes `-` as `_`.
  let version: String?

  /// `entry ::= name ('-' version ('-' rest)?)? ('.dist-info' | '.egg-info') | name '.egg-link'`, in any case of
  /// letters, and cut at the first `-` as Python's `importlib.metadata` does; `nil` for any other entry.
  init?(_ fileName: String) {
    // A site folder is full of other entries: all forms end in `info` or `link`.
    guard let last = fileName.utf8.last?.asciiLowercased, last == UInt8(ascii: "o") || last == UInt8(ascii: "k"),
      let dot = fileName.utf8.lastIndex(of: .dot), let form = Self.form(fileName[dot...])
    else { return nil }
    let stem = fileName[..<dot]
    let name = form == .eggLink ? stem : stem.prefix { $0 != "-" }
    guard !name.isEmpty else { return nil }
    self.form = form
    self.fileName = fileName
    self.name = DistributionName(String(name))
    let version = stem.dropFirst(name.count + 1).prefix { $0 != "-" }
    self.version = version.isEmpty ? nil : String(version).replacing("_", with: "-")
  }

  /// The metadata of an egg: a folder with a name such as `name-1.0-py3.11.egg` that is a search path entry.
  static func egg(_ folderName: String) -> MetadataEntry? {
    guard folderName.lowercased().hasSuffix(".egg") else { return nil }
    var entry = MetadataEntry(folderName.dropLast(4) + ".egg-info")
    entry?.fileName = "EGG-INFO"
    return entry
  }

  private static func form(_ suffix: Substring) -> Form? {
    switch suffix.lowercased() {
    case ".dist-info": .distInfo
    case ".egg-info": .eggInfo
    case ".egg-link": .eggLink
    default: nil
    }
  }
}
