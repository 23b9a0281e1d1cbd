import Probing
import Reporting
import SystemCalls
import SystemPackage

/// One line on the terminal's standard error that says what is running; it is taken away before anything else is
/// written.
struct ProgressLine {
  private let width: Int
  private var isShown = false
  private var next = ContinuousClock.now + Self.interval
  private let started = ContinuousClock.now
  /// When each module that runs now was first seen.
  private var since: [String: ContinuousClock.Instant] = [:]
  private var total = 0
  private var done = 0
  private var failed = 0

  /// `nil` where standard error is no terminal.
  init?() {
    guard Terminal.isTerminal(.standardError) else { return nil }
    width = Terminal.width(.standardError) ?? 80
  }

  /// Nothing is shown of imports that end at once, and nothing more often than a person can read.
  private static let interval = Duration.milliseconds(150)

  mutating func plan(_ count: Int) { total += count }

  mutating func note(_ check: CheckReport) {
    done += 1
    if !check.isGood { failed += 1 }
  }

  mutating func show(_ observations: [Observation]) {
    let now = ContinuousClock.now
    let names = observations.compactMap { $0.modules.last(where: \.began)?.plan.module }
    since = Dictionary(names.map { ($0, since[$0] ?? now) }, uniquingKeysWith: min)
    guard now >= next else { return }
    next = now + Self.interval
    let running = observations.compactMap(describe)
    guard !running.isEmpty || done > 0 else { return }
    write("\r\u{1B}[K" + Plain.line((counts + running).joined(separator: " · ")).prefix(width - 1))
    isShown = true
  }

  /// `12 of 150, 1 failed, 20 s left`; nothing for a single target.
  private var counts: [String] {
    guard total > 1 else { return [] }
    var parts = ["\(done) of \(total)"]
    if failed > 0 { parts.append("\(failed) failed") }
    if done >= Self.enoughToGuess {
      let each = (ContinuousClock.now - started) / done
      parts.append("\((each * max(total - done, 0)).components.seconds) s left")
    }
    return [parts.joined(separator: ", ")]
  }

  private static let enoughToGuess = 5

  private func describe(_ observation: Observation) -> String? {
    guard let module = observation.modules.last(where: \.began)?.plan.module else { return nil }
    let seconds = since[module].map { (ContinuousClock.now - $0).components.seconds } ?? 0
    let importing = observation.importing.map { $0 == module ? "" : ", importing \($0)" } ?? ""
    return "\(module) \(seconds) s\(importing)"
  }

  mutating func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(Array(text.utf8))
  }
}
