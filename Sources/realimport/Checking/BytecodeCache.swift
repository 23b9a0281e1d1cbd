import PythonPackaging
import SystemCalls
import SystemPackage

/// A folder in which the processes of one run share what Python compiles, where the environment itself holds no
/// compiled modules: uv installs none, and realimport leaves none behind.
struct BytecodeCache {
  let folder: TemporaryFolder

  /// `nil` where most packages are compiled, since then Python would not look at what is there; where the user has such
  /// a folder already; and where there is no room for temporary files.
  init?(_ installed: InstalledDistributions, environment: ProcessEnvironment) {
    guard environment["PYTHONPYCACHEPREFIX"] == nil, Self.isMostlySource(installed),
      let folder = try? TemporaryFolder(environment: environment)
    else { return nil }
    self.folder = folder
  }

  private static func isMostlySource(_ installed: InstalledDistributions) -> Bool {
    let packages = installed.all.flatMap { distribution in
      installed.topLevelModules(of: distribution).map { distribution.location.appending($0) }
    }
    .filter { $0.appending("__init__.py").exists }
    return packages.count { $0.appending("__pycache__").exists } * 2 < packages.count
  }
}
