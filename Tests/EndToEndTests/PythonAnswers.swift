import FoundationEssentials
import SystemCalls
import SystemPackage
import TestSupport

/// What the Python of the tools' environment says to a list of inputs.
enum PythonAnswers {
  /// - Parameter script: Python's code, which defines `answer(*input)`; it has to return a string.
  static func of(_ inputs: [[String]], script: String) throws -> [String] {
    let folder = try TestFolder()
    let input = try folder.write(String(decoding: JSONEncoder().encode(inputs), as: UTF8.self), to: "inputs.json")
    let frame = """
      import json, sys, warnings
      warnings.simplefilter("ignore")
      \(script)
      print(json.dumps([answer(*input) for input in json.load(open(sys.argv[1], encoding="utf-8"))]))
      """
    let python = try TestEnvironment.tools.folder().appending("bin").appending("python")
    let run = try Program(in: folder.path).run(python, ["-c", frame, input.string])
    return try JSONDecoder().decode([String].self, from: Data(run.output.utf8))
  }
}
