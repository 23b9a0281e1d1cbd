/// A Python exception, copied out of the interpreter.
package struct ExceptionFacts: Sendable, Equatable {
  package var type: String
  package var qualifiedType: String
  package var message: String
  package var notes: [String]
  package var frames: [FrameFacts]
  package var relation: Relation?
  /// The exception that came before it, or the members of a group.
  package var inner: [ExceptionFacts]
  package var syntax: SyntaxFacts?
  /// `name` and `path` of an ImportError, `name` of an AttributeError or NameError.
  package var name: String?
  package var path: PythonPath?
  /// What Python proposes below or behind the message when it prints one; no part of the message (`Did you mean: 'x'?`).
  package var suggestion: String?
  /// The exit status that a SystemExit asks for.
  package var exitCode: Int32?
  /// The text Python itself would print; only on the outermost exception.
  package var traceback: String?

  package init(type: String, qualifiedType: String, message: String) {
    self.type = type
    self.qualifiedType = qualifiedType
    self.message = message
    notes = []
    frames = []
    inner = []
  }
}

/// How an exception in `inner` belongs to the one that holds it (PEP 3134); members of a group have none.
package enum Relation: String, Sendable, Codable {
  case cause, context
}

/// One entry of a traceback.
package struct FrameFacts: Sendable, Equatable {
  package var file: PythonPath
  /// Counted from 1; 0 where it is not known.
  package var line: Int
  /// `?` where it is not known.
  package var function: String
  /// The line of code, without the white space around it, where a text showed it.
  package var source: String?
  /// The part of `source` that failed, in bytes, where a text marked it (PEP 657).
  package var mark: Range<Int>?
  /// Local variables, where a text showed them.
  package var variables: [VariableFacts] = []

  package init(file: PythonPath, line: Int, function: String) {
    self.file = file
    self.line = line
    self.function = function
  }
}

/// A variable of a frame, and its value as it was shown.
package struct VariableFacts: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Where a SyntaxError says that the error is.
package struct SyntaxFacts: Sendable, Equatable {
  package var file: PythonPath?
  package var line: Int?
  package var column: Int?
  package var text: String?

  package init(file: PythonPath?, line: Int?, column: Int?, text: String?) {
    self.file = file
    self.line = line
    self.column = column
    self.text = text
  }
}
