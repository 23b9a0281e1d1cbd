import Probing
import SystemCalls
import Reporting
import SystemPackage

/// Shows results on standard output as they come, and meanwhile on a terminal what is going on.
final class TerminalDisplay: CheckDisplay {
  private let renderer: TextRenderer
  private let isQuiet: Bool
  private var progress: ProgressLine?

  init(_ renderer: TextRenderer, isQuiet: Bool, progress: ProgressLine?) {
    self.renderer = renderer
    self.isQuiet = isQuiet
    self.progress = progress
  }

  func started(_ environment: EnvironmentReport) {
    guard !isQuiet else { return }
    progress?.clear()
    print(renderer.header(environment), flush: true)
  }

  func noted(_ warning: WarningReport) {
    guard !isQuiet else { return }
    progress?.clear()
    print(renderer.warning(warning), flush: true)
  }

  func planned(_ count: Int) { progress?.plan(count) }

  func running(_ observations: [Observation]) { progress?.show(observations) }

  func finished(_ check: CheckReport) {
    progress?.clear()
    progress?.note(check)
    if !isQuiet || !check.isGood { print(renderer.line(check), flush: true) }
  }
}

/// Shows only the progress: the report goes elsewhere, as a whole.
final class SilentDisplay: CheckDisplay {
  private var progress: ProgressLine?

  init(progress: ProgressLine?) {
    self.progress = progress
  }

  func started(_ environment: EnvironmentReport) {}
  func noted(_ warning: WarningReport) {}
  func planned(_ count: Int) { progress?.plan(count) }
  func running(_ observations: [Observation]) { progress?.show(observations) }

  func finished(_ check: CheckReport) {
    progress?.clear()
    progress?.note(check)
  }
}

/// Writes to standard output at once: what is known must be seen even if the next import takes minutes.
func print(_ text: String, flush: Bool) {
  _ = try? FileDescriptor.standardOutput.writeAll(Array("\(text)\n".utf8))
}
