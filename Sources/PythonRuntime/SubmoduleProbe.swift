internal import Glibc
internal import Probing

/// Finds out what a dotted name is as a module: does it import, and where does its file lie?
struct SubmoduleProbe {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  func facts(of name: String) -> SubmoduleFacts {
    guard case .value = python.importModule(name) else {
      return SubmoduleFacts(importable: false, file: fileBesideParent(name))
    }
    guard let module = python.loadedModule(name), let file = python.present("__file__", of: module) else {
      return SubmoduleFacts(importable: true, file: nil)
    }
    return SubmoduleFacts(importable: true, file: python.path(of: file))
  }

  /// The file that the import system would take, for a module that does not import.
  private func fileBesideParent(_ name: String) -> PythonPath? {
    guard let dot = name.lastIndex(of: "."), let parent = python.loadedModule(String(name[..<dot])),
      let folders = python.present("__path__", of: parent)
    else { return nil }
    let last = name[name.index(after: dot)...]
    let endings = ["/__init__.py"] + extensionSuffixes() + [".py"]
    for index in 0..<min(python.count(folders), 100) {
      guard let folder = python.element(index, of: folders), let folder = python.path(of: folder) else { continue }
      for ending in endings {
        let candidate = PythonPath(bytes: folder.bytes + Array("/\(last)\(ending)".utf8))
        if candidate.withCString({ access($0, F_OK) == 0 }) { return candidate }
      }
    }
    return nil
  }

  private func extensionSuffixes() -> [String] {
    guard let importer = python.loadedModule("_imp"), let ask = python.attribute("extension_suffixes", of: importer),
      let suffixes = python.call(ask)
    else { return [] }
    return (0..<python.count(suffixes)).compactMap { index in
      guard let suffix = python.element(index, of: suffixes) else { return nil }
      return python.text(of: suffix)
    }
  }
}
