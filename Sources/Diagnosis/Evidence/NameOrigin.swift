/// Where a name in a line of code comes from.
package struct NameOrigin: Sendable, Equatable {
  /// As the line has it.
  package var name: String
  /// The module of another distribution that it was taken from, dotted.
  package var module: String
  package var distribution: String

  package init(name: String, module: String, distribution: String) {
    (self.name, self.module, self.distribution) = (name, module, distribution)
  }
}

extension RaisedException {
  /// The attribute that something does not have.
  package var wantedAttribute: String? {
    switch complaint {
    case .noAttribute(let name, _), .noModuleAttribute(let name, _, _): name
    default: nil
    }
  }

  /// The name in the line that raised by which it came to another distribution: of what lacks an attribute, of what was
  /// called with wrong arguments, else of the only other distribution that has a part in the line.
  var origin: NameOrigin? {
    if case .arguments(let function) = complaint {
      let parts = function.split(separator: ".").map(String.init)
      if let called = origins.first(where: { parts.contains($0.name) }) { return called }
    }
    return Set(origins.map(\.distribution)).count == 1 ? origins.first : nil
  }
}
