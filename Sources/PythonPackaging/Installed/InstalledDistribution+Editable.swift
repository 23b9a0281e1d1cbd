internal import SystemPackage

extension InstalledDistribution {
  func findEditableSource() -> FilePath? {
    let source =
      entry.form == .eggLink ? linkedSource() : directURL?.isEditable == true ? directURL?.folder : nil
    if let source, FileIdentity(source) == nil {
      log.note(.sourceMissing(source), location.appending(entry.fileName))
    }
    return source
  }

  /// The first line of an egg-link is the folder that holds the modules.
  func linkedSource() -> FilePath? {
    let link = MetadataFolder(path: location, log: log)
    guard let bytes = link.read(entry.fileName) else { return nil }
    guard let line = Lines(bytes).first(where: { !$0.isEmpty }) else {
      log.note(.malformed, location.appending(entry.fileName))
      return nil
    }
    return location.pushing(FilePath(bytes: line)).lexicallyNormalized()
  }

  /// The project's folder and what the files beside the metadata lead to; empty unless it is editable.
  func findSources() -> [ModuleSource] {
    guard let editableSource else { return [] }
    var sources: [ModuleSource] = [.folder(editableSource)]
    for path in files?.paths.lazy.filter({ !$0.utf8.contains(.slash) }) ?? [] {
      if path.hasSuffix(".pth") {
        sources += searchPathLines(path)
      } else if path.hasPrefix("__editable__"), path.hasSuffix("_finder.py") {
        sources += finderModules(path)
      }
    }
    return sources
  }

  /// The folders that a `.pth` file adds to the search path; its lines of code are not run.
  private func searchPathLines(_ name: String) -> [ModuleSource] {
    guard let bytes = MetadataFolder(path: location, log: log).read(name) else { return [] }
    return Lines(bytes).compactMap { line in
      let isCode = line.starts(with: "import ".utf8) || line.starts(with: "import\t".utf8)
      guard let first = line.first, first != UInt8(ascii: "#"), !isCode else { return nil }
      return .folder(location.pushing(FilePath(bytes: line)).lexicallyNormalized())
    }
  }

  /// The modules that the finder of a setuptools editable installation knows.
  private func finderModules(_ name: String) -> [ModuleSource] {
    guard let bytes = MetadataFolder(path: location, log: log).read(name) else { return [] }
    guard let mapping = FinderMapping(bytes) else {
      log.note(.malformed, location.appending(name))
      return []
    }
    return mapping.modules.map { .module($0.name, $0.path.lexicallyNormalized()) }
  }
}
