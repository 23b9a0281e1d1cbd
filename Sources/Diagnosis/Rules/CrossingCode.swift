/// Code of one distribution calls another one in a way that the other does not understand.
struct CrossingCode: Rule {
  static let page = RulePage(
    "crossing-code", .versionConflict,
    sees: """
      A TypeError, AttributeError, NameError or the like in installed code, while it was imported: wrong arguments, a \
      missing attribute of an object, a refused class; and whose code called whose.
      """,
    means: """
      A release that was published imports in some environment; where its own code fails with such an error it mostly \
      meets a version of another package that it was not written for.
      """,
    advises: "The version that metadata asks for where it is violated; else a newer release of the package that fails.",
    seenAt:
      "old deepspeed with pydantic 2 (`'FieldInfo' object has no attribute 'required'`), flake8 with importlib_metadata 5",
    explains: [.importSideEffect])

  /// Raised by the interpreter, or by a library that checks how it is used.
  private static let types: Set<String> = [
    "TypeError", "AttributeError", "NameError", "UnboundLocalError", "NotImplementedError", "PydanticUserError",
    "PydanticSchemaGenerationError", "PydanticImportError", "ConfigError", "FieldError", "ArgumentError",
    "PydanticUndefinedAnnotation", "ValidationError",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let finding = finding(exception, evidence) { return finding }
    }
    return nil
  }

  private func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding? {
    let complaint = exception.complaint
    let isTelling =
      Self.types.contains(exception.type) || Self.isAttribute(complaint) || Self.refusesName(exception)
    guard isTelling || Self.isOfInstalledCode(exception, evidence), !complaint.isPartial, !exception.isOfMissingValue,
      !evidence.isOfLittleKnown(exception)
    else { return nil }
    let raiser = exception.raiser?.owner.distribution
    let caller = exception.caller?.owner.distribution
    let returner = exception.returner
    let origin = returner ?? exception.origin
    guard
      raiser != nil || returner != nil || Self.isOfLibrary(complaint, origin)
        || !evidence.isLive && Self.isOfInterface(exception)
    else { return nil }
    let named = Self.owner(of: complaint, evidence).flatMap { $0 == raiser ? nil : $0 }
    let near = named ?? origin?.distribution ?? caller
    let violated = conflict(raiser, near, evidence)
    let other = violated.map { $0.isAbout(raiser ?? "") ? $0.required : $0.distribution } ?? near
    // The user's own code may call what fails.
    let isCalled = other == nil && exception.caller?.owner == .local
    // A call that fails inside is the caller's, who has to move with what it calls.
    let isOfCaller = named == nil && origin == nil && caller != nil
    let (user, provider) =
      isCalled ? (nil, raiser) : isOfCaller ? (caller, raiser) : (raiser, origin == nil ? nil : other)
    return Finding(
      .versionConflict, violated != nil ? .certain : other != nil && isTelling ? .likely : .possible,
      culprits: [raiser, other],
      isCalled ? sentence(nil, raiser, evidence) : sentence(raiser, other, evidence),
      evidence: [
        violated?.sentence, exception.line,
        exception.raiser.map { "raised at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
        origin.map { "`\($0.name)` comes from `\($0.module)` of \(evidence.label($0.distribution))" }
          ?? exception.caller.map { "called from \($0.place)" },
      ],
      fixes: fixes(user, provider, isCalled ? nil : violated, evidence))
  }

  private func fixes(_ raiser: String?, _ other: String?, _ violated: Unfulfilled?, _ evidence: Evidence) -> [Fix] {
    if let other { return evidence.fixes(user: raiser, provider: other, violated: violated) }
    if let violated {
      return [
        Fix(
          "install what \(violated.distribution) requires", commands: [evidence.installer.install(violated.requirement)]
        )
      ]
    }
    return raiser.map { [evidence.newer($0)] } ?? []
  }

  private func sentence(_ raiser: String?, _ other: String?, _ evidence: Evidence) -> String {
    let subject = raiser.map { evidence.label($0) } ?? (evidence.isLive ? "The code" : "Installed code")
    return other.map { "\(subject) and \(evidence.label($0)) do not fit one another." }
      ?? "\(subject) may not fit something that it uses: its own code fails in a way that a released one seldom does."
  }

  private func conflict(_ raiser: String?, _ other: String?, _ evidence: Evidence) -> Unfulfilled? {
    guard let raiser else { return nil }
    if let other {
      return evidence.conflict(of: raiser, with: other) ?? evidence.conflict(of: other, with: raiser)
    }
    return evidence.environment?.conflicts.first { $0.kind == .version && $0.isAbout(raiser) }
  }

  /// Whether a text shows some other exception of installed code, which other installed code called, and that no loader has
  /// a part in.
  private static func isOfInstalledCode(_ exception: RaisedException, _ evidence: Evidence) -> Bool {
    !evidence.isLive && exception.complaint == .other && exception.raiser?.owner.distribution != nil
      && exception.caller?.owner.distribution != nil && evidence.failure.loaderMessages.isEmpty
      && ["ValueError", "RuntimeError", "AssertionError", "KeyError", "Exception"].contains(exception.type)
  }

  /// Whether a text was cut off where a module refuses a name (PEP 562).
  private static func refusesName(_ exception: RaisedException) -> Bool {
    exception.type == "?" && exception.deepest?.function == "__getattr__"
  }

  private static func isAttribute(_ complaint: Complaint) -> Bool {
    switch complaint {
    case .noAttribute, .noModuleAttribute: true
    default: false
    }
  }

  /// Whether it tells of an interface that is not as it was expected, whoever uses it.
  private static func isOfInterface(_ exception: RaisedException) -> Bool {
    if case .arguments = exception.complaint {
      true
    } else {
      isAttribute(exception.complaint) || exception.frames.isEmpty
    }
  }

  /// Whether the user's own code uses an installed package as that does not want to be used; `None` and other values of
  /// Python's own, which may come of it as well, are seldom a matter of releases.
  private static func isOfLibrary(_ complaint: Complaint, _ origin: NameOrigin?) -> Bool {
    guard let origin, origin.isSubject else { return false }
    return if case .noAttribute(_, let type) = complaint { !builtIn.contains(type) } else { true }
  }

  /// Types of Python itself (Library Reference, "Built-in Types").
  private static let builtIn: Set<String> = [
    "NoneType", "bool", "builtin_function_or_method", "bytearray", "bytes", "code", "complex", "coroutine", "dict",
    "ellipsis", "float", "frozenset", "function", "generator", "int", "list", "map", "memoryview", "method", "module",
    "object", "range", "set", "str", "tuple", "type", "unicode", "zip",
  ]

  private static func owner(of complaint: Complaint, _ evidence: Evidence) -> String? {
    switch complaint {
    case .noAttribute(_, let type): classes[type]
    case .noModuleAttribute(_, let module, _): evidence.provider(of: module)
    default: nil
    }
  }

  /// Classes that name their package in messages, of packages whose interface changed under many others.
  private static let classes: [String: String] = [
    "FieldInfo": "pydantic", "ModelField": "pydantic", "ModelMetaclass": "pydantic", "BaseModel": "pydantic",
    "EntryPoints": "importlib-metadata", "EntryPoint": "importlib-metadata", "DataFrame": "pandas", "Series": "pandas",
    "Index": "pandas", "ndarray": "numpy", "Engine": "sqlalchemy", "Connection": "sqlalchemy",
    "MessageFactory": "protobuf", "HfFolder": "huggingface-hub", "Tensor": "torch", "Session": "requests",
    "MetaData": "sqlalchemy", "ParserElement": "pyparsing", "FreeTypeFont": "pillow", "ImageDraw": "pillow",
  ]
}
