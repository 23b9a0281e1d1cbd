/// The values that markers are evaluated with (packaging.python.org, "Dependency specifiers", section "Environment
/// markers").
///
/// All are given: they are those of the interpreter that is asked about, which is not running.
package struct MarkerEnvironment: Hashable, Sendable {
  /// `os.name`, such as `posix`.
  package var osName: String
  /// `sys.platform`, such as `linux`.
  package var sysPlatform: String
  /// `platform.machine()`, such as `x86_64`.
  package var platformMachine: String
  /// `platform.python_implementation()`, such as `CPython`.
  package var platformPythonImplementation: String
  /// `platform.release()`: that of the kernel, such as `6.1.0-18-amd64`.
  package var platformRelease: String
  /// `platform.system()`, such as `Linux`.
  package var platformSystem: String
  /// `platform.version()`: that of the kernel, such as `#1 SMP …`.
  package var platformVersion: String
  /// Major and minor number, such as `3.11`.
  package var pythonVersion: String
  /// `platform.python_version()`, such as `3.11.7` or `3.13.0rc1+`.
  package var pythonFullVersion: String
  /// `sys.implementation.name`, such as `cpython`.
  package var implementationName: String
  /// `sys.implementation.version` as text, such as `3.11.7`.
  package var implementationVersion: String

  package init(
    osName: String, sysPlatform: String, platformMachine: String, platformPythonImplementation: String,
    platformRelease: String, platformSystem: String, platformVersion: String, pythonVersion: String,
    pythonFullVersion: String, implementationName: String, implementationVersion: String
  ) {
    self.osName = osName
    self.sysPlatform = sysPlatform
    self.platformMachine = platformMachine
    self.platformPythonImplementation = platformPythonImplementation
    self.platformRelease = platformRelease
    self.platformSystem = platformSystem
    self.platformVersion = platformVersion
    self.pythonVersion = pythonVersion
    self.pythonFullVersion = pythonFullVersion
    self.implementationName = implementationName
    self.implementationVersion = implementationVersion
  }

  /// The value of a variable; `nil` for those that are no matter of the environment.
  package subscript(variable: MarkerVariable) -> String? {
    switch variable {
    case .osName: osName
    case .sysPlatform: sysPlatform
    case .platformMachine: platformMachine
    case .platformPythonImplementation: platformPythonImplementation
    case .platformRelease: platformRelease
    case .platformSystem: platformSystem
    case .platformVersion: platformVersion
    case .pythonVersion: pythonVersion
    // A Python built between two tags says `3.13.0rc1+`, which is no version; `packaging` mends it so.
    case .pythonFullVersion: pythonFullVersion.hasSuffix("+") ? pythonFullVersion + "local" : pythonFullVersion
    case .implementationName: implementationName
    case .implementationVersion: implementationVersion
    case .extra, .extras, .dependencyGroups: nil
    }
  }
}
