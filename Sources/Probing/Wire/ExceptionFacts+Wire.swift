extension ExceptionFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    type.encode(to: &wire)
    qualifiedType.encode(to: &wire)
    message.encode(to: &wire)
    notes.encode(to: &wire)
    frames.encode(to: &wire)
    relation.encode(to: &wire)
    inner.encode(to: &wire)
    syntax.encode(to: &wire)
    name.encode(to: &wire)
    path.encode(to: &wire)
    suggestion.encode(to: &wire)
    exitCode.encode(to: &wire)
    traceback.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      type: try String(from: &wire), qualifiedType: try String(from: &wire), message: try String(from: &wire))
    notes = try [String](from: &wire)
    frames = try [FrameFacts](from: &wire)
    relation = try Relation?(from: &wire)
    inner = try wire.nested { wire throws(WireProblem) in try [ExceptionFacts](from: &wire) }
    syntax = try SyntaxFacts?(from: &wire)
    name = try String?(from: &wire)
    path = try PythonPath?(from: &wire)
    suggestion = try String?(from: &wire)
    exitCode = try Int32?(from: &wire)
    traceback = try String?(from: &wire)
  }
}

extension Relation: WireCodable {
  package func encode(to wire: inout WireEncoder) { rawValue.encode(to: &wire) }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    guard let value = Relation(rawValue: try String(from: &wire)) else { throw WireProblem() }
    self = value
  }
}

extension FrameFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    file.encode(to: &wire)
    line.encode(to: &wire)
    function.encode(to: &wire)
    source.encode(to: &wire)
    mark.encode(to: &wire)
    variables.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(file: try PythonPath(from: &wire), line: try Int(from: &wire), function: try String(from: &wire))
    source = try String?(from: &wire)
    mark = try Range<Int>?(from: &wire)
    variables = try [VariableFacts](from: &wire)
  }
}

extension VariableFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    name.encode(to: &wire)
    value.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(name: try String(from: &wire), value: try String(from: &wire))
  }
}

extension SyntaxFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    file.encode(to: &wire)
    line.encode(to: &wire)
    column.encode(to: &wire)
    text.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      file: try PythonPath?(from: &wire), line: try Int?(from: &wire), column: try Int?(from: &wire),
      text: try String?(from: &wire))
  }
}
