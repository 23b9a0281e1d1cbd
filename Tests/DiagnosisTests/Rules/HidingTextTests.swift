import Probing
import Testing

@testable import Diagnosis

/// What a text alone tells of files that hide modules.
@Suite struct HidingTextTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: HiddenByLocalFile()) }

  /// What Python's own library misses in a module, and which file is told to be in the way.
  struct Hidden: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let files: [String]
    let file: String
  }

  static let hidden: [Hidden] = [
    Hidden(
      testDescription: "the file that the message names",
      message: "cannot import name 'SystemRandom' from 'random' (/w/random.py)",
      files: ["/usr/lib/python3.8/secrets.py"],
      file: "/w/random.py"),
    Hidden(
      testDescription: "a file of another name among the frames, whose imports led back to the first",
      message: "cannot import name '_args_from_interpreter_flags' from 'subprocess' (/usr/lib/python3.8/subprocess.py)",
      files: ["/usr/lib/python3.8/subprocess.py", "/w/select.py", "/usr/lib/python3.8/multiprocessing/util.py"],
      file: "/w/select.py"),
  ]

  @Test(arguments: hidden) func namesTheFile(_ row: Hidden) {
    let finding = HiddenByLocalFile().finding(in: Sample.text("ImportError", row.message, row.files))
    #expect(finding?.cause == .shadowedModule)
    #expect(finding?.fixes.first?.title == "rename \(row.file)")
  }

  /// A file that does not parse, where another one imports it.
  private static func syntax(in file: String, _ importer: String, source: String? = nil) -> Evidence {
    var evidence = Sample.text("SyntaxError", "invalid syntax", [importer], source: source)
    evidence.failure.exception?.syntax = SyntaxFacts(
      file: PythonPath(text: file), line: 2, column: nil, text: "return (native rtl_math(14) % (b-a)) + a")
    return evidence
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a script of a package's name, in Python 2",
      Sample.text("ImportError", "No module named datasets", ["keras.py"], source: "from keras.datasets import mnist"),
      .shadowedModule, .likely),
    RuleCase(
      "a program of a package's name, which nothing can import",
      Sample.text("ImportError", "cannot import name main", ["/usr/bin/pip"], source: "from pip import main"), nil),
    RuleCase(
      "the same inside of a package",
      Sample.text(
        "ImportError", "No module named datasets", ["/w/keras/keras.py"], source: "from keras.datasets import mnist"),
      nil),
    RuleCase(
      "the same in Python 3, which found a package",
      Sample.text(
        "ImportError", "No module named 'keras.datasets'", ["keras.py"], source: "from keras.datasets import mnist"),
      nil),
    RuleCase(
      "a script of the name of what installed code wants",
      Sample.text("AttributeError", "module 'av' has no attribute 'logging'", ["av.py", "\(site)/torchvision/io.py"]),
      .shadowedModule, .likely),
    RuleCase(
      "a script of another name",
      Sample.text("AttributeError", "module 'av' has no attribute 'logging'", ["run.py", "\(site)/torchvision/io.py"]),
      nil),
    RuleCase(
      "a class of the module's name that came with a later release",
      Sample.text("AttributeError", "module 'openai' has no attribute 'OpenAI'"), nil),
    RuleCase(
      "a folder beside the script",
      Sample.text(
        "ImportError", "cannot import name 'AutoModel' from 'transformers' (/w/job/transformers/__init__.py)"),
      .shadowedModule, .likely),
    RuleCase(
      "a source tree",
      Sample.text(
        "ImportError", "cannot import name 'a' from 'transformers' (/w/transformers/src/transformers/__init__.py)"),
      nil),
    RuleCase(
      "what a source tree has not compiled",
      Sample.text("ImportError", "cannot import name '_C' from 'torch' (/w/job/torch/__init__.py)"), nil),
    RuleCase(
      "no package", Sample.text("AttributeError", "module 'requests' has no attribute '__path__'"), .shadowedModule,
      .likely),
    RuleCase(
      "no package, as find_spec says it",
      Sample.text("ModuleNotFoundError", "__path__ attribute not found on 'tqdm' while trying to find 'tqdm.auto'"),
      .shadowedModule, .likely),
    RuleCase(
      "a file of Python's own module's name that does not parse",
      syntax(in: "/opt/epython/modules/random.py", "/home/me/run.py", source: "import random"), .shadowedModule, .likely
    ),
    RuleCase(
      "such a file, which Python's own library imports",
      syntax(in: "/home/me/random.py", "/usr/lib/python3.11/tempfile.py"), .shadowedModule, .likely),
    RuleCase(
      "such a file of a package",
      syntax(in: "/home/me/game/random.py", "/home/me/run.py", source: "from game.random import dice"), nil),
  ]
}
