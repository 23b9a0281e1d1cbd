import PythonPackaging
import SystemPackage

/// How long it takes to find the conflicts of an environment, everything read anew each time.
struct ConflictTiming {
  private let path: [FilePath]

  init(folders: [String]) {
    path = folders.map { FilePath($0) }
  }

  /// Seconds; the first round, which finds cold caches, does not count.
  func median(_ rounds: Int) -> Double {
    _ = once()
    let seconds = (0..<rounds).map { _ in once() }.sorted()
    return seconds[rounds / 2]
  }

  private func once() -> Double {
    let duration = ContinuousClock().measure {
      let installed = InstalledDistributions(searchPath: path)
      if let python = TargetPython.example { _ = installed.conflicts(with: python) }
    }
    return duration / .seconds(1)
  }
}

extension TargetPython {
  /// CPython 3.11 on Debian 12, whatever this machine is: the work is the same.
  static var example: TargetPython? {
    guard let version = try? Version("3.11.7") else { return nil }
    let machine = TagMachine(architecture: "x86_64", libc: Libc("glibc 2.36"))
    return TargetPython(
      markers: .example, version: version, tags: CompatibleTags(CPythonABI(3, 11), on: machine),
      platform: "CPython 3.11, x86_64, glibc 2.36")
  }
}

extension MarkerEnvironment {
  static let example = MarkerEnvironment(
    osName: "posix", sysPlatform: "linux", platformMachine: "x86_64", platformPythonImplementation: "CPython",
    platformRelease: "6.1.0-18-amd64", platformSystem: "Linux", platformVersion: "#1 SMP", pythonVersion: "3.11",
    pythonFullVersion: "3.11.7", implementationName: "cpython", implementationVersion: "3.11.7")
}
