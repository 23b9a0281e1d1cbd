import Reporting
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// `realimport libraries` of files that are no objects, and of targets that are none.
@Suite(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
struct LibraryFileTests {
  struct Foreign: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let words: String

    init(_ name: String, _ bytes: [UInt8], _ words: String) {
      (testDescription, self.bytes, self.words) = (name, bytes, words)
    }
  }

  /// The loader says of anything shorter than a header that it is too short.
  private static let padding = String(repeating: "x", count: 100)

  static let foreign: [Foreign] = [
    Foreign("nothing", [], "the file is empty"),
    Foreign("one byte", [0x7F], "the file has only 1 byte"),
    Foreign("four bytes", [0x7F, 0x45, 0x4C, 0x46], "the file has only 4 bytes"),
    Foreign(
      "a pointer of Git LFS", Array("version https://git-lfs.github.com/spec/v1\n\(padding)".utf8),
      "a pointer of Git LFS"),
    Foreign("a page", Array("<!DOCTYPE html><html>\(padding)</html>".utf8), "an HTML page and no library"),
    Foreign("a script", Array("#!/bin/sh\n\(padding)".utf8), "a script and no library"),
    Foreign(
      "an object of macOS", [0xCF, 0xFA, 0xED, 0xFE, 0x0C, 0, 0, 1] + [UInt8](repeating: 0, count: 120),
      "a library of macOS"),
  ]

  @Test(arguments: foreign)
  func noObject(_ row: Foreign) throws {
    let folder = try TestFolder()
    try folder.write(row.bytes, to: "x.so")
    let (report, status) = try Program(in: folder.path).libraries(["x.so"])
    let problem = try #require(report.objects.first?.problems.first)
    #expect(status == 1 && problem.code == .unloadableObject && problem.message.contains(row.words), "\(problem)")
    let text = try Program(in: folder.path).run("libraries", "./x.so").output
    #expect(text.contains("/x.so: \(problem.message)\n") && text.hasSuffix("1 file examined, 1 lacks something\n"))
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let sentence: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., status: Int32, _ sentence: String) {
      (self.arguments, self.status, self.sentence) = (arguments, status, sentence)
    }
  }

  static let wrong: [Wrong] = [
    Wrong("no_such_module", status: 2, "no module or distribution `no_such_module` is installed here"),
    Wrong("no-such-thing", status: 2, "no module or distribution `no-such-thing` is installed here"),
    Wrong("json", status: 2, "`json` has no extension modules or libraries"),
    Wrong("sys", status: 2, "`sys` is compiled into Python"),
    Wrong(".", status: 2, ". is a folder"), Wrong("./nothing.so", status: 2, "there is no file ./nothing.so"),
    Wrong("/etc", status: 2, "/etc is a folder"),
    Wrong("", status: 2, "a target is empty"), Wrong("a b", status: 2, "`a b` is no module, distribution or file"),
    Wrong("torch>=2", status: 2, "`torch>=2` is no module"), Wrong("--format", "xml", status: 2, "'xml'"),
    Wrong("--output", "/", "/bin/sh", status: 2, "--output / cannot be written"),
    Wrong("--python", "/no/such/python", "/bin/sh", status: 3, "there is no /no/such/python"),
  ]

  @Test(arguments: wrong)
  func exitStatus(_ row: Wrong) throws {
    let folder = try TestFolder()
    let run = try Program(in: folder.path).run(Program.path, ["libraries"] + row.arguments)
    #expect(run.status == row.status && run.output.isEmpty, "\(run.output)\(run.errors)")
    #expect(run.errors.hasPrefix("error: ") && run.errors.contains(row.sentence), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1 || row.status == 3)
  }

  /// Python's own modules belong to no distribution.
  @Test(.enabled(if: fileOfCtypes != nil, "Python's _ctypes is compiled into it, or is not there"))
  func aModuleOfPython() throws {
    let name = try #require(Self.fileOfCtypes)
    let (report, status) = try Program(in: "/").libraries(["_ctypes"])
    #expect(status == 0 && report.objects.first?.distribution == nil)
    #expect(report.objects.first?.file.split(separator: "/").last == name.split(separator: "/").last)
    #expect(report.objects.first?.needed.contains { $0.name.hasPrefix("libffi.so") } == true)
  }

  /// As the Python that is found says.
  private static let fileOfCtypes: String? = {
    let code = "import _ctypes; print(getattr(_ctypes, '__file__', ''))"
    guard let run = try? Program(in: "/").run("python3", ["-c", code]), run.status == 0 else { return nil }
    return run.output.split(separator: "\n").first.map(String.init)
  }()

  @Test func aFileInsteadOfOutput() throws {
    let folder = try TestFolder()
    let run = try Program(in: folder.path).run("libraries", "/bin/sh", "--output", "libraries.txt")
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    let text = String(decoding: try TestFolder.contents(of: folder.path.appending("libraries.txt")), as: UTF8.self)
    #expect(text.contains("/bin/sh: nothing but the system's libraries\n"))
  }
}

/// Of packages of the index, held against ldd(1).
@Suite(.needsIndex) struct InstalledLibraryTests {
  @Test(arguments: [TestEnvironment.torch, .small])
  func nothingIsMissing(environment: TestEnvironment) throws {
    let folder = try environment.folder()
    let (report, status) = try Program(in: "/").libraries(["--python", folder.string])
    #expect(status == 0 && report.objects.isEmpty, "\(report.objects.flatMap(\.problems))")
  }

  /// ld.so itself says what torch's module brings in (`ldd`), and leads to the same files.
  @Test func theSameFilesAsTheLoader() throws {
    let program = Program(in: "/")
    let folder = try TestEnvironment.torch.folder()
    let report = try program.libraries(["--python", folder.string, "torch._C"]).report
    let module = try #require(report.objects.first { $0.requested })
    var found: [String: String] = [:]
    for need in report.objects.flatMap(\.needed) { found[need.name] = need.file }
    var count = 0
    for line in try program.run("/usr/bin/ldd", [module.file]).output.split(separator: "\n") {
      let words = line.split(separator: " ").map { $0.drop { $0 == "\t" } }
      guard words.count >= 3, words[1] == "=>" else { continue }
      count += 1
      let own = found[String(words[0])].map { FilePath($0) }
      #expect(own?.realPath() == FilePath(String(words[2])).realPath(), "\(line)")
    }
    #expect(count > 8)
  }
}
