import Probing
import PythonRuntime
import Supervision
import SystemCalls

// What is no UTF-8 is escaped as in Python's own text, and so survives the parser.
let arguments = ProcessArguments.current().map { String(escapingInvalid: $0) }
if arguments.first == SpareWorker.subcommand {
  let first = arguments.dropFirst().first.flatMap { Int32($0) } ?? SpareWorker.firstDescriptor
  exitProcess(Worker.run(WorkerDescriptors(first: first)))
}
let ordered = SubcommandOrder.subcommandFirst(arguments)
EarlyStart(ordered)?.begin(environment: .current()) { start, descriptors in
  exitProcess(Worker.run(descriptors, start: start))
}
exitProcess(Main.run(ordered))
