internal import Probing

/// Evaluates an expression that must be true, in the namespace that the imports were made in.
struct ExpressionProbe {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  func facts(of expression: String) -> ExpressionFacts {
    ProgramText(python).show(expression)
    switch answer(to: expression) {
    case .holds:
      return ExpressionFacts(
        expression: expression, holds: true, trueForm: ExpressionForm(python).trueForm(of: expression))
    case .fails: return ExpressionFacts(expression: expression, holds: false, values: values(in: expression))
    case .raised(let exception): return ExpressionFacts(expression: expression, holds: false, exception: exception)
    }
  }

  private enum Answer {
    case holds, fails
    case raised(ExceptionFacts?)
  }

  /// As in parentheses, which may hold line ends and white space.
  private func answer(to expression: String) -> Answer {
    switch python.value(of: "(\(expression)\n)") {
    case .value(let value):
      guard let holds = python.isTrue(value) else {
        return .raised(ExceptionReader.facts(of: .raised(python.fetchRaised()), python))
      }
      return holds ? .holds : .fails
    case .raised(let exception):
      return .raised(ExceptionReader.facts(of: .raised(exception), python))
    }
  }

  /// Evaluates once more, and notes what the parts come to on the way.
  private func values(in expression: String) -> [ExpressionValue] {
    guard let function = python.define("parts", by: Self.helper), let source = python.string(expression),
      let main = python.mainNamespace, let parts = python.call(function, source, main)
    else { return [] }
    return (0..<python.count(parts)).compactMap { index in
      guard let part = python.element(index, of: parts), let name = python.element(0, of: part),
        let value = python.element(1, of: part), let nameText = python.text(of: name),
        let valueText = python.text(of: value)
      else { return nil }
      return ExpressionValue(expression: nameText, value: valueText)
    }
  }

  /// Operands of comparisons, `and`, `or`, `not`, and what functions are called with: what a reader would print next.
  private static let helper = """
    def parts(source, namespace):
        import ast
        noted = []
        def note(text, value):
            try: shown = repr(value)
            except BaseException as error: shown = '<repr raises %s>' % type(error).__name__
            if text not in [known for known, _ in noted] and len(noted) < 20:
                noted.append((text, shown if len(shown) <= 500 else shown[:500] + '…'))
            return value
        class Noting(ast.NodeTransformer):
            def noting(self, node):
                inner = self.visit(node)
                text = ast.get_source_segment(source, node)
                if text is None or isinstance(node, (ast.Constant, ast.Starred)): return inner
                call = ast.Call(ast.Name('__realimport_note', ast.Load()), [ast.Constant(text), inner], [])
                return ast.copy_location(call, node)
            def visit_Compare(self, node):
                node.left = self.noting(node.left)
                node.comparators = [self.noting(part) for part in node.comparators]
                return node
            def visit_BoolOp(self, node):
                node.values = [self.noting(part) for part in node.values]
                return node
            def visit_UnaryOp(self, node):
                node.operand = self.noting(node.operand)
                return node
            def visit_Call(self, node):
                node.args = [self.noting(part) for part in node.args]
                return node
        source = '(' + source + '\\n)'
        tree = ast.parse(source, mode='eval')
        body = tree.body
        tree.body = Noting().visit(body)
        ast.fix_missing_locations(tree)
        space = dict(namespace)
        space['__realimport_note'] = note
        value = eval(compile(tree, '<string>', 'eval'), space)
        if not noted: note(ast.get_source_segment(source, body), value)
        return noted
    """
}
