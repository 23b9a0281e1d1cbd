/// The code raised for a reason of its own.
struct RaisedByItself: Rule {
  static let page = RulePage(
    "raised-by-itself", .importSideEffect,
    sees:
      "A missing environment variable, no network, a file that may not be read, bad configuration; an exception that the module's own code raises.",
    means:
      "The import does more than define things, and that failed. Packages and versions have nothing to do with it.",
    advises: "Give it what it wants: the variable, the file, the network, the configuration.",
    seenAt: "settings modules that read `os.environ['…']`; Django applications without DJANGO_SETTINGS_MODULE")

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard let reason = Self.reason(exception) else { continue }
      return finding(exception, reason, evidence)
    }
    if let customization = customization(evidence) { return customization }
    guard let exception = evidence.failure.exception, Self.isOwn(exception, evidence) else { return nil }
    return finding(exception, Reason(words: "raised an exception of its own", confidence: .possible), evidence)
  }

  /// Lib/site.py, `execsitecustomize` and `execusercustomize`.
  private func customization(_ evidence: Evidence) -> Finding? {
    guard let exception = evidence.failure.exception,
      let line = evidence.failure.line(withAnyOf: ["Error in sitecustomize", "Error in usercustomize"])
    else { return nil }
    let module = line.contains("sitecustomize") ? "sitecustomize" : "usercustomize"
    return Finding(
      .importSideEffect, .likely, "`\(module)`, which Python imports whenever it starts, fails.",
      evidence: [exception.line, line],
      fixes: [Fix("see which `\(module)` is found, correct it, or take it away: `python -m site` shows the folders")])
  }

  private struct Reason {
    /// What the code did, for a sentence.
    var words: String
    var confidence: Confidence
    /// The environment variable that it wants.
    var variable: String? = nil
    /// What to do, where that can be said.
    var remedy: String? = nil

    var advice: String {
      if let remedy { return remedy }
      if let variable {
        return "set \(variable) before the import; in your own code, read it where it is used and not while importing"
      }
      return "read the code at that place: what it asks for must be there, or it must not be asked for while importing"
    }
  }

  private static let network: Set<String> = [
    "ConnectionError", "ConnectionRefusedError", "ConnectionResetError", "URLError", "HTTPError", "gaierror",
    "SSLError",
    "MaxRetryError", "NewConnectionError", "ConnectTimeout", "ReadTimeout", "ConnectError", "ProxyError", "timeout",
    "TimeoutError", "LocalEntryNotFoundError", "OfflineModeIsEnabled", "EndpointConnectionError", "OperationalError",
  ]
  private static let files: Set<String> = [
    "FileNotFoundError", "PermissionError", "IsADirectoryError", "NotADirectoryError", "FileExistsError",
    "BlockingIOError",
  ]
  private static let configuration: Set<String> = [
    "ImproperlyConfigured", "NoRegionError", "NoCredentialsError", "DefaultCredentialsError",
    "ConfigurationError", "UndefinedValueError", "EnvError", "JSONDecodeError", "MissingSectionHeaderError",
    "OpenAIError", "AuthenticationError", "NoSectionError", "UsageError",
  ]

  /// How packages advise to fetch models, corpora and browsers.
  private static let downloads = [".download(", " download ", "Can't find model", "playwright install"]

  private static func reason(_ exception: RaisedException) -> Reason? {
    if exception.type == "KeyError", isVariable(exception) { return needing(exception.message, .certain) }
    if exception.complaint == .other,
      exception.message.contains(anyOf: ["is not set", "environment variable", "not set in the environment"])
    {
      return variable(in: exception).map { needing($0, .likely) }
        ?? Reason(words: "needs an environment variable or a setting", confidence: .likely)
    }
    if exception.type == "RecursionError" {
      return Reason(words: "calls itself without end", confidence: .likely, remedy: "see which function calls itself")
    }
    if exception.message.contains(anyOf: downloads) {
      return Reason(
        words: "wants data that is not here", confidence: .likely, remedy: "fetch the data as its documentation says")
    }
    if exception.isOfMissingValue {
      return Reason(
        words: "does not get a value that it wants", confidence: .likely,
        remedy: "set the values that the message names: in the environment, or in the file that they are read from")
    }
    if configuration.contains(exception.type) { return Reason(words: "is not configured", confidence: .likely) }
    if network.contains(exception.type) {
      return Reason(words: "reaches for the network, or for a service that does not answer", confidence: .likely)
    }
    if exception.message.contains(anyOf: [
      "$DISPLAY", "connect to display", "connect to X server", "'headless' is currently",
    ]) {
      return Reason(words: "opens a window, and there is no screen", confidence: .likely)
    }
    if files.contains(exception.type) || exception.message.contains(anyOf: unwritable) {
      return Reason(words: "uses a file that it cannot have", confidence: .likely)
    }
    return nil
  }

  /// Words of the system, and of numba, which keeps what it compiled beside the source.
  private static let unwritable = ["Read-only file system", "no locator available for file"]

  private static func needing(_ variable: String, _ confidence: Confidence) -> Reason {
    Reason(words: "needs the environment variable \(variable)", confidence: confidence, variable: variable)
  }

  /// The word in capitals with an underscore, as variables are named; of others only the one that is called so.
  private static func variable(in exception: RaisedException) -> String? {
    let called = exception.message.range(ofWords: " environment variable").flatMap { range in
      exception.message[..<range.lowerBound].split(separator: " ").last
    }
    if let called, called.utf8.count > 2, called.allSatisfy({ $0.isUppercase || $0 == "_" }) { return String(called) }
    let named = exception.message.after("nvironment variable ") ?? exception.message[...]
    let words = named.split { !($0 == "_" || $0.isLetter || $0.isNumber) }
    return words.first { word in
      word.utf8.contains(UInt8(ascii: "_")) && word.utf8.count > 3 && word.first?.isLetter == true
        && word.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }.map(String.init)
  }

  private static func isVariable(_ exception: RaisedException) -> Bool {
    exception.frames.isEmpty && exception.message.isVariable
      || exception.frames.suffix(2).contains { $0.source?.contains("environ[") == true }
      || exception.deepest.map { $0.file.moduleStem == "os" && $0.function == "__getitem__" } ?? false
  }

  /// An exception that code made itself, in the source line that raised.
  private static func isOwn(_ exception: RaisedException, _ evidence: Evidence) -> Bool {
    exception.complaint == .other && evidence.failure.loaderMessages.isEmpty && exception.type != "SystemExit"
      && exception.type != "MemoryError"
      && exception.type != "?" && exception.raiser != nil
  }

  private func finding(
    _ exception: RaisedException, _ reason: Reason, _ evidence: Evidence
  ) -> Finding {
    let raiser = exception.raiser
    // What was called may be of a library; the code at the top of a module is what runs for the import's sake.
    let asking =
      evidence.failure.exception?.frames.last { !$0.owner.isPython && $0.function == "<module>" } ?? raiser
    return Finding(
      .importSideEffect, evidence.sure(reason.confidence), culprits: [asking?.owner.distribution],
      "\(asking?.owner.distribution.map { evidence.label($0) } ?? "The module") \(reason.words) while it is imported.",
      evidence: [
        exception.line,
        asking == raiser
          ? nil : asking.map { "asked for at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
        Self.advice(exception),
        raiser.map { "raised at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
      ],
      fixes: [Fix(reason.advice)])
  }

  /// The package's own words on how to fetch what it wants.
  private static func advice(_ exception: RaisedException) -> String? {
    let line = exception.message.split(whereSeparator: \.isNewline).first {
      String($0).contains(anyOf: [".download(", " -m ", "install "])
    }
    return line.map { "its own advice: \(String($0).trimmed.shortened(to: 120))" }
  }
}

extension RaisedException {
  /// pydantic's words, of both its majors, for a field without a value: models that are made while a module is imported
  /// are settings.
  var isOfMissingValue: Bool {
    type == "ValidationError" && message.contains(anyOf: ["Field required", "field required"])
  }
}

extension String {
  /// `'SPAM_EGGS'`, as a KeyError shows it.
  fileprivate var isVariable: Bool {
    quotedName.map { $0.utf8.contains(UInt8(ascii: "_")) && $0.isConstant } ?? false
  }
}
