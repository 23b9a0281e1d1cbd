import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// Examines files in the process that an interpreter is before it imports anything, as `ldd -r` does for each by itself.
struct LinkTiming {
  private let check: LinkCheck

  init(python: String) throws {
    let environment = ProcessEnvironment.current()
    let interpreter = try Interpreter.find(python, environment: environment)
    guard case .executable(let program) = interpreter.executable.linkTarget(),
      let loader = try ObjectFile(opening: program).interpreter
    else { throw Errno.invalidArgument }
    let configuration = try LoaderConfiguration(
      interpreter: FilePath(bytes: loader), environment: environment, processor: .current(),
      workingFolder: .currentDirectory())
    check = LinkCheck(try LinkMap(program: program, configuration), global: [interpreter.libpython])
  }

  /// How many of them lack something by themselves.
  func incomplete(_ files: some Sequence<String>) -> Int {
    files.count { file in
      guard case .examined(let links) = check.examine(FilePath(file)) else { return false }
      return !links.isComplete
    }
  }
}
