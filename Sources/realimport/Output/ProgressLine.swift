import Probing
import SystemCalls
import Reporting
import SystemPackage

/// One line on the terminal's standard error that says what is running; it is taken away before anything else is
/// written.
struct ProgressLine {
  private let width: Int
  private var isShown = false
  private var module: String?
  private var since = ContinuousClock.now
  private var next = ContinuousClock.now

  /// `nil` where standard error is no terminal.
  init?() {
    guard Terminal.isTerminal(.standardError) else { return nil }
    width = Terminal.width(.standardError) ?? 80
  }

  /// Nothing is shown of imports that end at once, and nothing more often than a person can read.
  private static let interval = Duration.milliseconds(150)

  mutating func show(_ observation: Observation) {
    let current = observation.modules.last(where: \.began)?.plan.module
    if module != current {
      (module, since, next) = (current, .now, .now + Self.interval)
    }
    guard let current, ContinuousClock.now >= next else { return }
    next = .now + Self.interval
    let seconds = (ContinuousClock.now - since).components.seconds
    let importing = observation.importing.map { ", importing \($0)" } ?? ""
    write("\r\u{1B}[K" + Plain.line("\(current)  \(seconds) s\(importing)").prefix(width - 1))
    isShown = true
  }

  mutating func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(Array(text.utf8))
  }
}
