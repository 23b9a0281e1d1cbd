import Diagnosis
import FoundationEssentials
import Reporting
import SystemPackage
import TestSupport
import Testing

/// `realimport explain`, run as a user runs it.
@Suite struct ExplainTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private static let traceback = """
    Traceback (most recent call last):
      File "/home/me/x.py", line 1, in <module>
        import future
      File "/home/me/.venv/lib/python3.12/site-packages/future/standard_library/__init__.py", line 65, in <module>
        import imp
    ModuleNotFoundError: No module named 'imp'
    """

  private func explain(_ text: String, _ arguments: String...) throws -> Run {
    try folder.write(text, to: "error.txt")
    return try Program(in: folder.path).run(Program.path, ["explain", "error.txt"] + arguments)
  }

  @Test func text() throws {
    let run = try explain(Self.traceback)
    #expect(run.status == 0)
    #expect(run.output.contains("python-version-unsupported"))
    #expect(run.output.contains("future imports `imp`"))
  }

  @Test func json() throws {
    let run = try explain(Self.traceback, "--format", "json")
    let report = try JSONDecoder().decode(ExplanationReport.self, from: Data(run.output.utf8))
    #expect(report.diagnosis.first?.cause == .pythonVersionUnsupported)
    #expect(report.diagnosis.first?.culprits == ["future"])
    #expect(report.exception?.frames.last?.distribution == "future")
    if !Repository.isOffline { try Program(in: folder.path).validate(run.output, against: "explanation-1.json") }
  }

  @Test(arguments: ["", "All is well.", String(repeating: "a\u{1B}[31m(", count: 100_000), "\u{0}\u{1}\u{2}"])
  func noFailure(_ text: String) throws {
    let run = try explain(text, "--format", "json")
    #expect(run.status == 1)
    #expect(run.errors == "no import failure found in this text\n")
    #expect(try JSONDecoder().decode(ExplanationReport.self, from: Data(run.output.utf8)).diagnosis.isEmpty)
  }

  /// The imports were done when it was raised.
  @Test func programAtWork() throws {
    let run = try explain(
      """
      Traceback (most recent call last):
        File "/home/me/a.py", line 9, in <module>
          main()
        File "/home/me/a.py", line 5, in main
          return total / count
      ZeroDivisionError: division by zero
      """)
    #expect(run.status == 1)
  }

  /// As `-`, and as the file that `<(command)` of shells is.
  @Test(arguments: ["-", "/dev/stdin"]) func pipe(_ source: String) throws {
    try folder.write(Self.traceback, to: "error.txt")
    let command = "cat error.txt | '\(Program.path)' explain \(source)"
    let run = try Program(in: folder.path).run("/bin/sh", ["-c", command])
    #expect(run.status == 0 && run.output.contains("python-version-unsupported"))
  }

  @Test(arguments: [
    ("gone.txt", "`gone.txt` is no file, and neither a cause nor a rule"), (".", "`.` cannot be read: Is a directory."),
  ])
  func nothingToRead(_ source: String, _ sentence: String) throws {
    let run = try Program(in: folder.path).run("explain", source)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(sentence))
  }

  /// Of what TensorFlow can do without it only warns.
  @Test func harmlessWarning() throws {
    let run = try explain(
      """
      2024-01-31 12:00:00.123456: W tensorflow/x.cc:64] Could not load dynamic library 'libnvinfer.so.7'; \
      dlerror: libnvinfer.so.7: cannot open shared object file: No such file or directory
      \(Self.traceback)
      """)
    #expect(run.output.contains("python-version-unsupported"))
    #expect(!run.output.contains("missing-shared-library"))
  }

  /// A package tries its compiled part, warns that it is not loaded, and then lacks what is in it.
  @Test(arguments: [
    """
    Traceback (most recent call last):
      File "C:\\py\\lib\\site-packages\\onnxruntime\\__init__.py", line 21, in <module>
    ImportError: cannot import name 'RunOptions'
    """,
    """
    Traceback (most recent call last):
      File "C:\\w\\run.py", line 3, in <module>
        session = onnxruntime.InferenceSession("model.onnx")
    AttributeError: module 'onnxruntime' has no attribute 'InferenceSession'
    """,
  ])
  func warningOfItsOwnPart(_ traceback: String) throws {
    let warning = #"""
      C:\py\lib\site-packages\onnxruntime\capi\_pybind_state.py:12: UserWarning: Cannot load onnxruntime.capi. Error: \#
      'DLL load failed: The specified module could not be found.'
      """#
    #expect(try explain("\(warning)\n\(traceback)").output.contains("missing-shared-library (likely)"))
    let other = warning.replacing("onnxruntime", with: "other")
    #expect(try !explain("\(other)\n\(traceback)").output.contains("missing-shared-library"))
  }

  /// A text that was cut off where the exception would stand.
  @Test func endingBeforeTheException() throws {
    let run = try explain(
      """
      Traceback (most recent call last):
        File "/env/lib/python3.9/site-packages/spam/__init__.py", line 3, in <module>
        File "/env/lib/python3.9/site-packages/spam/core.py", line 8, in load
      """)
    #expect(run.output.contains("The text ends before it says what was raised."))
  }

  @Test func pages() throws {
    let program = Program(in: folder.path)
    #expect(try program.run("explain", "--list").output.contains("numpy-abi"))
    #expect(try program.run("explain", "version-conflict").output.contains("rule version-check"))
    #expect(try program.run("explain", "version-check").output.contains("Sees:"))
    #expect(try program.run("explain", "no-such-cause").status == 2)
  }

  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func withAnEnvironment() throws {
    let python = try #require(TestPython.any)
    let run = try explain("ModuleNotFoundError: No module named 'spam_and_eggs'", "--python", python.executable.string)
    #expect(run.status == 0)
    #expect(run.output.contains("compared with what is installed"))
    #expect(try explain(Self.traceback, "--python", "/no/such/python").status == 3)
  }

  @Test(.enabled(if: TestPython.any != nil, "no Python that can be embedded is on this machine"))
  func besideAnEnvironment() throws {
    let python = try #require(TestPython.any)
    _ = try Program(in: folder.path).run(python.executable, ["-m", "venv", "--without-pip", ".venv"])
    let run = try explain("ModuleNotFoundError: No module named 'spam_and_eggs'")
    #expect(run.output.contains("agrees with what is installed: Python"))
    let other = try explain(Self.traceback)
    #expect(other.output.contains("python-version-unsupported (likely)"))
    #expect(try explain("All is well.").status == 1)
  }
}
