internal import SystemCalls
internal import SystemPackage

extension EnvironmentConfiguration {
  /// What its lines and the system show to be wrong with the environment, when its interpreter is of this version.
  func problems(running version: PythonVersion) -> [SearchPathProblem] {
    homeProblems + versionProblems(version) + strandedPackages(version)
  }

  private var homeProblems: [SearchPathProblem] {
    guard let home else { return [.homeMissing(configuration: file)] }
    return home.isDirectory ? [] : [.homeGone(home, configuration: file)]
  }

  private func versionProblems(_ version: PythonVersion) -> [SearchPathProblem] {
    guard let made = self.version, (made.major, made.minor) != (version.major, version.minor) else { return [] }
    return [.pythonChanged(made: made, runs: version, configuration: file)]
  }

  /// Site folders of other versions that hold anything.
  private func strandedPackages(_ version: PythonVersion) -> [SearchPathProblem] {
    let library = folder.appending("lib")
    let folders: [(version: PythonVersion, path: FilePath)] = namesInFolder(library).compactMap { name in
      guard name.string.hasPrefix("python"), let other = PythonVersion(prefixOf: name.string.dropFirst(6)) else {
        return nil
      }
      return (other, library.appending(name).appending("site-packages"))
    }
    return folders.sorted { $0.version < $1.version }
      .filter { $0.version != version && !namesInFolder($0.path).isEmpty }
      .map { .packagesOfOtherPython($0.version, folder: $0.path) }
  }
}
