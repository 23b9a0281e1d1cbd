/// An environment variable holds a value that the code does not take.
package struct RefusedVariable: Rule {
  package static let page = RulePage(
    "refused-variable", .environmentVariable,
    sees: """
      An exception that repeats the value of an environment variable, which the words, the lines of code or the name of the \
      package at work point to; or a value that is written out in it as no other word would be, that was to be a number, or \
      that names a folder which is not there.
      """,
    means: "The package reads its settings from the variable while it is imported, and does not know this one.",
    advises: "Unset the variable, or give it a value that the message names.",
    seenAt: "matplotlib with MPLBACKEND=Qt9Agg; qtpy with QT_API=bogus; keras with KERAS_BACKEND=bogus",
    explains: [.importSideEffect, .missingDistribution, .versionConflict])

  package func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard exception.raiser != nil else { continue }
      if let (name, value) = Self.variable(exception, evidence) { return finding(name, value, exception, evidence) }
      if let (name, value) = Self.alike(exception, evidence) { return attempt(name, value, exception, evidence) }
    }
    return nil
  }

  /// A setting of the package that raised, which speaks of the same thing: `Number of threads specified must be > 0` with
  /// NUMBA_NUM_THREADS; or one that is no number, where a number could not be read.
  private static func alike(_ exception: RaisedException, _ evidence: Evidence) -> (String, String)? {
    guard exception.complaint == .other, let raiser = exception.raiser, raiser.owner.distribution != nil else {
      return nil
    }
    let prefixes = Self.prefixes(ofModule: raiser.file.moduleBelowSitePackages)
    let words = Set(
      exception.message.names.map { $0.lowercased() } + raiser.function.split(separator: "_").map { $0.lowercased() })
    let named = Set(exception.type.capitalizedWords)
    let isOfNumber = exception.message.contains(anyOf: ["ParseIntError", "ParseFloatError", "invalid literal for int"])
    return evidence.environment?.relatedVariables.sorted { $0.key < $1.key }.first { name, value in
      guard let prefix = prefixes.first(where: name.hasPrefix) else { return false }
      let parts = name.dropFirst(prefix.count).split(separator: "_").map { $0.lowercased() }
      return isOfNumber && Double(value) == nil
        || parts.contains { part in
          part.utf8.count > shortest && words.contains(part) || part.utf8.count >= shortest && named.contains(part)
        }
    }
  }

  /// How the variables of a package begin: `SENTRY_SDK_`, `SENTRY_` of `sentry_sdk`.
  package static func prefixes(ofModule module: String) -> [String] {
    guard !module.isEmpty else { return [] }
    let first = module.prefix { $0 != "_" }
    let names =
      first.utf8.count > shortest && first.utf8.count < module.utf8.count ? [module, String(first)] : [module]
    return names.map { "\($0.uppercased())_" }
  }

  private func attempt(
    _ name: String, _ value: String, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    let user = exception.raiser?.owner.distribution
    return Finding(
      .environmentVariable, .possible, culprits: [user],
      "\(user.map { evidence.label($0) } ?? "The package") reads \(name), and may not take its value.",
      evidence: [exception.line, "\(name) is set to `\(value)`", exception.raiser.map { "raised at \($0.place)" }],
      fixes: [Fix("try it without \(name)", commands: ["unset \(name)"])])
  }

  /// Words by which others name a variable (ncurses' tinfo, as Modules/_cursesmodule.c passes them on).
  package static let names: [(words: String, variable: String)] = [
    ("could not find terminal", "TERM"), ("nknown terminal type", "TERM"),
  ]

  private static func variable(_ exception: RaisedException, _ evidence: Evidence) -> (String, String)? {
    let variables = evidence.environment?.relatedVariables ?? [:]
    if let known = names.first(where: { exception.message.contains($0.words) }), let value = variables[known.variable] {
      return (known.variable, value)
    }
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
    guard exception.complaint == .other, !exception.message.isEmpty, exception.raiser != nil,
      // Then the data of time zones is what is not there.
      !exception.message.contains("No time zone found with key")
    else { return nil }
    let variables = evidence.environment?.repeatedVariables ?? [:]
    let isInstalled = exception.raiser?.owner.distribution != nil
    return variables.sorted { $0.key < $1.key }.first { isInstalled || isRead($0.key, exception) }
  }

  private static let refusals = [
    "valid", "nknown", "nsupported", "ot supported", "nrecognized", "expected one of", "must be",
  ]

  /// Whether a message says of something that it names that there is no such thing.
  package static func isRefusal(_ message: String) -> Bool {
    message.contains(anyOf: refusals + ["ot found", "not exist", "No such", "misspel"])
  }

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
    let isFile = exception.type == "FileNotFoundError" && value.hasPrefix("/")
    let named = "\(isModule ? "The module" : "The path") `\(value)`, which the environment variable \(name) names,"
    return Finding(
      .environmentVariable, .likely, culprits: [user],
      isModule || isFile
        ? "\(named) is not here." : "\(subject) does not take the value of the environment variable \(name).",
      evidence: [
        exception.line, "\(name) is set to `\(value)`", exception.raiser.map { "raised at \($0.place)" },
      ],
      fixes: [
        isModule
          ? Fix("run where the module lies, put its folder on PYTHONPATH, or name another one in \(name)")
          : Fix(
            isFile ? "make it, name another one, or unset \(name)" : "unset \(name), or give it a value that is known",
            commands: ["unset \(name)"])
      ])
  }
}

extension String {
  /// `bad`, `dsn` of `BadDsn`.
  fileprivate var capitalizedWords: [String] {
    var words: [String] = []
    var word = ""
    for letter in self {
      if letter.isUppercase, !word.isEmpty {
        words.append(word)
        word = ""
      }
      word += letter.lowercased()
    }
    return words + [word]
  }
}
