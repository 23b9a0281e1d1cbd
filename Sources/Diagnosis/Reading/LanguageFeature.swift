internal import Probing

/// What the words of an exception tell of the release of Python that the code is for.
struct LanguageFeature: Equatable {
  /// "`match` exists from Python 3.10 on".
  var words: String
  var confidence: Confidence
  /// Which one takes the code: `3.10 or newer`.
  var python: String?

  /// - Parameter isInstalled: Whether the code is of an installed distribution, of which one assumes that it was once
  ///   compiled by some Python.
  init?(_ exception: RaisedException, minor: Int?, isInstalled: Bool) {
    guard
      let feature = Self.syntax(exception, minor, isInstalled) ?? Self.name(exception, minor) ?? Self.words(
        exception, minor)
        ?? Self.oldImporter(exception, minor) ?? Self.bareImport(exception, minor) ?? Self.stated(exception)
        ?? Self.definition(exception)
    else { return nil }
    self = feature
  }

  init(_ words: String, _ confidence: Confidence, python: String? = nil) {
    self.words = words
    self.confidence = confidence
    self.python = python
  }

  /// `nil` where this Python is known to be on the code's side of the change.
  init?(_ what: String, from first: Int, _ minor: Int?) {
    if let minor, minor >= first { return nil }
    self.init(
      "\(what) from Python 3.\(first) on", minor == nil ? .likely : .certain,
      python: first == 0 ? "3" : "3.\(first) or newer")
  }

  init?(_ what: String, until removed: Int, _ minor: Int?) {
    if let minor, minor < removed { return nil }
    self.init(
      removed == 0 ? "\(what) in Python 2 only" : "\(what) before Python 3.\(removed) only", .likely,
      python: removed == 0 ? "2.7" : "3.\(removed - 1) or older")
  }

  private static let names2: Set<String> = [
    "unicode", "xrange", "raw_input", "basestring", "long", "reload", "unichr", "execfile", "cmp", "reduce", "file",
    "intern", "apply", "buffer", "coerce", "StandardError",
  ]

  /// From which release of Python 3 on they are built in.
  private static let newNames: [String: Int] = [
    "FileNotFoundError": 3, "FileExistsError": 3, "PermissionError": 3, "ConnectionError": 3, "TimeoutError": 3,
    "NotADirectoryError": 3, "IsADirectoryError": 3, "BrokenPipeError": 3, "ConnectionRefusedError": 3,
    "ConnectionResetError": 3, "ProcessLookupError": 3, "BlockingIOError": 3, "ChildProcessError": 3,
    "InterruptedError": 3, "RecursionError": 5, "StopAsyncIteration": 5, "ModuleNotFoundError": 6, "breakpoint": 7,
    "anext": 10, "aiter": 10, "EncodingWarning": 10, "ExceptionGroup": 11, "BaseExceptionGroup": 11,
    "PythonFinalizationError": 13,
  ]

  private static func name(_ exception: RaisedException, _ minor: Int?) -> LanguageFeature? {
    guard exception.type == "NameError", let name = exception.message.after("name ")?.quotedName else { return nil }
    if let first = newNames[name] { return LanguageFeature("`\(name)` exists", from: first, minor) }
    return names2.contains(name) ? LanguageFeature("`\(name)` exists", until: 0, minor) : nil
  }

  private static func words(_ exception: RaisedException, _ minor: Int?) -> LanguageFeature? {
    if let rest = exception.message.after("unsupported operand type(s) for |: "), rest.joinsTypes {
      return LanguageFeature("types can be joined by `|`", from: 10, minor)
    }
    for (words, first, what) in InterpreterWords.added where exception.message.contains(words) {
      return LanguageFeature(what, from: first, minor)
    }
    for (words, first, what) in InterpreterWords.removed where exception.message.contains(words) {
      return LanguageFeature(what, until: first, minor)
    }
    return nil
  }

  /// `six.moves`, of six itself or of a copy inside another package, is found by an importer of six's own, which before
  /// six 1.16 has only `find_module`; Python 3.12 asks for `find_spec` alone (What's New In Python 3.12, "Removed").
  private static func oldImporter(_ exception: RaisedException, _ minor: Int?) -> LanguageFeature? {
    guard case .noModule(let name, _) = exception.complaint, let minor, minor >= 12,
      name == "six.moves" || name.hasSuffix(".six.moves")
    else { return nil }
    return LanguageFeature("its old copy of six finds `six.moves` before Python 3.12 only", .certain)
  }

