import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport

/// The machine that the tests run on, as its own tools describe it.
enum LoaderMachine {
  /// The loader of this machine's programs, if it is glibc's: what these tests compare with.
  static let loader: FilePath? = {
    guard let shell = try? ObjectFile(opening: "/bin/sh"), let path = shell.interpreter.map(FilePath.init(bytes:)),
      case .glibc = try? LoaderProgram(path, at: path).family
    else { return nil }
    return path
  }()

  static let cacheMaker: FilePath? = ["/sbin/ldconfig", "/usr/sbin/ldconfig"].map { FilePath($0) }.first(
    where: \.exists)

  struct NoLoader: Error {}

  static func configuration(
    _ variables: [String: String] = [:], in folder: FilePath = "/", root: FilePath = "/"
  ) throws -> LoaderConfiguration {
    guard let loader else { throw NoLoader() }
    return try LoaderConfiguration(
      interpreter: loader, root: root,
      environment: ProcessEnvironment(entries: variables.map { Array("\($0.key)=\($0.value)".utf8) }),
      processor: .current(), workingFolder: folder)
  }

  /// What a program prints, both streams together, run in a folder with these variables alone.
  static func output(
    of program: FilePath, _ arguments: [String], _ variables: [String: String] = [:], in folder: FilePath = "/"
  ) throws -> String {
    let set = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let command = Command(
      executable: "/usr/bin/env",
      arguments: ["-i", "-C", folder.string, "PATH=/usr/bin:/bin"] + set + [program.string] + arguments)
    let result = try runCommand(command, timeout: .seconds(60))
    return String(decoding: result.output + result.errorOutput, as: UTF8.self)
  }

  /// What the loader itself would bring in for this program, as ldd(1) asks it: `name => path`, or `not found`.
  static func loaded(
    _ program: FilePath, _ variables: [String: String] = [:], in folder: FilePath = "/"
  ) throws -> [String] {
    guard let loader else { throw NoLoader() }
    let variables = variables.merging(["LD_TRACE_LOADED_OBJECTS": "1"]) { $1 }
    let text = try output(of: loader, [program.string], variables, in: folder)
    return text.split(separator: "\n").compactMap { object(in: $0, folder) }
  }

  /// Of one line: `name => path (address)`, `path (address)`, `name => not found`, or an error.
  private static func object(in line: Substring, _ folder: FilePath) -> String? {
    let error = line.split(separator: "error while loading shared libraries: ", maxSplits: 1)
    if error.count == 2 { return "error: " + error[1].split(separator: ": ").prefix(2).joined(separator: ": ") }
    let words = line.split(whereSeparator: \.isWhitespace)
    if line.hasSuffix("=> not found") { return "\(words[0]) not found" }
    guard line.hasSuffix(")"), let path = words.dropLast().last, !path.hasPrefix("linux-") else { return nil }
    return folder.pushing(FilePath(String(path))).string
  }
}

extension LinkMap {
  /// The same in the same words.
  var loaded: [String] {
    let missing = objects.flatMap(\.dependencies).compactMap { dependency -> String? in
      let name = String(decoding: dependency.name, as: UTF8.self)
      switch dependency.result {
      case .object: return nil
      case .missing, .tooMany: return "\(name) not found"
      case .refused(let path, _, let refusal):
        let message = refusal.loaderMessage(for: configuration.program.kind)
        return "error: \(path): \(message ?? "\(refusal)")"
      }
    }
    return globalScope.dropFirst().map { objects[$0].path.string } + missing
  }
}
