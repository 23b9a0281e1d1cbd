/// A value of a TOML document (toml.io, "TOML v1.0.0"), as far as the configuration tells values apart.
enum TOMLItem: Sendable, Hashable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  /// A date, a time, or both; no key takes one.
  case time
  case array([TOMLItem])
  case table([String: TOMLItem])

  /// The kind with its article, as a message names it.
  var kind: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .float: "a float"
    case .boolean: "a boolean"
    case .time: "a date or time"
    case .array: "an array"
    case .table: "a table"
    }
  }
}
