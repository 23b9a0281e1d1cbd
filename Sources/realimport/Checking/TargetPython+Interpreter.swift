import PythonPackaging
import Supervision
import SystemCalls

extension MarkerEnvironment {
  /// The values that markers have in an interpreter: CPython on Linux, and the machine that this program runs on
  /// (packaging.python.org, "Dependency specifiers", "Environment markers").
  /// - Parameter version: All of the interpreter's own version, such as `3.11.7`; without it the patch release is
  ///   taken for 0.
  init(_ interpreter: Interpreter, version: String?) {
    let minor = "\(interpreter.version.major).\(interpreter.version.minor)"
    let full = version ?? "\(minor).0"
    let kernel = Machine.kernel()
    self.init(
      osName: "posix", sysPlatform: "linux", platformMachine: Machine.architecture() ?? "",
      platformPythonImplementation: "CPython", platformRelease: kernel?.release ?? "",
      platformSystem: kernel?.name ?? "Linux", platformVersion: kernel?.version ?? "", pythonVersion: minor,
      pythonFullVersion: full, implementationName: "cpython", implementationVersion: full)
  }
}

extension TargetPython {
  /// - Parameter version: All of the interpreter's own version; `nil` for what its files tell.
  init?(_ interpreter: Interpreter, version: String? = nil) {
    let text = version ?? interpreter.release().map { "\($0)" }
    let minor = "\(interpreter.version.major).\(interpreter.version.minor)"
    guard let full = try? Version(text ?? minor) else { return nil }
    let abi = CPythonABI(
      interpreter.version.major, interpreter.version.minor, isFreeThreaded: interpreter.version.isFreeThreaded)
    let (architecture, libc) = (Machine.architecture() ?? "", Machine.libc())
    let machine = TagMachine(architecture: architecture, libc: libc.flatMap { Libc($0) })
    let words = ["CPython \(interpreter.version)", architecture, libc ?? ""].filter { !$0.isEmpty }
    self.init(
      markers: MarkerEnvironment(interpreter, version: text), version: full, tags: CompatibleTags(abi, on: machine),
      platform: words.joined(separator: ", "))
  }
}
