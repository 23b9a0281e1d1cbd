/// Where a name in a line of code comes from.
package struct NameOrigin: Sendable, Equatable {
  /// As the line has it.
  package var name: String
  /// The module of another distribution that it was taken from, dotted.
  package var module: String
  package var distribution: String
  /// Whether the line takes from it, or calls by it, what the exception is about.
  package var isSubject: Bool

  package init(name: String, module: String, distribution: String, isSubject: Bool) {
    (self.name, self.module, self.distribution, self.isSubject) = (name, module, distribution, isSubject)
  }
}

extension RaisedException {
  /// The attribute that something does not have, or the function or class that was called with wrong arguments.
  package var subject: String? {
    switch complaint {
    case .noAttribute(let name, _), .noModuleAttribute(let name, _, _): name
    case .arguments(let function): function.split(separator: ".").map(String.init).last { $0 != "__init__" }
    default: nil
    }
  }

  /// The keyword argument that a function or class was called with and does not know.
  package var refusedKeyword: String? {
    guard case .arguments = complaint else { return nil }
    return message.after("got an unexpected keyword argument ")?.quotedName
  }

  /// The name by which the line that raised came to another distribution: to what the exception is about, else to the only
  /// other one that has a part in it.
  var origin: NameOrigin? {
    origins.first(where: \.isSubject) ?? (Set(origins.map(\.distribution)).count == 1 ? origins.first : nil)
  }
}
