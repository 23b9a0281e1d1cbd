import Processes
import PythonRuntime
import Supervision

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == WorkerRun.subcommand {
  exitProcess(Worker.run(descriptor: arguments.dropFirst().first.flatMap { Int32($0) } ?? WorkerRun.messageDescriptor))
}
SpareWorker.prepare(environment: .current())
exitProcess(Main.run(arguments))
