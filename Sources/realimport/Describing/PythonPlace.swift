import PythonPackaging
import Supervision
import SystemCalls
import SystemPackage

/// What is known of a Python and its environment without starting it, even where it cannot be started.
struct PythonPlace {
  var executable: FilePath?
  var foundBy: PythonSource?
  var minor: PythonVersion?
  /// The environment's folder: `sys.prefix`.
  var prefix: FilePath?
  /// The installation behind it: `sys.base_prefix`.
  var basePrefix: FilePath?
  /// Of a virtual environment.
  var configuration: VirtualConfiguration?
  private var stated: String?

  init(_ interpreter: Interpreter) {
    self.init(interpreter.executable, minor: interpreter.version)
    foundBy = interpreter.foundBy
  }

  /// What a problem leaves to be described.
  init(_ problem: InterpreterProblem) {
    self.init()
    switch problem {
    case .dangling(let path, _, let environment?):
      self.init(path)
      prefix = environment
    case .noLibrary(let path, let version): self.init(path, minor: version)
    case .tooOld(let path, let version):
      self.init(path)
      stated = version
    case .dangling(let path, _, nil), .notExecutable(let path), .noAnswer(let path, _), .notCPython(let path, _):
      self.init(path)
    case .noEnvironment(let folder, let source):
      prefix = folder
      foundBy = source
    case .missing(_, let source): foundBy = source
    case .noPython, .versionTooOld, .noSuchVersion: break
    }
  }

  private init() {}

  private init(_ executable: FilePath, minor: PythonVersion? = nil) {
    self.executable = executable
    let folder = executable.removingLastComponent().removingLastComponent()
    configuration = VirtualConfiguration(of: folder)
    self.minor = minor ?? configuration?.version.flatMap(PythonVersion.init(_:))
    if let configuration {
      prefix = folder
      basePrefix = configuration.home.map { Self.installation(above: $0, self.minor) }
    } else if case .executable(let real) = executable.linkTarget() {
      prefix = Self.installation(above: real.removingLastComponent(), self.minor)
      basePrefix = prefix
    }
  }

  /// The nearest folder above with the standard library in it, as CPython looks for it (`Modules/getpath.py`, "search
  /// upwards for the landmark"); else the folder that `bin` is in.
  private static func installation(above bin: FilePath, _ version: PythonVersion?) -> FilePath {
    var folder = bin.removingLastComponent()
    // Not the root: where `/lib` is a link to `/usr/lib`, it seems to have one.
    while let version, folder.lastComponent != nil {
      defer { folder.removeLastComponent() }
      if folder.appending(["lib", version.folderName, "os.py"]).exists { return folder }
    }
    return bin.removingLastComponent()
  }

  /// The whole version as far as files tell it: CPython's own header, else what the environment noted when it was made,
  /// else the minor version alone.
  var version: String? {
    guard let minor else { return stated ?? configuration?.version }
    let header = basePrefix?.appending(["include", minor.folderName, "patchlevel.h"])
    if let whole = header.flatMap(PatchLevel.version) { return whole }
    let noted = configuration?.version
    return noted.flatMap(PythonVersion.init(_:))?.hasSameNumbers(as: minor) == true ? noted : "\(minor)"
  }
}

extension PythonVersion {
  /// The name of its folders in `lib` and `include`, such as `python3.13t` (`sysconfig.get_path("stdlib")`).
  var folderName: FilePath.Component { FilePath.Component("python\(self)") ?? "python3" }

  /// The version at the start of `text`.
  init?(_ text: String) {
    let numbers = text.split(separator: ".")
    guard numbers.count >= 2, let major = Int(numbers[0]), let minor = Int(numbers[1]) else { return nil }
    self.init(major, minor)
  }

  fileprivate func hasSameNumbers(as other: PythonVersion) -> Bool { major == other.major && minor == other.minor }
}

/// The header in which CPython keeps its version, `Include/patchlevel.h`.
enum PatchLevel {
  private static let sizeLimit = 1 << 16

  /// Of the line `#define PY_VERSION "3.11.7"`.
  static func version(_ file: FilePath) -> String? {
    guard let bytes = readRegularFile(file, limit: sizeLimit) else { return nil }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
        .map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, words[0] == "#define", words[1] == "PY_VERSION" else { continue }
      return String(words[2].drop { $0 == "\"" }.prefix { $0 != "\"" })
    }
    return nil
  }
}
