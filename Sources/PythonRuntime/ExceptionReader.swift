internal import Probing

/// Copies an exception, all that it was caused by, and its text out of the interpreter.
///
/// Nothing of it is trusted: `__str__` may raise, a chain may be a cycle, a traceback may have a million frames.
struct ExceptionReader {
  let python: Python
  /// Exceptions already copied, by identity; they are alive as long as the outermost one is.
  private var seen: Set<UInt> = []

  init(_ python: Python) {
    self.python = python
  }

  /// How many exceptions of one chain or group are copied.
  static let exceptionLimit = 200
  /// How many frames of one traceback are copied, half from each end.
  static let frameLimit = 2000

  static func facts(of exception: borrowing PythonReference, _ python: Python) -> ExceptionFacts {
    var reader = ExceptionReader(python)
    var facts = reader.read(exception)
    facts.traceback = TracebackText(python).text(of: exception)
    return facts
  }

  /// Without the text, for which some versions of Python import modules of their own.
  static func brief(_ exception: borrowing PythonReference, _ python: Python) -> ExceptionFacts {
    var reader = ExceptionReader(python)
    return reader.read(exception)
  }

  private mutating func read(_ exception: borrowing PythonReference) -> ExceptionFacts {
    seen.insert(exception.address)
    var facts = named(exception)
    facts.notes = notes(of: exception)
    facts.frames = FrameReader(python).frames(of: exception)
    facts.syntax = python.isInstance(exception, of: "SyntaxError") ? syntax(of: exception) : nil
    facts.name = text("name", of: exception)
    facts.path = path("path", of: exception)
    facts.exitCode = python.isInstance(exception, of: "SystemExit") ? exitCode(of: exception) : nil
    facts.inner = members(of: exception) + predecessor(of: exception)
    return facts
  }

  private func named(_ exception: borrowing PythonReference) -> ExceptionFacts {
    guard let type = python.type(of: exception) else {
      return ExceptionFacts(type: "?", qualifiedType: "?", message: message(of: exception))
    }
    let module = text("__module__", of: type) ?? "<unknown>"
    let qualifiedName = text("__qualname__", of: type) ?? "?"
    return ExceptionFacts(
      type: text("__name__", of: type) ?? qualifiedName, qualifiedType: "\(module).\(qualifiedName)",
      message: message(of: exception))
  }

  private func message(of exception: borrowing PythonReference) -> String {
    switch python.string(of: exception) {
    case .value(let text): python.text(of: text) ?? Self.unprintable
    case .raised: Self.unprintable
    }
  }

  /// The words of CPython's traceback.c for the same misfortune.
  private static let unprintable = "<exception str() failed>"

  /// `add_note` of PEP 678.
  private func notes(of exception: borrowing PythonReference) -> [String] {
    guard let notes = python.present("__notes__", of: exception) else { return [] }
    var texts: [String] = []
    for index in 0..<min(python.count(notes), Self.exceptionLimit) {
      if let note = python.element(index, of: notes), let text = python.text(of: note) { texts.append(text) }
    }
    return texts
  }

  /// The members of an exception group (PEP 654).
  private mutating func members(of exception: borrowing PythonReference) -> [ExceptionFacts] {
    guard let group = python.builtin("BaseExceptionGroup"), python.isInstance(exception, ofType: group),
      let members = python.present("exceptions", of: exception)
    else { return [] }
    var facts: [ExceptionFacts] = []
    for index in 0..<python.count(members) {
      guard let member = python.element(index, of: members), isNew(member) else { continue }
      facts.append(read(member))
    }
    return facts
  }

  /// What Python prints above an exception: its cause, else its context unless that is suppressed (PEP 409).
  private mutating func predecessor(of exception: borrowing PythonReference) -> [ExceptionFacts] {
    if let cause = python.present("__cause__", of: exception) {
      return isNew(cause) ? [related(cause, .cause)] : []
    }
    guard let context = python.present("__context__", of: exception), isNew(context),
      let suppressed = python.attribute("__suppress_context__", of: exception), python.integer(of: suppressed) == 0
    else { return [] }
    return [related(context, .context)]
  }

  private mutating func related(_ exception: borrowing PythonReference, _ relation: Relation) -> ExceptionFacts {
    var facts = read(exception)
    facts.relation = relation
    return facts
  }

  private func isNew(_ exception: borrowing PythonReference) -> Bool {
    seen.count < Self.exceptionLimit && !seen.contains(exception.address)
  }

  private func syntax(of exception: borrowing PythonReference) -> SyntaxFacts {
    SyntaxFacts(
      file: path("filename", of: exception), line: integer("lineno", of: exception),
      column: integer("offset", of: exception), text: text("text", of: exception))
  }

  /// As Python's own handling of SystemExit: None is 0, a number is itself, anything else is printed and is 1.
  private func exitCode(of exception: borrowing PythonReference) -> Int32 {
    guard let code = python.attribute("code", of: exception) else { return 1 }
    if python.isNone(code) { return 0 }
    return python.integer(of: code).map { Int32(truncatingIfNeeded: $0 & 0xFF) } ?? 1
  }

  private func text(_ name: String, of object: borrowing PythonReference) -> String? {
    guard let value = python.attribute(name, of: object) else { return nil }
    return python.text(of: value)
  }

  private func path(_ name: String, of object: borrowing PythonReference) -> PythonPath? {
    guard let value = python.attribute(name, of: object) else { return nil }
    return python.path(of: value)
  }

  private func integer(_ name: String, of object: borrowing PythonReference) -> Int? {
    guard let value = python.attribute(name, of: object) else { return nil }
    return python.integer(of: value)
  }
}
