import FoundationEssentials
import Probing
import Reporting
import SystemPackage
import TestSupport
import Testing

/// Python inside realimport is the Python of `python -c`: what code can see of it is the same.
struct EmbeddingTests {
  /// How the interpreter is reached.
  enum Way: String, CaseIterable, Sendable {
    case directly, inAVirtualEnvironment, overLinks, withOptionsInVariables
  }

  @Test(arguments: TestPython.all, Way.allCases)
  func looksLikePythonItself(python: TestPython, way: Way) throws {
    let folder = try TestFolder()
    try folder.write(Self.dump, to: "dump_of_python.py")
    let executable = try self.executable(python, way, in: folder)
    var program = Program(in: folder.path)
    // What realimport sets itself, so that the environment's files stay as they are.
    program.variables["PYTHONDONTWRITEBYTECODE"] = "1"
    if way == .withOptionsInVariables {
      program.variables["PYTHONWARNINGS"] = "always"
      program.variables["PYTHONUTF8"] = "1"
      program.variables["PYTHONHASHSEED"] = "7"
    }

    let plain = try program.run(executable, ["-c", "import dump_of_python"])
    let check = try program.check("--python", executable.string, "dump_of_python")

    #expect(plain.status == 0, "\(plain.errors)")
    #expect(check.outcome == .passed)
    #expect(Self.lines(check.output.text) == Self.lines(plain.output))
  }

  @Test(arguments: TestPython.all)
  func leavesTheFilesOfAnEnvironmentAlone(python: TestPython) throws {
    let folder = try TestFolder()
    try folder.write("import package.part", to: "whole.py")
    try folder.write("", to: "package/__init__.py")
    try folder.write("", to: "package/part.py")
    let check = try Program(in: folder.path).check("--python", python.executable.string, "whole")
    #expect(check.outcome == .passed)
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path.string)
    #expect(all.sorted() == ["package", "package/__init__.py", "package/part.py", "whole.py"])
  }

  /// The first worker's processor is left to it; that must not be seen by anybody.
  @Test(arguments: [["one"], ["one", "two"], ["--fresh", "one", "two"], ["--together", "one", "two"]])
  func mayUseAllProcessors(arguments: [String]) throws {
    let folder = try TestFolder()
    let usable = "sorted(os.sched_getaffinity(0))"
    for name in ["one", "two"] {
      try folder.write("import os\nassert str(\(usable)) == os.environ['USABLE']", to: "\(name).py")
    }
    let python = try #require(TestPython.any).executable
    var program = Program(in: folder.path)
    let plain = try program.run(python, ["-c", "import os; print(\(usable), end='')"])
    program.variables["USABLE"] = plain.output
    let report = try program.report(["--python", python.string, "--control", "always"] + arguments).report
    #expect(report.checks.allSatisfy { $0.outcome == .passed && $0.confirmed == true })
    #expect(report.checks.count == arguments.count { !$0.hasPrefix("-") })
  }

  private func executable(_ python: TestPython, _ way: Way, in folder: TestFolder) throws -> FilePath {
    switch way {
    case .directly, .withOptionsInVariables: return python.executable
    case .inAVirtualEnvironment:
      let environment = folder.path.appending("an environment ü")
      let made = try Program(in: folder.path).run(
        python.executable, ["-m", "venv", "--without-pip", environment.string])
      try #require(made.status == 0, "\(made.errors)")
      return environment.appending("bin").appending("python")
    case .overLinks:
      let (first, second) = (folder.path.appending("first"), folder.path.appending("python3"))
      try FileManager.default.createSymbolicLink(atPath: first.string, withDestinationPath: python.executable.string)
      try FileManager.default.createSymbolicLink(atPath: second.string, withDestinationPath: "first")
      return second
    }
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  /// The text after `-c` is all that may differ.
  private static let dump = """
    import os, signal, sys
    main = sys.modules['__main__']
    print('prefix', sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)
    print('executable', sys.executable, getattr(sys, '_base_executable', None))
    print('path', sys.path)
    print('argv', sys.argv, getattr(sys, 'orig_argv', [])[:-1])
    print('flags', sys.flags)
    print('options', sys.warnoptions, sys._xoptions)
    print('main', sorted(vars(main)), main.__spec__, main.__doc__, main.__package__, type(main.__loader__))
    print('platform', sys.platform, sys.version, sys.implementation, getattr(sys, 'abiflags', None))
    print('encodings', sys.getfilesystemencoding(), sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors)
    print('signals', [(s, str(signal.getsignal(s))) for s in sorted(signal.valid_signals())])
    print('mask', signal.pthread_sigmask(signal.SIG_BLOCK, []))
    print('recursion', sys.getrecursionlimit(), sys.getswitchinterval())
    print('hooks', sys.excepthook is sys.__excepthook__, [str(f)[:30] for f in sys.meta_path])
    print('environment', sorted(v for v in os.environ.items() if v[0] != '_'))
    print('folder', os.getcwd(), os.umask(0o22))
    print('modules', sorted(m for m in sys.modules if m != '_realimport'))
    with open('/proc/self/comm') as comm: print('name', comm.read())
    print('processors', sorted(os.sched_getaffinity(0)))
    print('threads', len(os.listdir('/proc/self/task')))
    import warnings
    print('warnings', warnings.filters)
    """
}
