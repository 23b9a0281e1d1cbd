import FoundationEssentials
import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// A Python of this machine, found without the search that is under test.
struct RealPython: Sendable, CustomTestStringConvertible {
  /// As pyenv's folder has it, or as the interpreter says: `3.12.1`.
  let release: String
  let executable: FilePath
  var testDescription: String { "Python \(release) at \(executable)" }

  var minor: String { release.split(separator: ".").prefix(2).joined(separator: ".") }

  static let pyenvRoot: FilePath = {
    let variables = ProcessInfo.processInfo.environment
    return variables["PYENV_ROOT"].map { FilePath($0) } ?? FilePath(variables["HOME"] ?? "/").appending(".pyenv")
  }()

  static let ofPyenv: [RealPython] = namesInFolder(pyenvRoot.appending("versions")).compactMap { name in
    let executable = pyenvRoot.appending(["versions", name, "bin", "python"])
    guard executable.exists, name.string.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    return RealPython(release: name.string, executable: executable)
  }

  static let ofTheSystem: RealPython? = {
    let executable = FilePath("/usr/bin/python3")
    let version = Command(executable: executable, arguments: ["-V"])
    guard let result = try? runCommand(version, timeout: .seconds(30)), result.ending == .exited(0) else { return nil }
    let words = String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.last.map { RealPython(release: String($0), executable: executable) }
  }()

  /// Those that realimport promises to embed, the oldest first.
  static let usable: [RealPython] = (ofPyenv + [ofTheSystem].compactMap(\.self))
    .filter { $0.release.hasPrefix("3.") && (Int($0.minor.dropFirst(2)) ?? 0) >= 9 }
    .sorted { (Int($0.minor.dropFirst(2)) ?? 0) < (Int($1.minor.dropFirst(2)) ?? 0) }

  /// pyenv's installation of a minor version.
  static func ofPyenv(_ minor: String) -> RealPython? { ofPyenv.first { $0.minor == minor } }

  /// The newest, and pyenv's where there are two of it.
  static var any: RealPython? { usable.last { $0.minor == usable.last?.minor && $0.isOfPyenv } ?? usable.last }

  var isOfPyenv: Bool { executable.starts(with: Self.pyenvRoot) }

  @discardableResult
  static func run(_ program: FilePath, _ arguments: String...) throws -> CommandResult {
    try runCommand(Command(executable: program, arguments: arguments), timeout: .seconds(60))
  }

  /// Makes a virtual environment, without pip, which would take seconds.
  func environment(at folder: FilePath, copies: Bool = false) throws {
    let options = copies ? ["--copies"] : []
    let command = Command(
      executable: executable, arguments: ["-m", "venv", "--without-pip"] + options + [folder.string])
    let result = try runCommand(command, timeout: .seconds(60))
    #expect(result.ending == .exited(0), "\(String(decoding: result.errorOutput, as: UTF8.self))")
  }
}

extension Trait where Self == ConditionTrait {
  static var needsPython: ConditionTrait { .enabled(if: RealPython.any != nil, "needs a CPython of 3.9 or newer") }

  static func needsPython(_ minor: String) -> ConditionTrait {
    .enabled(if: RealPython.ofPyenv(minor) != nil, "needs pyenv's Python \(minor)")
  }

  /// The search looks for a `.venv` in the working directory and above, which is not the test's to choose.
  static var needsNoProjectEnvironment: ConditionTrait {
    .enabled(if: !hasProjectEnvironment, "the working directory or one above has a .venv")
  }
}

private let hasProjectEnvironment: Bool = {
  var folder = FilePath.currentDirectory()
  while true {
    if folder.appending(".venv").exists { return true }
    guard folder.lastComponent != nil else { return false }
    folder.removeLastComponent()
  }
}()

extension ProcessEnvironment {
  init(_ variables: [String: String]) {
    self.init(entries: variables.map { Array("\($0)=\($1)".utf8) })
  }
}

/// Searches with these variables and no others.
func find(_ option: String? = nil, _ variables: [String: String] = [:]) throws(InterpreterProblem) -> Interpreter {
  try Interpreter.find(option, environment: ProcessEnvironment(variables))
}
