import FoundationEssentials
import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// A folder of objects that this machine's C compiler makes, and the process that may load them.
final class CompiledObjects {
  private let folder: TestFolder

  static let isPossible = FilePath("/usr/bin/gcc").exists

  init() throws { folder = try TestFolder() }

  func path(_ name: String) -> FilePath { folder.path.appending(FilePath(name).components) }

  /// - Parameters:
  ///   - name: Also its SONAME.
  ///   - options: `-l` and `-Wl` options, which come behind the source.
  @discardableResult
  func library(_ name: String, _ source: String, _ options: String...) throws -> FilePath {
    let file = try folder.write(source, to: "\(name).c")
    let output = path(name)
    let soname = output.lastComponent?.string ?? name
    let fixed = ["-shared", "-fPIC", "-nostdlib", "-Wl,-soname,\(soname)", "-o", output.string, file.string]
    try compile(fixed + ["-L\(folder.path.string)"] + options)
    return output
  }

  func write(_ text: String, to name: String) throws -> FilePath { try folder.write(text, to: name) }

  /// A program that needs nothing, or only what the options say, as the process that loads the libraries.
  func check(program options: String..., global: [FilePath] = []) throws -> LinkCheck {
    let source = "int by_program(void) { return 0; } int main(void) { return by_program(); }"
    let file = try folder.write(source, to: "main.c")
    let program = path("program")
    try compile(["-o", program.string, file.string, "-rdynamic"] + options)
    let loader = try #require(try ObjectFile(opening: program).interpreter)
    let configuration = try LoaderConfiguration(
      interpreter: FilePath(bytes: loader), environment: ProcessEnvironment(entries: []), processor: .current(),
      workingFolder: folder.path)
    return LinkCheck(try LinkMap(program: program, configuration), global: global)
  }

  private func compile(_ arguments: [String]) throws {
    let result = try runCommand(Command(executable: "/usr/bin/gcc", arguments: arguments), timeout: .seconds(60))
    try #require(result.ending == .exited(0), "\(String(decoding: result.errorOutput, as: UTF8.self))")
  }
}

extension LinkExamination {
  /// Of an object that the loader takes.
  var links: ObjectLinks {
    get throws {
      guard case .examined(let links) = self else { throw NotExamined(result: self) }
      return links
    }
  }

  struct NotExamined: Error {
    let result: LinkExamination
  }
}

extension ObjectLinks {
  var missingNames: [String] { missingLibraries.map { String(decoding: $0.name, as: UTF8.self) } }
  var symbolNames: [String] { undefinedSymbols.map(\.name) }
}
