/// An environment variable holds a value that the code does not take.
struct RefusedVariable: Rule {
  static let page = RulePage(
    "refused-variable", .environmentVariable,
    sees: """
      An exception that repeats the value of an environment variable, which the words, the lines of code or the name of the \
      package at work point to; or a value that is written out in it as no other word would be.
      """,
    means: "The package reads its settings from the variable while it is imported, and does not know this one.",
    advises: "Unset the variable, or give it a value that the message names.",
    seenAt: "matplotlib with MPLBACKEND=Qt9Agg; qtpy with QT_API=bogus; keras with KERAS_BACKEND=bogus",
    explains: [.importSideEffect, .missingDistribution, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard exception.raiser != nil, let (name, value) = Self.variable(exception, evidence) else { continue }
      return finding(name, value, exception, evidence)
    }
    return nil
  }

  private static func variable(_ exception: RaisedException, _ evidence: Evidence) -> (String, String)? {
    let variables = evidence.environment?.relatedVariables ?? [:]
    // In code that is nobody's distribution only a line that reads the variable speaks for it.
    let isInstalled = exception.raiser?.owner.distribution != nil
    return variables.sorted { $0.key < $1.key }.first { name, value in
      value.utf8.count >= shortest && (isInstalled || isRead(name, exception))
        && (repeats(value, name, exception) || refuses(name, exception))
    } ?? unrelated(exception, evidence)
  }

  private static func isRead(_ name: String, _ exception: RaisedException) -> Bool {
    exception.frames.contains { frame in
      frame.source.map { $0.contains(anyOf: ["environ", "getenv"]) && $0.names.contains(name) } ?? false
    }
  }

  /// A variable that nothing names, and whose value stands in the message: `The config profile (other-account) could not
  /// be found`.
  private static func unrelated(_ exception: RaisedException, _ evidence: Evidence) -> (String, String)? {
    guard exception.complaint == .other, exception.raiser?.owner.distribution != nil else { return nil }
    let variables = evidence.environment?.repeatedVariables ?? [:]
    return variables.sorted { $0.key < $1.key }.first
  }

  private static let refusals = [
    "valid", "nknown", "nsupported", "ot supported", "nrecognized", "expected one of", "must be",
  ]

  /// It says of the variable itself that its value does not do.
  private static func refuses(_ name: String, _ exception: RaisedException) -> Bool {
    exception.complaint == .other && exception.message.names.contains(name)
      && exception.message.contains(anyOf: refusals)
  }

  /// Shorter ones are in many messages.
  private static let shortest = 3

  /// The message repeats the value as a word, or the module that is not there is what the value names.
  private static func repeats(_ value: String, _ name: String, _ exception: RaisedException) -> Bool {
    switch exception.complaint {
    case .noModule(let module, _): return value == module || value.hasPrefix("\(module).")
    case .other: break
    default: return false
    }
    // What it names as `'x'` is a value; so is a word beside the variable's own name.
    let message = exception.message.lowercased()
    let isQuoted = ["'\(value.lowercased())'", "\"\(value.lowercased())\"", "`\(value.lowercased())`"]
      .contains { message.range(ofWords: $0) != nil }
    return isQuoted || exception.message.names.contains(name) && message.names.contains(value.lowercased())
      || message.hasSuffix(": \(value.lowercased())")
  }

  private func finding(
    _ name: String, _ value: String, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    let user = exception.raiser?.owner.distribution
    let subject = user.map { evidence.label($0) } ?? "The package"
    var isModule = false
    if case .noModule = exception.complaint { isModule = true }
    return Finding(
      .environmentVariable, .likely, culprits: [user],
      isModule
        ? "The module `\(value)`, which the environment variable \(name) names, is not here."
        : "\(subject) does not take the value of the environment variable \(name).",
      evidence: [
        exception.line, "\(name) is set to `\(value)`", exception.raiser.map { "raised at \($0.place)" },
      ],
      fixes: [
        isModule
          ? Fix("run where the module lies, put its folder on PYTHONPATH, or name another one in \(name)")
          : Fix("unset \(name), or give it a value that is known", commands: ["unset \(name)"])
      ])
  }
}
