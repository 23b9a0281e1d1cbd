/// Finds expressions that say nothing of what was imported, since they are true by their form alone.
///
/// Python itself warns of the most common one where it stands in a statement: "assertion is always true, perhaps remove
/// parentheses?" (CPython, Python/codegen.c, `codegen_assert`).
struct ExpressionForm {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  /// The kind of its outermost part, as Python's `ast` names it, where that makes it true; else `nil`.
  func trueForm(of expression: String) -> String? {
    guard let function = python.define("true_form", by: Self.helper), let source = python.string(expression),
      let form = python.call(function, source), !python.isNone(form)
    else { return nil }
    return python.text(of: form)
  }

  /// The number is `ast.PyCF_ONLY_AST`; `ast` itself need not be imported. What is unpacked into a display may be empty.
  private static let helper = """
    def true_form(source):
        tree = compile('(' + source + '\\n)', '<string>', 'eval', 0x400, True).body
        kind = type(tree).__name__
        if kind == 'Constant': found = bool(tree.value)
        elif kind == 'Dict': found = any(key is not None for key in tree.keys)
        elif kind in ('Tuple', 'List', 'Set'): found = any(type(part).__name__ != 'Starred' for part in tree.elts)
        else: found = kind in ('Lambda', 'GeneratorExp')
        return kind if found else None
    """
}

extension Python {
  /// A function of that name that a text defines, in a namespace of its own; `nil` where that raised.
  func define(_ name: String, by source: String) -> PythonReference? {
    guard let exec = builtin("exec"), let dict = builtin("dict"), let space = call(dict), let text = string(source),
      call(exec, text, space.copy()) != nil
    else { return nil }
    return item(name, of: space)
  }
}
