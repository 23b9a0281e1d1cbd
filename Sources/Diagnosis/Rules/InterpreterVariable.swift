/// A variable of Python's own changes how it runs code, so that an import fails which passes without it.
struct InterpreterVariable: Rule {
  static let page = RulePage(
    "interpreter-variable", .environmentVariable,
    sees: """
      An exception that is a warning, with PYTHONWARNINGS set to `error`; `None` where a docstring is meant, with \
      PYTHONOPTIMIZE set to 2; a module of the working directory that is not found, with PYTHONSAFEPATH set.
      """,
    means: """
      Python raises warnings, leaves docstrings out, or does not look in the working directory, because the variable says \
      so (Python's documentation, "Command line and environment").
      """,
    advises: "Unset the variable; in the case of warnings, name those that are to be errors.",
    seenAt: """
      PYTHONWARNINGS=error with dateutil 2.8 under Python 3.12 (`utcfromtimestamp() is deprecated`), and with \
      pkg_resources, setuptools#2466
      """,
    explains: [.importSideEffect, .versionConflict, .missingDistribution, .pythonVersionUnsupported, .circularImport])

  func finding(in evidence: Evidence) -> Finding? {
    guard let variables = evidence.environment?.variables else { return nil }
    for exception in evidence.failure.exceptions {
      if let value = variables["PYTHONWARNINGS"], Self.isWarning(exception, value) {
        return finding(
          "PYTHONWARNINGS", value, "Python raises a warning, because the variable PYTHONWARNINGS asks for it.",
          exception)
      }
      if let value = variables["PYTHONOPTIMIZE"], Self.lacksDocstring(exception, value) {
        return finding(
          "PYTHONOPTIMIZE", value, "The code needs a docstring, and PYTHONOPTIMIZE leaves docstrings out.", exception)
      }
      if let value = variables["PYTHONSAFEPATH"], let module = Self.isLeftOut(exception, value, evidence) {
        return finding(
          "PYTHONSAFEPATH", value,
          "`\(module)` lies in the working directory, where Python does not look while PYTHONSAFEPATH is set.",
          exception)
      }
    }
    return nil
  }

  /// Filters are parted by commas and begin with what is to be done (`warnings`, "The Warnings Filter"); Python takes
  /// the beginning of that word for the whole (Lib/warnings.py, `_getaction`).
  private static func isWarning(_ exception: RaisedException, _ value: String) -> Bool {
    exception.type.hasSuffix("Warning")
      && value.split(separator: ",").contains { filter in
        let action = filter.prefix { $0 != ":" }.drop { $0 == " " }
        return !action.isEmpty && "error".hasPrefix(action)
      }
  }

  private static func lacksDocstring(_ exception: RaisedException, _ value: String) -> Bool {
    guard let level = Int(value), level > 1, exception.message.contains("NoneType") else { return false }
    return exception.frames.suffix(framesNextToFailure).contains { frame in
      frame.source.map { $0.contains(anyOf: ["__doc__", "getdoc("]) } ?? false
    }
  }

  private static let framesNextToFailure = 3

  /// The module at the top that only the working directory has; the variable counts from Python 3.11 on.
  private static func isLeftOut(_ exception: RaisedException, _ value: String, _ evidence: Evidence) -> String? {
    guard !value.isEmpty, evidence.pythonMinor.map({ $0 >= 11 }) ?? true,
      case .noModule(let name, isInNoPackage: false) = exception.complaint,
      evidence.environment?.leftOutModules.contains(name.topLevel) == true
    else { return nil }
    return name.topLevel
  }

  private func finding(_ variable: String, _ value: String, _ sentence: String, _ exception: RaisedException) -> Finding
  {
    Finding(
      .environmentVariable, .certain, culprits: [exception.raiser?.owner.distribution], sentence,
      evidence: [
        exception.line, "\(variable) is set to `\(value.shortened(to: 120))`",
        exception.raiser.map { "raised at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
      ],
      fixes: [Fix("unset \(variable)", commands: ["unset \(variable)"])])
  }
}
