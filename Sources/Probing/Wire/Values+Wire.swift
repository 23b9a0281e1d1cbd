extension Int: WireCodable {
  package func encode(to wire: inout WireEncoder) { wire.number(UInt64(bitPattern: Int64(self))) }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self = Int(Int64(bitPattern: try wire.number()))
  }
}

extension Range: WireCodable where Bound == Int {
  package func encode(to wire: inout WireEncoder) {
    lowerBound.encode(to: &wire)
    upperBound.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    let lower = try Int(from: &wire)
    let upper = try Int(from: &wire)
    guard lower <= upper else { throw WireProblem() }
    self = lower..<upper
  }
}

extension Int32: WireCodable {
  package func encode(to wire: inout WireEncoder) { Int(self).encode(to: &wire) }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    guard let value = Int32(exactly: try Int(from: &wire)) else { throw WireProblem() }
    self = value
  }
}

extension Double: WireCodable {
  package func encode(to wire: inout WireEncoder) { wire.number(bitPattern) }

  /// Infinite numbers are refused: no report can hold them.
  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(bitPattern: try wire.number())
    guard isFinite else { throw WireProblem() }
  }
}

extension Bool: WireCodable {
  package func encode(to wire: inout WireEncoder) { wire.tag(self ? 1 : 0) }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    switch try wire.tag() {
    case 0: self = false
    case 1: self = true
    default: throw WireProblem()
    }
  }
}

extension String: WireCodable {
  package func encode(to wire: inout WireEncoder) { wire.text(self) }
  package init(from wire: inout WireDecoder) throws(WireProblem) { self = try wire.text() }
}

extension Optional: WireCodable where Wrapped: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    (self != nil).encode(to: &wire)
    self?.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self = try Bool(from: &wire) ? try Wrapped(from: &wire) : nil
  }
}

extension Array: WireCodable where Element: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    count.encode(to: &wire)
    for element in self { element.encode(to: &wire) }
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    let count = try Int(from: &wire)
    // Each element has a byte at least: a count that is too high ends with the bytes.
    self = []
    while self.count < count { append(try Element(from: &wire)) }
  }
}

extension PythonPath: WireCodable {
  package func encode(to wire: inout WireEncoder) { wire.text(description) }
  package init(from wire: inout WireDecoder) throws(WireProblem) { self.init(text: try wire.text()) }
}
