import Glibc
import Probing
import Processes
import PythonRuntime
import Supervision
import SystemPackage

if CommandLine.arguments.dropFirst().first == WorkerRun.subcommand {
  exit(Worker.run(descriptor: CommandLine.arguments.dropFirst(2).first.flatMap { Int32($0) } ?? 3))
}
let a = CommandLine.arguments
let run = WorkerRun(environment: ProcessEnvironment.current().addingDefault("PYTHONDONTWRITEBYTECODE","1").entries, timeout: .seconds(10), interruptions: Interruptions())
let plan = Plan(libpython: PythonPath(text: a[1]), executable: PythonPath(text: a[2]), safePath: false, modules: [ModulePlan(module: a[3], attributes: Array(a.dropFirst(4)))])
let o = try run.run(plan)
dump(o)
print(o.output.text)
print(o.modules[0].imported?.exception?.traceback ?? o.modules[0].attributes.first?.exception?.traceback ?? "-")
print(o.verdict(of: 0, attributes: plan.modules[0].attributes))
