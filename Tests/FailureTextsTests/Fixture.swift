import FoundationEssentials
import Testing

/// A text that a real program wrote, with the folders of the machine renamed, and what must be read out of it.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  /// What wrote it.
  let testDescription: String

  init(_ name: String, _ testDescription: String) {
    self.name = name
    self.testDescription = testDescription
  }

  func text() throws -> [UInt8] { try read("txt") }
  func outline() throws -> String { String(decoding: try read("outline"), as: UTF8.self) }

  private func read(_ ending: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return Array(try Data(contentsOf: folder.appending(path: "\(name).\(ending)")))
  }

  static let all: [Fixture] = [
    Fixture("python-2.7", "Python 2.7: a script imports a package that imports what is absent"),
    Fixture("python-3.8", "Python 3.8: the same"),
    Fixture("python-3.11", "Python 3.11: the same, with carets"),
    Fixture("python-3.13-colours", "Python 3.13: a cause, in colours"),
    Fixture("python-repeated", "Python 3.11: a recursion without end"),
    Fixture("syntax-2.7", "Python 2.7: the imported file has an error"),
    Fixture("syntax-3.13", "Python 3.13: the same"),
    Fixture("suggestions", "Python 3.13: what was meant, and notes"),
    Fixture("exception-group", "Python 3.13: a group within a group"),
    Fixture("ipython-7", "IPython 7.34 under Python 3.8: import, cause, syntax error, %run"),
    Fixture("ipython-9", "IPython 9.18 under Python 3.11: the same"),
    Fixture("ipython-9-colours", "IPython 9.18 in colours"),
    Fixture("pytest-collecting", "pytest 9.2: a test module cannot be imported"),
    Fixture("pytest-long-chain", "pytest 9.2: a test fails, long form with a cause"),
    Fixture("pytest-native", "pytest 9.2: the same by --tb=native"),
    Fixture("pytest-line", "pytest 9.2: the same by --tb=line"),
    Fixture("pytest-summary", "pytest 9.2: the same by --tb=no"),
    Fixture("rich-chain", "rich: a cause"),
    Fixture("rich-locals", "rich: local variables"),
    Fixture("loguru", "loguru: values of names"),
    Fixture("logging", "Python's logging: a traceback, then a warning that quotes an exception"),
    Fixture("workers", "two processes whose lines alternate, each with the prefix of a vllm log"),
    Fixture("faulthandler", "Python 3.11 dies with extension modules loaded"),
    Fixture("loader-and-shell", "ld.so ends programs; bash reports an abort"),
    Fixture("numpy-abi", "numexpr 2.8.4 under numpy 2.2"),
    Fixture("numpy-advice", "numpy of Python 3.11 under Python 3.12"),
    Fixture("pip-build", "pip 26.3: setup.py imports what the isolated build lacks"),
    Fixture("uv-build", "uv: the same"),
  ]
}
