import Configuration
import Supervision
import SystemPackage
import TestSupport
import Testing

/// What is TOML here is TOML for CPython's own `tomllib` (3.11 and newer), and the other way round.
@Suite struct TOMLComparisonTests {
  static let python = TestPython.all.last { $0.version >= PythonVersionsWithTOML.first }

  /// Documents to alter; each begins with a table so that it is not passed over.
  static let seeds: [String] = [
    """
    [project]
    name = "realimport"  # x
    dependencies = ["torch>=2.4", 'x; os_name == "posix"',\n]
    requires-python = '>=3.9'
    """,
    """
    # realimport
    a = [1, -2.5e+3, 0xFF, 0o7, 0b1, 1_000, inf, -nan, true, 6.0E-2,]
    b = { c = '''x''', "d" = \"\"\"y\"\"\", e.f = "\\u0041" }
    when = [1979-05-27T07:32:00.999-07:00, 1979-05-27 07:32:00Z, 1979-05-27, 07:32:00.5]
    [[tables."a.b"]]
    'x y' = ""
    """,
  ]

  /// The documents of CPython's own tests of `tomllib`, right ones and wrong ones.
  @Test(.enabled(if: !documents.isEmpty, "no Python of 3.11 or newer has its own tests on this machine"))
  func readsTheDocumentsOfPythonsTests() throws {
    for document in Self.documents {
      // Without this word it is not parsed at all.
      let source = try Array("# realimport\n".utf8) + TestFolder.contents(of: FilePath(document))
      let isRight = FilePath(document).components.contains("valid")
      let problem = try problem(of: source)
      #expect((problem == nil) == isRight, "\(document): \(problem?.message ?? "it was read")")
    }
  }

  private func problem(of source: [UInt8]) throws -> ConfigurationProblem? {
    let folder = try TestFolder()
    let file = try folder.write(source, to: "pyproject.toml")
    do throws(ConfigurationProblem) {
      _ = try ProjectConfiguration(readingFrom: file)
      return nil
    } catch {
      return error
    }
  }

  private static let documents: [String] = {
    guard let python, let folder = try? TestFolder() else { return [] }
    let program = """
      import pathlib, test.test_tomllib as tests
      for path in sorted((pathlib.Path(tests.__file__).parent / 'data').rglob('*.toml')): print(path)
      """
    let output = try? Program(in: folder.path).run(python.executable, ["-c", program]).output
    return (output ?? "").split(separator: "\n").map(String.init)
  }()

  @Test(.enabled(if: python != nil, "no Python of 3.11 or newer is on this machine"))
  func agreesWithPython() throws {
    var generator = SeededGenerator(seed: 2)
    let folder = try TestFolder()
    var answers: [String: Bool] = [:]
    for index in 0..<1_500 {
      let source = generator.mutate(Array(Self.seeds[index % Self.seeds.count].utf8))
      let file = try folder.write(source, to: "\(index).toml")
      do throws(ConfigurationProblem) {
        _ = try ProjectConfiguration(readingFrom: file)
        // Without this word it was not parsed at all.
        answers["\(index).toml"] = String(decoding: source, as: UTF8.self).contains("realimport") ? true : nil
      } catch {
        answers["\(index).toml"] = false
      }
    }
    #expect(answers.count > 1_200)
    try compare(answers, in: folder.path)
  }

  private func compare(_ answers: [String: Bool], in folder: FilePath) throws {
    let python = try #require(Self.python)
    let result = try Program(in: folder).run(python.executable, ["-c", Self.program])
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    let read = Set(lines.map(String.init))
    for (name, isRead) in answers where isRead != read.contains(name) {
      let source = try String(decoding: TestFolder.contents(of: folder.appending(name)), as: UTF8.self)
      Issue.record("Python \(isRead ? "does not read" : "reads") this:\n\(source.debugDescription)")
    }
  }

  /// Prints the names of those that are TOML.
  private static let program = """
    import os, tomllib
    for name in os.listdir('.'):
        try:
            tomllib.loads(open(name, 'rb').read().decode())
            print(name)
        except (ValueError, RecursionError):
            pass
    """
}

private enum PythonVersionsWithTOML {
  static let first = PythonVersion(3, 11)
}
