import Probing
import PythonRuntime
import Supervision
import SystemCalls

// What is no UTF-8 is escaped as in Python's own text, and so survives the parser.
let arguments = ProcessArguments.current().map { String(escapingInvalid: $0) }
if arguments.first == SpareWorker.subcommand {
  exitProcess(Worker.run(descriptor: arguments.dropFirst().first.flatMap { Int32($0) } ?? SpareWorker.firstDescriptor))
}
if let guess = EarlyStart(arguments) { guess.begin(environment: .current()) }
exitProcess(Main.run(arguments))
