import Supervision
import SystemCalls
import SystemPackage

/// The folders in which a Python looks for distributions, as it says itself.
struct SearchPath {
  /// `sys.path` without the working directory.
  let folders: [FilePath]

  private static let patience = Duration.seconds(10)
  /// What start-up files print comes before it.
  private static let marker = "realimport-path"

  /// Names can hold every byte but NUL; so that ends each.
  private static let program = """
    import os, sys
    os.write(1, b'\\n\(marker)\\n' + b''.join(os.fsencode(folder) + b'\\0' for folder in sys.path[1:]))
    """

  /// `nil` where the interpreter does not answer.
  init?(of interpreter: Interpreter, environment: ProcessEnvironment) {
    let command = Command(
      executable: interpreter.executable, arguments: ["-c", Self.program], environment: environment.entries)
    guard let output = try? runCommand(command, timeout: Self.patience).output else { return nil }
    let marker = Array("\n\(Self.marker)\n".utf8)
    guard let start = output.indices.last(where: { output[$0...].starts(with: marker) }) else { return nil }
    let answer = output[(start + marker.count)...]
    folders = answer.split(separator: 0).map { FilePath(bytes: Array($0)) }.filter(\.isAbsolute)
  }
}
