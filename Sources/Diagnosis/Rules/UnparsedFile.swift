internal import Probing

/// A file of the user's own is no Python.
struct UnparsedFile: Rule {
  static let page = RulePage(
    "unparsed-file", .importSideEffect,
    sees:
      "A SyntaxError of a file that lies in no folder of installed ones, and that no other release of Python would take.",
    means: "There is a mistake in the file, at the line that Python names or right before it.",
    advises: "Correct it.",
    seenAt: "a function without a body (`expected an indented block after function definition`)")

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard let syntax = exception.syntax, let file = syntax.file?.description, let line = syntax.line,
        !file.isInSiteFolder, !file.isInStandardLibrary, !file.hasPrefix("<")
      else { continue }
      return Finding(
        .importSideEffect, evidence.sure(.likely), "\(file) does not parse at line \(line).",
        evidence: [exception.line, syntax.text.map { "`\($0.trimmed.shortened(to: 120))`" }],
        fixes: [Fix("correct line \(line) of \(file), or the one before it")])
    }
    return nil
  }
}
