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
      } else if EditableHook.isOfMeson(path) {
        sources += mesonModules(path)
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

  /// What the finder of a meson-python editable installation imports; nothing where the project was not built yet.
  private func mesonModules(_ name: String) -> [ModuleSource] {
    MetadataFolder(path: location, log: log).read(name).flatMap(MesonPlan.init)?.modules ?? []
  }
}

/// Modules in the site folder that are there to find those of an editable distribution, and that nobody imports.
enum EditableHook {
  /// `_name_editable_loader.py` (mesonpy/__init__.py, `_EditableWheelBuilder`).
  static func isOfMeson(_ fileName: String) -> Bool {
    fileName.hasPrefix("_") && fileName.hasSuffix("_editable_loader.py")
  }

  /// Of setuptools, meson-python and scikit-build-core, in this order.
  static func isHook(module: String) -> Bool {
    module.hasPrefix("__editable__") || isOfMeson("\(module).py") || module.hasPrefix("_editable_skbc_")
  }
}
