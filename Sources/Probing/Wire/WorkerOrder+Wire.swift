extension WorkerOrder: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    switch self {
    case .start(let start): wire.put(0, start)
    case .probe(let plans, let shutdown, let stays):
      wire.put(1, plans, shutdown)
      stays.encode(to: &wire)
    case .preload(let module): wire.put(2, module)
    case .fork(let channels): wire.put(3, channels)
    case .reap(let child): wire.put(4, child)
    case .keep(let channels): wire.put(5, channels)
    case .finish: wire.tag(6)
    case .cacheBytecode(let folder): wire.put(7, folder)
    }
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    switch try wire.tag() {
    case 0: self = .start(try WorkerStart(from: &wire))
    case 1:
      self = .probe(
        try [ModulePlan](from: &wire), then: try Shutdown(from: &wire), stays: try Bool(from: &wire))
    case 2: self = .preload(try String(from: &wire))
    case 3: self = .fork(try WorkerChannels(from: &wire))
    case 4: self = .reap(try Int32(from: &wire))
    case 5: self = .keep(try WorkerChannels(from: &wire))
    case 6: self = .finish
    case 7: self = .cacheBytecode(try PythonPath(from: &wire))
    default: throw WireProblem()
    }
  }
}

extension WireEncoder {
  mutating func put(_ tag: UInt8, _ value: some WireCodable) {
    self.tag(tag)
    value.encode(to: &self)
  }

  mutating func put(_ tag: UInt8, _ first: some WireCodable, _ second: some WireCodable) {
    put(tag, first)
    second.encode(to: &self)
  }
}

extension WorkerStart: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    libpython.encode(to: &wire)
    executable.encode(to: &wire)
    safePath.encode(to: &wire)
    channels.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      libpython: try PythonPath(from: &wire), executable: try PythonPath(from: &wire),
      safePath: try Bool(from: &wire), channels: try WorkerChannels(from: &wire))
  }
}

extension WorkerChannels: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    front.encode(to: &wire)
    messages.encode(to: &wire)
    evidence.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(front: try Int32(from: &wire), messages: try Int32(from: &wire), evidence: try Int32(from: &wire))
  }
}

extension ModulePlan: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    module.encode(to: &wire)
    attributes.encode(to: &wire)
    expressions.encode(to: &wire)
    questions.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      module: try String(from: &wire), attributes: try [String](from: &wire), expressions: try [String](from: &wire))
    questions = try [String](from: &wire)
  }
}

extension Shutdown: WireCodable {
  package func encode(to wire: inout WireEncoder) { wire.tag(self == .whole ? 0 : 1) }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    switch try wire.tag() {
    case 0: self = .whole
    case 1: self = .brief
    default: throw WireProblem()
    }
  }
}
