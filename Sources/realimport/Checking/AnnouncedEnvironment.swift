import Probing
import Reporting
import Supervision

/// The environment of one run, as the report holds it and the display shows it.
final class AnnouncedEnvironment {
  private(set) var report: EnvironmentReport
  private let known: KnownEnvironment
  private let display: any CheckDisplay
  private var hasStarted = false

  init(_ interpreter: Interpreter, _ known: KnownEnvironment, _ display: any CheckDisplay) {
    report = EnvironmentReport(interpreter)
    self.known = known
    self.display = display
  }

  /// What a worker told of its Python; the first word counts. With it comes what files show to be wrong with the
  /// environment itself.
  func note(_ facts: InterpreterFacts) {
    guard !hasStarted else { return }
    hasStarted = true
    report.add(facts)
    report.warnings += known.searchPathProblems
    display.started(report)
  }

  func note(_ warning: WarningReport) {
    report.warnings.append(warning)
    display.noted(warning)
  }

  /// What is known at the end only, and what there was no start to tell with.
  func finish() {
    if !hasStarted { known.searchPathProblems.forEach(note) }
    notePoorMetadata()
  }

  /// Of many files in disorder the first stand for the others, except in the report.
  private func notePoorMetadata() {
    let problems = known.problems
    problems.prefix(Self.mostProblemsShown).forEach(note)
    let others = problems.dropFirst(Self.mostProblemsShown)
    guard !others.isEmpty else { return }
    report.warnings += others
    display.noted(
      WarningReport(
        code: "metadata",
        message: (others.count == 1
          ? "1 more file of a distribution is" : "\(others.count) more files of distributions are")
          + " not in order; `realimport environment --verbose` names all of them"))
  }

  private static let mostProblemsShown = 3
}
