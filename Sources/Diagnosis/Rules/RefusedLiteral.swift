/// A library does not know a name that a line of code hands to it in quotation marks.
struct RefusedLiteral: Rule {
  static let page = RulePage(
    "refused-literal", .versionConflict,
    sees: """
      An exception of an installed package that repeats a text which the line that called it has in quotation marks, and \
      that says that there is no such thing.
      """,
    means: """
      What stands in the code is the same wherever it runs: it was known to some release of the package, and is not to \
      this one; or it never was.
      """,
    advises: "Look up what the name is called in this release; else the release that the code was written for.",
    seenAt: """
      `style.use("seaborn-whitegrid")` with matplotlib 3.8, `create_engine("postgres://…")` with SQLAlchemy 1.4, \
      `rcParams["text.latex.unicode"]` with matplotlib 3.3
      """,
    explains: [.importSideEffect])

  private static let refusals = [
    "not a valid", "is not valid", "nvalid ", "nknown ", "nrecognized ", "not recognized", "nsupported ",
    "not supported", "an't load plugin", "annot load plugin", "must be one of", "is not one of", "ot a recognized",
    "not understood", "not found in the list",
  ]
  /// Then it is data that is wanted, or a distribution.
  private static let absences = ["install", "download", "No such file", "ot a directory"]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard exception.raiser?.owner.distribution != nil,
        let literal = Self.refused(exception) ?? exception.literalOfMissingName
      else { continue }
      return finding(literal, exception, evidence)
    }
    return nil
  }

  private static func refused(_ exception: RaisedException) -> String? {
    guard exception.complaint == .other, exception.message.contains(anyOf: refusals),
      !exception.message.contains(anyOf: absences)
    else { return nil }
    return literal(exception)
  }

  /// What the line that led into the package has in quotation marks and the message repeats.
  private static func literal(_ exception: RaisedException) -> String? {
    guard let source = exception.caller?.source else { return nil }
    return source.literals.flatMap { [$0, $0.scheme].compactMap(\.self) }.first { literal in
      literal.utf8.count >= shortest && exception.message.repeats(literal)
    }
  }

  /// Shorter ones are in many messages.
  private static let shortest = 3

  private func finding(_ literal: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    guard let provider = exception.raiser?.owner.distribution else { return nil }
    let user = exception.caller?.owner.distribution
    let violated = user.flatMap { evidence.conflict(of: $0, with: provider) }
    return Finding(
      .versionConflict, violated != nil ? .certain : user != nil ? .likely : .possible, culprits: [provider, user],
      "\(evidence.label(provider)) does not know `\(literal.shortened(to: 80))`, which \(user.map { evidence.label($0) } ?? "the code") gives it: such names come and go with releases.",
      evidence: [
        violated?.sentence, exception.line,
        exception.caller.map { "given at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
        exception.raiser.map { "refused at \($0.place)" },
      ],
      fixes: evidence.fixes(user: user, provider: provider, violated: violated))
  }
}

extension RaisedException {
  /// What some line that led into the package has in quotation marks, and of which a module is to have the last name:
  /// `"jinja2.ext.autoescape"`.
  var literalOfMissingName: String? {
    guard case .noModuleAttribute(let name, let module, isPartial: false) = complaint,
      deepest?.source.map({ !$0.names.contains(name) }) ?? false
    else { return nil }
    return caller?.source?.literals.first { $0 == "\(module).\(name)" || $0 == "\(module):\(name)" }
  }
}

extension String {
  /// The texts in quotation marks of a line of code.
  fileprivate var literals: [String] {
    var literals: [String] = []
    var rest = self[...]
    while let start = rest.firstIndex(where: { $0 == "'" || $0 == "\"" }) {
      let quote = rest[start]
      let inside = rest[rest.index(after: start)...]
      guard let end = inside.firstIndex(of: quote) else { break }
      literals.append(String(inside[..<end]))
      rest = inside[inside.index(after: end)...]
    }
    return literals
  }

  /// `postgres` of `postgres://host/database` (RFC 3986, 3.1), and of `postgres+driver://…`.
  fileprivate var scheme: String? {
    guard let end = range(ofWords: "://") else { return nil }
    return String(self[..<end.lowerBound].prefix { $0 != "+" })
  }

  /// Whether it has these words, and they are no part of longer ones.
  fileprivate func repeats(_ words: String) -> Bool {
    guard let range = range(ofWords: words) else { return false }
    let (before, after) = (self[..<range.lowerBound].last, self[range.upperBound...].first)
    return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
  }
}
