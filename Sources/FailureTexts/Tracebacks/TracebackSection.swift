internal import Probing

/// One traceback and the exception below it: a link of a chain.
struct TracebackSection {
  var facts = ExceptionFacts(type: "?", qualifiedType: "?", message: "")
  var form = TextForm.python
  /// Of the text: the first and the last line that it was read from.
  var lines: ClosedRange<Int>
  var hasHeader = false
  /// The line of the exception was there.
  var hasException = false
  /// Something within was left out.
  var hasGap = false

  var isTruncated: Bool { hasGap || !hasException || (!hasHeader && !facts.frames.isEmpty) }

  mutating func name(_ line: ExceptionLine) {
    let type = line.type.text
    facts.type = type
    // A type without a dot is built in, or of `__main__`; the text does not tell which.
    facts.qualifiedType =
      line.qualifiedType.count > line.type.count || !BuiltinExceptions.names.contains(type)
      ? line.qualifiedType.text : "builtins." + type
  }

  /// The exception that the rest of the traceback shows it to be.
  mutating func nameSyntaxError() {
    facts.type = "SyntaxError"
    facts.qualifiedType = "builtins.SyntaxError"
  }

  mutating func extend(to line: Int) {
    lines = lines.lowerBound...max(lines.upperBound, line)
  }
}

/// The exceptions that are built in: CPython 3.14, Lib/test/exception_hierarchy.txt, and those that Python 2 had.
enum BuiltinExceptions {
  static let names: Set<String> = [
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup", "BlockingIOError",
    "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError", "ConnectionAbortedError",
    "ConnectionError", "ConnectionRefusedError", "ConnectionResetError", "DeprecationWarning", "EOFError",
    "EncodingWarning", "EnvironmentError", "Exception", "ExceptionGroup", "FileExistsError", "FileNotFoundError",
    "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError", "ImportError", "ImportWarning",
    "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt",
    "LookupError", "MemoryError", "ModuleNotFoundError", "NameError", "NotADirectoryError", "NotImplementedError",
    "OSError", "OverflowError", "PendingDeprecationWarning", "PermissionError", "ProcessLookupError",
    "PythonFinalizationError", "RecursionError", "ReferenceError", "ResourceWarning", "RuntimeError",
    "RuntimeWarning", "StandardError", "StopAsyncIteration", "StopIteration", "SyntaxError", "SyntaxWarning",
    "SystemError", "SystemExit", "TabError", "TimeoutError", "TypeError", "UnboundLocalError",
    "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError", "UnicodeWarning",
    "UserWarning", "ValueError", "Warning", "WindowsError", "ZeroDivisionError",
  ]

  /// Those that carry the place of an error in code.
  static let ofSyntax: Set<String> = ["SyntaxError", "IndentationError", "TabError"]
}
