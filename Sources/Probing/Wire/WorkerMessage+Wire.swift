extension WorkerMessage: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    switch self {
    case .cannotStart(let problem): wire.put(0, problem)
    case .ready(let facts): wire.put(1, facts)
    case .began(let index): wire.put(2, index)
    case .imported(let index, let facts): wire.put(3, index, facts)
    case .version(let index, let facts): wire.put(4, index, facts)
    case .attribute(let index, let facts): wire.put(5, index, facts)
    case .submodule(let index, let path, let facts):
      wire.put(6, index, path)
      facts.encode(to: &wire)
    case .done(let facts): wire.put(7, facts)
    case .forked(let child): wire.put(8, child)
    case .preloaded(let facts): wire.put(9, facts)
    case .reaped(let child, let status): wire.put(10, child, status)
    case .kept(let child): wire.put(11, child)
    case .expression(let index, let facts): wire.put(12, index, facts)
    case .value(let index, let facts): wire.put(13, index, facts)
    }
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    switch try wire.tag() {
    case 0: self = .cannotStart(try StartProblem(from: &wire))
    case 1: self = .ready(try InterpreterFacts(from: &wire))
    case 2: self = .began(try Int(from: &wire))
    case 3: self = .imported(try Int(from: &wire), try ImportFacts(from: &wire))
    case 4: self = .version(try Int(from: &wire), try VersionFacts(from: &wire))
    case 5: self = .attribute(try Int(from: &wire), try AttributeFacts(from: &wire))
    case 6:
      self = .submodule(try Int(from: &wire), path: try String(from: &wire), try SubmoduleFacts(from: &wire))
    case 7: self = .done(try RunFacts(from: &wire))
    case 8: self = .forked(try Int32(from: &wire))
    case 9: self = .preloaded(try PreloadFacts(from: &wire))
    case 10: self = .reaped(try Int32(from: &wire), status: try Int32?(from: &wire))
    case 11: self = .kept(try Int32(from: &wire))
    case 12: self = .expression(try Int(from: &wire), try ExpressionFacts(from: &wire))
    case 13: self = .value(try Int(from: &wire), try ValueFacts(from: &wire))
    default: throw WireProblem()
    }
  }
}
