import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// The same question to a real interpreter and to the reading of its files.
struct SearchPathQuestion {
  let executable: FilePath
  var variables: [String: String]
  let workingFolder: FilePath

  /// Starts the interpreter, which prints its search path.
  func start() throws -> CommandResult {
    let script = "import os, sys; os.write(1, b'\\n'.join([b'paths:'] + [os.fsencode(p) for p in sys.path[1:]]))"
    let variables = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let command = Command(
      executable: "/usr/bin/env",
      arguments: ["-i", "-C", workingFolder.string] + variables + [executable.string, "-c", script])
    return try runCommand(command, timeout: .seconds(60))
  }

  /// What `python -c` has as `sys.path`, without the entry for the working folder.
  func asked() throws -> [FilePath] {
    let result = try start()
    try #require(result.ending == .exited(0), "\(String(decoding: result.errorOutput, as: UTF8.self))")
    let lines = result.output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    let start = try #require(lines.firstIndex(of: Array("paths:".utf8)))
    return lines[(start + 1)...].map { FilePath(bytes: $0) }
  }

  func read() throws -> StaticSearchPath {
    let environment = ProcessEnvironment(variables)
    let interpreter = try Interpreter.find(executable.string, environment: environment)
    return interpreter.searchPath(environment: environment, workingFolder: workingFolder)
  }

  /// Asks both; returns what was read.
  @discardableResult
  func compare(_ what: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws -> StaticSearchPath {
    let read = try read()
    let asked = try asked()
    #expect(read.entries == asked, "\(what)", sourceLocation: sourceLocation)
    return read
  }
}

extension RealPython {
  /// An environment as PEP 405 describes it, in milliseconds: a link, pyvenv.cfg, and a site folder.
  ///
  /// - Parameter configuration: `HOME` in it stands for the folder of this Python.
  func quickEnvironment(
    _ name: String, in folder: TestFolder, configuration: String = "home = HOME\ninclude-system-site-packages = false\n"
  ) throws -> FilePath {
    let home = executable.removingLastComponent().string
    try folder.write(configuration.replacing("HOME", with: home), to: "\(name)/pyvenv.cfg")
    try folder.folder("\(name)/lib/python\(minor)/site-packages")
    return try folder.link("\(name)/bin/python", to: executable.string)
  }
}
