import FoundationEssentials
import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// A folder of objects that this machine's C compiler makes, and the process that may load them.
final class CompiledObjects {
  private let folder: TestFolder

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
    let fixed = ["-nostdlib", "-Wl,-soname,\(soname)", "-L\(folder.path.string)"]
    try Compiler.library(output, of: file, fixed + options)
    return output
  }

  func write(_ text: String, to name: String) throws -> FilePath { try folder.write(text, to: name) }

  /// A program that needs nothing, or only what the options say, as the process that loads the libraries.
  /// - Parameter loader: Another one than that which the program asks for.
  func check(program options: String..., global: [FilePath] = [], loader other: FilePath? = nil) throws -> LinkCheck {
    let source = "int by_program(void) { return 0; } int main(void) { return by_program(); }"
    let file = try folder.write(source, to: "main.c")
    let program = path("program")
    try Compiler.run(["-o", program.string, file.string, "-rdynamic"] + options)
    let loader = try #require(try ObjectFile(opening: program).interpreter)
    let configuration = try LoaderConfiguration(
      interpreter: other ?? FilePath(bytes: loader), environment: ProcessEnvironment(entries: []),
      processor: .current(),
      workingFolder: folder.path)
    return LinkCheck(try LinkMap(program: program, configuration), global: global)
  }

  /// A copy of this machine's loader that says to be of another release of glibc 2.
  func loader(ofMinor minor: Int) throws -> FilePath {
    let shell = try ObjectFile(opening: "/bin/sh")
    var bytes = try TestFolder.contents(of: FilePath(bytes: try #require(shell.interpreter)))
    let words = Array("release version 2.".utf8)
    let place = try #require(bytes.indices.first { bytes[$0] == words[0] && bytes[$0...].starts(with: words) })
    bytes.replaceSubrange((place + words.count)..<(place + words.count + 2), with: Array("\(minor)".utf8))
    return try folder.write(bytes, to: "ld.so")
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
