/// How grave a log line says that it is; the names of Python's logging and of loguru.
package enum LogLevel: String, Sendable, Equatable {
  case trace, debug, info, success, warning, error, critical

  /// - Parameter word: In upper case, as loggers write it.
  init?(_ word: Bytes) {
    guard (4...9).contains(word.count), let level = Self.names[word.text] else { return nil }
    self = level
  }

  /// - Parameter initial: As Google's loggers of C++ write it.
  init?(initial: UInt8) {
    switch initial {
    case UInt8(ascii: "I"): self = .info
    case UInt8(ascii: "W"): self = .warning
    case UInt8(ascii: "E"): self = .error
    case UInt8(ascii: "F"): self = .critical
    default: return nil
    }
  }

  private static let names: [String: LogLevel] = [
    "TRACE": .trace, "DEBUG": .debug, "INFO": .info, "SUCCESS": .success, "WARNING": .warning, "WARN": .warning,
    "ERROR": .error, "CRITICAL": .critical, "FATAL": .critical,
  ]
}
