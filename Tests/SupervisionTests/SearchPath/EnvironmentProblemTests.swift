import Supervision
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What the files of an environment show to be wrong with it.
@Suite(.timeLimit(.minutes(5)), .needsPython) struct EnvironmentProblemTests {
  private let folder: TestFolder
  private let python: RealPython

  init() throws {
    folder = try TestFolder()
    python = try #require(RealPython.any)
  }

  private var configuration: FilePath { folder.path.appending("env/pyvenv.cfg") }

  private func read(_ executable: FilePath) throws -> StaticSearchPath {
    try SearchPathQuestion(executable: executable, variables: [:], workingFolder: folder.path).read()
  }

  @Test func nothingIsWrong() throws {
    #expect(try read(python.executable).problems == [])
    #expect(try read(python.quickEnvironment("env", in: folder)).problems == [])
  }

  @Test func withoutHome() throws {
    for text in ["", "home =\n", "version = \(python.release)"] {
      let executable = try python.quickEnvironment("env\(text.utf8.count)", in: folder, configuration: text)
      let file = executable.removingLastComponent().removingLastComponent().appending("pyvenv.cfg")
      #expect(try read(executable).problems == [.homeMissing(configuration: file)])
    }
  }

  /// The library is found all the same, so the rest of the path is read; Python itself may know where it was installed.
  @Test func homeThatIsGone() throws {
    let executable = try python.quickEnvironment("env", in: folder, configuration: "home = /nowhere/bin\n")
    let read = try read(executable)
    #expect(read.problems == [.homeGone("/nowhere/bin", configuration: configuration)])
    #expect(read.standardLibrary.appending("os.py").exists)
  }

  @Test(.enabled(if: RealPython.usable.count > 1, "needs two Pythons")) func anotherPython() throws {
    let other = try #require(RealPython.usable.first { $0.minor != python.minor })
    let text = "home = HOME\nversion_info = \(other.release).final.0\n"
    let executable = try python.quickEnvironment("env", in: folder, configuration: text)
    let packages = folder.path.appending("env/lib/python\(other.minor)/site-packages")
    try folder.write("", to: "env/lib/python\(other.minor)/site-packages/a.py")
    try folder.folder("env/lib/python3.99/site-packages")
    let read = try read(executable)
    let versions = try [other, python].map { try find($0.executable.string).version }
    #expect(
      read.problems == [
        .pythonChanged(made: versions[0], runs: versions[1], configuration: configuration),
        .packagesOfOtherPython(versions[0], folder: packages),
      ])
    #expect(read.entries.contains(folder.path.appending("env/lib/python\(python.minor)/site-packages")))
    #expect(!read.entries.contains(packages))
  }

  @Test func noStandardLibrary() throws {
    let interpreter = Interpreter(
      executable: folder.path.appending("bin/python"), libpython: folder.path.appending("lib/libpython3.77.so"),
      version: PythonVersion(3, 77), foundBy: .option)
    let read = interpreter.searchPath(environment: ProcessEnvironment([:]))
    #expect(read.problems == [.noStandardLibrary(prefix: "/usr/local")])
  }

  @Test func codeAtTheStart() throws {
    let executable = try python.quickEnvironment("env", in: folder)
    let site = "env/lib/python\(python.minor)/site-packages"
    try folder.write("import os\n/nowhere\nimport sys\n", to: "\(site)/x.pth")
    try folder.write("", to: "\(site)/sitecustomize.py")
    let file = folder.path.appending("\(site)/x.pth")
    #expect(
      try read(executable).startUpCode == [
        .pathFile(file, line: 1), .pathFile(file, line: 3),
        .module(folder.path.appending("\(site)/sitecustomize.py")),
      ])
  }

  /// A path file may be of any size; part of a line is not taken for a path.
  @Test func endlessPathFile() throws {
    let executable = try python.quickEnvironment("env", in: folder)
    let site = "env/lib/python\(python.minor)/site-packages"
    let comments = String(repeating: "#\(String(repeating: "x", count: 997))\n", count: 262)
    try folder.write(
      "/usr/lib/..\n\(comments)/usr/lib\(String(repeating: "/", count: 1_000))more\n", to: "\(site)/x.pth")
    let file = folder.path.appending("\(site)/x.pth")
    let read = try read(executable)
    #expect(read.problems == [.pathFileCut(file)] && read.entries.last == "/usr")
    for problem in read.problems { #expect(problem.message.contains("x.pth") && !problem.code.isEmpty) }
  }

  @Test func anyBytesInTheConfiguration() {
    var generator = SeededGenerator(seed: 405)
    let seed = "home = /usr/bin\ninclude-system-site-packages = false\nversion_info = 3.11.7.final.0\n"
    for _ in 0..<5_000 {
      let bytes = generator.mutate(Array(seed.utf8))
      let read = EnvironmentConfiguration(bytes, file: "env/pyvenv.cfg")
      #expect(read.folder == "env" && (read.version == nil || read.versionText != nil))
    }
  }
}
