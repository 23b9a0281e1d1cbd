import SharedObjects
import Supervision
import SystemCalls
import SystemPackage

/// Why no object of an environment can be examined.
struct LinkObstacle: Error {
  /// A clause without a full stop.
  let reason: String
}

extension LinkMap {
  /// The process that a program of this machine is when it starts.
  ///
  /// - Parameter environment: The variables of the process.
  init(starting program: FilePath, environment: ProcessEnvironment) throws(LinkObstacle) {
    guard let loader = (try? ObjectFile(opening: program))?.interpreter else {
      throw LinkObstacle(reason: "\(program) is no program that asks for a dynamic loader")
    }
    let configuration = try? LoaderConfiguration(
      interpreter: FilePath(bytes: loader), environment: environment, processor: .current(),
      workingFolder: .currentDirectory())
    guard let configuration, let process = try? LinkMap(program: program, configuration) else {
      throw LinkObstacle(reason: "\(program) asks for a dynamic loader that does not take it here")
    }
    self = process
  }

  /// The process that an interpreter is before it imports anything.
  init(_ interpreter: Interpreter, environment: ProcessEnvironment) throws(LinkObstacle) {
    guard case .executable(let program) = interpreter.executable.linkTarget() else {
      throw LinkObstacle(reason: "\(interpreter.executable) is no program")
    }
    try self.init(starting: program, environment: environment)
  }
}

extension LinkCheck {
  /// The same with libpython as a worker loads it: either defines the C API.
  init(_ interpreter: Interpreter, environment: ProcessEnvironment) throws(LinkObstacle) {
    self.init(try LinkMap(interpreter, environment: environment), global: [interpreter.libpython])
  }

  /// The process of this program, for want of an interpreter's: its loader is the machine's.
  init(ownProcess environment: ProcessEnvironment) throws(LinkObstacle) {
    guard let program = FilePath("/proc/self/exe").realPath() else {
      throw LinkObstacle(reason: "this machine has no dynamic loader that could be asked")
    }
    self.init(try LinkMap(starting: program, environment: environment))
  }
}
