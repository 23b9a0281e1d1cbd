/// One comparison of a marker, such as `python_version < '3.9'`.
struct MarkerComparison: Hashable, Sendable {
  enum Operand: Hashable, Sendable {
    case variable(MarkerVariable)
    case value(String)
  }

  enum Sign: Hashable, Sendable {
    /// Those of versions, which strings are compared with, too.
    case version(Specifier.Operator)
    case isIn
    case isNotIn

    var text: String {
      switch self {
      case .version(let sign): sign.rawValue
      case .isIn: "in"
      case .isNotIn: "not in"
      }
    }
  }

  let left: Operand
  let sign: Sign
  let right: Operand
}

extension MarkerComparison {
  /// The same with names of extras and of dependency groups in their normal form (PEP 685, PEP 735).
  var normalized: MarkerComparison {
    switch (left, right) {
    case (.variable(.extra), .value(let text)):
      MarkerComparison(left: left, sign: sign, right: .value(DistributionName(text).normalized))
    case (.value(let text), .variable(let variable)) where variable == .extra || variable.isSet:
      MarkerComparison(left: .value(DistributionName(text).normalized), sign: sign, right: right)
    default: self
    }
  }
}

extension MarkerComparison: CustomStringConvertible {
  var description: String { "\(left) \(sign.text) \(right)" }
}

extension MarkerComparison.Operand: CustomStringConvertible {
  /// In double quotes, in single ones if there is a double quote inside.
  ///
  /// With both inside, `packaging` has no text at all; here the double quotes are escaped, which reads back.
  var description: String {
    switch self {
    case .variable(let variable): variable.rawValue
    case .value(let text):
      if !text.utf8.contains(.quote) {
        "\"\(text)\""
      } else if !text.utf8.contains(UInt8(ascii: "'")) {
        "'\(text)'"
      } else {
        "\"\(text.replacing("\"", with: #"\x22"#))\""
      }
    }
  }
}
