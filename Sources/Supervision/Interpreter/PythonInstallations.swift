internal import SystemCalls
internal import SystemPackage

/// A Python that pyenv or uv installed; its folder says which.
struct PythonInstallation {
  let folder: FilePath
  let version: PythonVersion
  /// As the folder has it: `3.12.1`.
  let release: String

  /// Of names such as `3.12.1`, `3.14.0rc1t` (pyenv) and `cpython-3.12.1+freethreaded-linux-x86_64-gnu` (uv); `nil`
  /// for any other.
  init?(_ folder: FilePath) {
    guard let name = folder.lastComponent?.string else { return nil }
    let text = name.hasPrefix("cpython-") ? name.dropFirst("cpython-".count) : name[...]
    let release = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let flags = text.dropFirst(release.count).droppingStage
    let rest = flags.hasPrefix("t") ? flags.dropFirst() : flags
    guard let version = PythonVersion(prefixOf: release), rest.first.map("-+".contains) != false else { return nil }
    self.folder = folder
    self.version = PythonVersion(
      version.major, version.minor, isFreeThreaded: flags.hasPrefix("t") || flags.hasPrefix("+freethreaded"))
    self.release = String(release)
  }

  fileprivate var numbers: [Int] { release.split(separator: ".").map { Int($0) ?? 0 } }
}

extension Substring {
  /// Without the `a7`, `b1` or `rc2` of a pre-release at the start.
  fileprivate var droppingStage: Substring {
    guard let stage = ["a", "b", "rc"].first(where: hasPrefix) else { return self }
    return dropFirst(stage.count).drop { $0.isASCII && $0.isNumber }
  }
}

/// Where pyenv and uv keep the Pythons that they install.
struct PythonInstallations {
  let environment: ProcessEnvironment

  /// Newest first.
  func all() -> [PythonInstallation] {
    let found = roots.flatMap { root in namesInFolder(root).compactMap { PythonInstallation(root.appending($0)) } }
    return found.sorted { $1.numbers.lexicographicallyPrecedes($0.numbers) }
  }

  private var roots: [FilePath] {
    let home = folder("HOME")
    let data = folder("XDG_DATA_HOME") ?? home?.appending(".local").appending("share")
    let pyenv = folder("PYENV_ROOT") ?? home?.appending(".pyenv")
    let uv = folder("UV_PYTHON_INSTALL_DIR") ?? data?.appending("uv").appending("python")
    return [pyenv?.appending("versions"), uv].compactMap(\.self)
  }

  private func folder(_ variable: String) -> FilePath? {
    environment[variable].flatMap { $0.isEmpty ? nil : FilePath(bytes: $0) }
  }
}
