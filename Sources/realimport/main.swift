import Probing
import SystemCalls
import PythonRuntime
import Supervision

// What is no UTF-8 is escaped as in Python's own text, and so survives the parser.
let arguments = ProcessArguments.current().map { String(escapingInvalid: $0) }
if arguments.first == WorkerRun.subcommand {
  exitProcess(Worker.run(descriptor: arguments.dropFirst().first.flatMap { Int32($0) } ?? WorkerRun.messageDescriptor))
}
SpareWorker.prepare(environment: .current())
exitProcess(Main.run(arguments))