  /// `from node import Node` at the top of an installed package: a module of its own, which Python 2 alone looks for beside the
  /// one that asks (PEP 328).
  private static func bareImport(_ exception: RaisedException, _ minor: Int?) -> LanguageFeature? {
    guard case .noModule(let name, isInNoPackage: false) = exception.complaint, exception.isWordedByPython3,
      let raiser = exception.raiser, raiser.file.isInSiteFolder, raiser.file.hasSuffix("__init__.py"),
      ImportNames.table[name] == nil, !WellKnownDistributions.names.contains(name),
      let names = raiser.source?.after("from \(name) import ")?.split(separator: ","),
      names.contains(where: { $0.trimmedWord.lowercased() == name.filter { $0 != "_" } })
    else { return nil }
    return LanguageFeature("packages import modules of their own by a bare name", until: 0, minor)
  }

  private static let statements = [
    "requires Python ", "require Python ", "Requires Python ", "Python version >=", "Python version must be",
    "only supports Python", "does not support Python", "Python version is not supported", "or newer Python",
    "unsupported Python version", "Unsupported Python version", "minimum supported Python version", "needs Python ",
    "not supported on Python", "no longer supports Python", "requires a Python", "upgrade your Python",
    "upgrade Python to", "on Python version ",
    "is not compatible with Python", "Python 2 is not supported", "Python 2.7 is no longer",
    // pip, resolution/resolvelib/factory.py and utils/packaging.py.
    "requires a different Python", "require a different python version",
  ]

  private static func stated(_ exception: RaisedException) -> LanguageFeature? {
    if RefusedWheel(exception.message)?.isOfOnePython == true {
      return LanguageFeature("its wheel is for another release of it", .likely)
    }
    return saysSo(exception)
  }

  private static func saysSo(_ exception: RaisedException) -> LanguageFeature? {
    exception.message.contains(anyOf: statements) || exception.message.asksForPython
      ? LanguageFeature("it says so itself", .likely) : nil
  }

  /// Modules of Python's own library that code calls to define its classes, functions and patterns.
  private static let definers: Set<String> = [
    "abc", "collections", "dataclasses", "enum", "functools", "re", "sre_compile", "sre_parse", "typing",
  ]

  /// What they refuse depends on the code alone: it was released, so some Python took it.
  private static func definition(_ exception: RaisedException) -> LanguageFeature? {
    guard ["TypeError", "ValueError", "NameError", "error", "PatternError"].contains(exception.type),
      let deepest = exception.deepest, deepest.owner == .standardLibrary,
      let module = deepest.file.standardModule, definers.contains(module),
      let raiser = exception.raiser, raiser.owner.distribution != nil,
      exception.frames.last(where: { $0.function == "<module>" && !$0.owner.isPython })?.owner == raiser.owner
    else { return nil }
    return LanguageFeature("its `\(module)` refuses a definition that another one takes", .possible)
  }
}

extension String {
  /// `Python 3.9 or newer is required`, `Python version 2.7 or 3.4+ is required`
  fileprivate var asksForPython: Bool {
    if let rest = after("Python version "), rest.first?.isNumber == true,
      rest.contains(anyOf: [" required", " needed"])
    {
      return true
    }
    guard let rest = after("Python 3")?.drop(while: { $0 == "." || $0.isNumber || $0 == "+" }) else { return false }
    return [" or newer", " or later", " or higher", " or above", " or greater", " is required", " is needed"].contains {
      rest.hasPrefix($0)
    }
  }
}

extension Substring {
  fileprivate var trimmedWord: Substring { drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber } }

  /// `'T' and 'U'`, the types of two operands: a class, what a class of `typing` or `list[int]` is, or `None`.
  fileprivate var joinsTypes: Bool {
    let operands = split(separator: "'", omittingEmptySubsequences: false)
    guard operands.count > 3 else { return false }
    return [operands[1], operands[3]].allSatisfy { name in
      name == "type" || name == "NoneType" || name.hasSuffix("Meta") || name.hasSuffix("Alias")
        || ["_SpecialForm", "TypeVar", "NewType", "EnumType"].contains(String(name))
    }
  }
}

extension String {
  /// The module at the top of Python's own library that a file of it belongs to: `re` for `…/lib/python3.11/re/_parser.py`.
  fileprivate var standardModule: String? {
    guard let rest = after("/python3."), let slash = rest.firstIndex(of: "/") else { return nil }
    return String(rest[slash...].dropFirst().prefix { $0 != "/" && $0 != "." })
  }
}
