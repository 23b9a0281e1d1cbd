internal import Probing
internal import SystemCalls
internal import SystemPackage

extension InterpreterProblem {
  /// A name that does not change; it stands in the JSON report.
  package var code: String {
    switch self {
    case .noPython: "no-python"
    case .missing: "python-missing"
    case .noEnvironment: "no-environment"
    case .dangling: "python-gone"
    case .notExecutable: "not-executable"
    case .noAnswer: "python-does-not-answer"
    case .tooOld, .versionTooOld: "python-too-old"
    case .notCPython: "not-cpython"
    case .noLibrary: "no-libpython"
    case .noSuchVersion: "no-such-version"
    }
  }

  /// One sentence: what is wrong.
  package var message: String {
    switch self {
    case .noPython:
      "no Python was found: neither VIRTUAL_ENV nor CONDA_PREFIX is set, there is no .venv here or above, and no usable python3 on PATH"
    case .missing(let path, .option): "there is no \(path.text)"
    case .missing(let path, let source): "\(source.rawValue) is set to \(path.text), which does not exist"
    case .noEnvironment(let folder, .option): "\(folder.text) is no Python environment: it has no bin/python"
    case .noEnvironment(let folder, let source):
      "\(source.rawValue) names \(folder.text), which is no Python environment: it has no bin/python"
    case .dangling(let path, let target, let environment):
      (environment == nil ? "" : "the Python of this environment is gone: ")
        + "\(path.text) leads to \(target.text), which does not exist"
    case .notExecutable(let path): "\(path.text) is no program that may be executed"
    case .noAnswer(let path, let reason): "\(path.text) does not answer as a Python does: \(reason)"
    case .tooOld(let path, let version): "\(path.text) is Python \(version); realimport needs CPython 3.9 or newer"
    case .versionTooOld(let version): "Python \(version) is too old; realimport needs CPython 3.9 or newer"
    case .notCPython(let path, let implementation):
      "\(path.text) is \(implementation); realimport needs CPython, whose library it embeds"
    case .noLibrary(let path, let version):
      "\(path.text) is linked without a shared libpython\(version), and no other libpython\(version) was found"
    case .noSuchVersion(let version, let seen):
      "no Python \(version) was found" + (seen.isEmpty ? "" : "; there are \(seen.joined(separator: ", "))")
    }
  }

  /// What helps.
  package var commands: [String] {
    switch self {
    case .noPython, .missing(_, .option), .notCPython: ["realimport --python PATH …", "uv venv"]
    case .noEnvironment(let folder, .option): ["uv venv \(folder.quoted)"]
    case .missing(_, let source), .noEnvironment(_, let source): ["unset \(source.rawValue)"]
    case .dangling(_, _, let environment?): ["uv venv --clear \(environment.quoted)"]
    case .dangling, .notExecutable, .noAnswer, .tooOld, .versionTooOld: ["realimport --python PATH …"]
    case .noLibrary(_, let version):
      [
        "apt-get install libpython\(version)",
        "PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install --force \(version)",
      ]
    case .noSuchVersion(let version, _): ["uv python install \(version)"]
    }
  }
}

extension FilePath {
  /// For messages; bytes that are not UTF-8 stand escaped.
  var text: String { PythonPath(self).description }

  fileprivate var quoted: String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !#"'"\$`*?[]{}()<>|&;!#~"#.utf8.contains(byte)
    }
    return isPlain
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}

extension InterpreterWarning {
  package var code: String {
    switch self {
    case .borrowedLibrary: "borrowed-libpython"
    case .passedOver: "python-passed-over"
    }
  }

  package var message: String {
    switch self {
    case .borrowedLibrary(let library):
      "this Python has no libpython of its own; \(library.text) of the same minor version is used instead"
    case .passedOver(let path, let reason): "\(path.text) was passed over: \(reason)"
    }
  }
}
