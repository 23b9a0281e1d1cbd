import FailureTexts
import Probing
import Testing

@Suite struct HintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var pythons: [String] = []
    var platform: EnvironmentHints.Platform?
    var packages: [String] = []
  }

  static let cases: [Case] = [
    Case(testDescription: "the interpreter's version", text: "$ python -V\nPython 3.12.3", pythons: ["3.12.3"]),
    Case(testDescription: "a folder's version", text: #"File "/x/lib/python3.11/y.py", line 1"#, pythons: ["3.11"]),
    Case(testDescription: "both", text: "Python 3.11.2\n/x/lib/python3.11/y.py", pythons: ["3.11.2"]),
    Case(
      testDescription: "an extension's tag", text: "_C.cpython-310-x86_64-linux-gnu.so: undefined symbol: f",
      pythons: ["3.10"], platform: .linux),
    Case(
      testDescription: "a folder of Windows", text: #"  File "D:\Python\Python39\lib\x.py", line 1, in f"#,
      pythons: ["3.9"], platform: .windows),
    Case(
      testDescription: "macOS",
      text: "ImportError: dlopen(/x/_C.cpython-37m-darwin.so, 9): Library not loaded: /l.dylib",
      pythons: ["3.7"], platform: .macos),
    Case(
      testDescription: "pip freeze", text: "torch==2.1.0+cu121\nnumpy==1.26.4",
      packages: ["torch 2.1.0+cu121 listed", "numpy 1.26.4 listed"]),
    Case(
      testDescription: "pip list", text: "Package    Version\n---------- -------\ntorch-python 2.1.0 pypi_0 pypi",
      packages: ["torch-python 2.1.0 listed"]),
    Case(
      testDescription: "collect_env",
      text: "PyTorch version: 2.6.0+cu124\n[pip3] numpy==2.1.2\n[conda] torch 2.8.0 pypi_0 pypi",
      packages: ["PyTorch 2.6.0+cu124 listed", "numpy 2.1.2 listed", "torch 2.8.0 listed"]),
    Case(
      testDescription: "a requirement",
      text: "ImportError: tokenizers>=0.11 is required, but found tokenizers==0.15.0.",
      packages: ["tokenizers 0.15.0 mentioned"]),
  ]

  @Test(arguments: cases)
  func hints(_ row: Case) {
    let hints = FailureText(Array(row.text.utf8)).hints
    #expect(hints.pythonVersions == row.pythons)
    #expect(hints.platform == row.platform)
    #expect(hints.packages.map { "\($0.name) \($0.version) \($0.source.rawValue)" } == row.packages)
  }

  @Test func remarks() {
    let text = FailureText(
      Array(
        """
        /x/io.py:13: UserWarning: Failed to load image Python extension: 'libjpeg.so.8: cannot open'
        WARNING 01-30 20:57:18 _custom_ops.py:14] Failed to import from vllm._C with ImportError('x')
        INFO 01-30 20:57:18 _custom_ops.py:14] ready
        ImportError: y
        """.utf8))
    #expect(text.remarks.map(\.line) == [1, 2])
    #expect(text.remarks.map(\.level) == [.warning, .warning])
    #expect(text.remarks.map { $0.exception?.message } == [nil, "x"])
  }
}
