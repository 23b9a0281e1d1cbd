internal import SystemCalls
package import SystemPackage

/// The C compiler of this machine, for objects that tests make just now.
package enum Compiler {
  package static let path: FilePath? = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].map { FilePath($0) }
    .first(where: \.exists)

  package struct CannotCompile: Error {
    package var reason: String
  }

  /// Runs it.
  /// - Parameter folder: Where relative paths begin.
  package static func run(_ arguments: [String], in folder: FilePath = "/") throws {
    guard let path else { throw CannotCompile(reason: "there is no C compiler on this machine") }
    let command = Command(executable: "/usr/bin/env", arguments: ["-C", folder.string, path.string] + arguments)
    let result = try runCommand(command, timeout: .seconds(60))
    guard result.ending == .exited(0) else {
      throw CannotCompile(reason: String(decoding: result.errorOutput, as: UTF8.self))
    }
  }

  /// Makes a shared object of C code.
  /// - Parameter arguments: For the linker as well; they come behind the source.
  package static func library(_ output: FilePath, of source: FilePath, _ arguments: [String]) throws {
    try run(["-shared", "-fPIC", "-w", "-o", output.string, source.string] + arguments)
  }
}
