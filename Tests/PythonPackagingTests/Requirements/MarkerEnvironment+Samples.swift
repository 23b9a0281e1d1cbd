import PythonPackaging

extension MarkerEnvironment {
  /// CPython 3.11 on Debian.
  static let linux = MarkerEnvironment(
    osName: "posix", sysPlatform: "linux", platformMachine: "x86_64", platformPythonImplementation: "CPython",
    platformRelease: "6.1.0-18-amd64", platformSystem: "Linux", platformVersion: "#1 SMP", pythonVersion: "3.11",
    pythonFullVersion: "3.11.7", implementationName: "cpython", implementationVersion: "3.11.7")
}
