package import SystemCalls

/// An environment variable that matters to imports, its value fit to be shown to everybody.
package struct NotableVariable: Sendable, Equatable {
  package var name: String
  /// Bytes as the system keeps them, secrets replaced, and cut at ``longestValue``.
  package var value: [UInt8]
  /// Whether something was replaced.
  package var isRedacted: Bool
}

extension NotableVariable {
  /// Bytes; some programs keep whole files in a variable.
  package static let longestValue = 8192

  /// Those of the families that matter, sorted by name.
  package static func all(_ environment: ProcessEnvironment) -> [NotableVariable] {
    environment.entries.compactMap(NotableVariable.init).sorted { $0.name < $1.name }
  }

  /// `entry ::= name '=' value`; `nil` for a name that does not matter.
  private init?(_ entry: [UInt8]) {
    guard let sign = entry.firstIndex(of: UInt8(ascii: "=")),
      let name = String(validating: entry[..<sign], as: UTF8.self), VariableFamilies.contain(name)
    else { return nil }
    // A secret that the end cuts would keep its first part if redaction came after the cut.
    let shown = Redaction(name: entry[..<sign], value: Array(entry[sign...].dropFirst()))
    self.init(name: name, value: Array(shown.value.prefix(Self.longestValue)), isRedacted: shown.isRedacted)
  }
}
