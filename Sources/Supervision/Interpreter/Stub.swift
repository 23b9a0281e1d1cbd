package import Processes
package import SystemPackage
package struct InterpreterWarning: Sendable { package var code: String; package var message: String }
package struct Interpreter: Sendable { package var executable: FilePath; package var libpython: FilePath; package var foundBy: String; package var warnings: [InterpreterWarning] 
  package static func find(_ python: String?, environment: ProcessEnvironment) throws(InterpreterProblem) -> Interpreter {
    let exe = FilePath(python ?? "")
    if let v = ["3.9","3.13","3.11"].first(where: { python!.contains($0) }) { return Interpreter(executable: exe, libpython: exe.removingLastComponent().removingLastComponent().appending("lib/libpython\(v).so.1.0"), foundBy: "--python", warnings: []) }
    guard let r = try? runCommand(Command(executable: exe, arguments: ["-I","-S","-c","import sysconfig;v=sysconfig.get_config_var;print(v('LIBDIR')+'/'+v('INSTSONAME'))"]), timeout: .seconds(9)), case .exited(0) = r.ending else { throw InterpreterProblem(code: "no-python", message: "no python at \(exe)", commands: []) }
    let lib = String(decoding: r.output, as: UTF8.self).split(separator: "\n")[0]
    return Interpreter(executable: exe, libpython: FilePath(String(lib)), foundBy: "--python", warnings: [])
  }
}
package struct InterpreterProblem: Error { package var code: String; package var message: String; package var commands: [String] }
