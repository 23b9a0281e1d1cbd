import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// Why no object of an environment can be examined.
struct LinkObstacle: Error {
  /// A clause without a full stop.
  let reason: String
}

extension LinkCheck {
  /// The process that an interpreter is before it imports anything: its executable, and libpython as a worker loads it.
  /// Either defines the C API.
  init(_ interpreter: Interpreter, environment: ProcessEnvironment) throws(LinkObstacle) {
    let name = interpreter.executable.string
    guard case .executable(let program) = interpreter.executable.linkTarget(),
      let loader = (try? ObjectFile(opening: program))?.interpreter
    else { throw LinkObstacle(reason: "\(name) is no program that asks for a dynamic loader") }
    let configuration = try? LoaderConfiguration(
      interpreter: FilePath(bytes: loader), environment: environment, processor: .current(),
      workingFolder: .currentDirectory())
    guard let configuration, let process = try? LinkMap(program: program, configuration) else {
      throw LinkObstacle(reason: "\(name) asks for a dynamic loader that does not take it here")
    }
    self.init(process, global: [interpreter.libpython])
  }
}
