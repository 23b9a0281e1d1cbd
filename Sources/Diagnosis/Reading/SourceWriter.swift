/// A program that writes modules of Python, by the file that it writes them from.
struct SourceWriter {
  let file: String
  let program: String
  /// How it is started from Python, and the distribution that brings it.
  private let command: (module: String, distribution: String)?

  init?(file: String) {
    self.file = file
    switch file.fileName.split(separator: ".").last {
    case "proto": (program, command) = ("protoc", ("grpc_tools.protoc", "grpcio-tools"))
    case "qrc", "ui": (program, command) = ("Qt's compiler", nil)
    default: return nil
    }
  }

  /// What is written goes beside the source, below the folder from which modules are imported.
  func fix(_ evidence: Evidence) -> Fix {
    guard let command, let root = evidence.environment?.workingDirectory, file.hasPrefix("\(root)/"),
      let python = evidence.environment?.python.executable
    else { return Fix("let \(program) write it from \(file)") }
    let folder = quoted(root)
    return Fix(
      "let \(program) write it",
      commands: [
        evidence.installer.install(command.distribution),
        "\(quoted(python)) -m \(command.module) -I\(folder) --python_out=\(folder) --grpc_python_out=\(folder) \(quoted(file))",
      ])
  }
}
