internal import Probing

/// The report for people, in pieces, so that a result can be shown as soon as it is there.
package struct TextRenderer: Sendable {
  package var theme: Theme
  package var isVerbose: Bool

  package init(theme: Theme, isVerbose: Bool) {
    self.theme = theme
    self.isVerbose = isVerbose
  }

  /// Which Python was asked, and why that one.
  package func header(_ environment: EnvironmentReport) -> String {
    let version = environment.python.map { "Python \($0)" } ?? "Python"
    let place = Plain.line(environment.executable ?? "")
    let how = environment.foundBy.map { " (found by \($0))" } ?? ""
    let head = theme.paint("\(version) · \(place)\(how)", .bold)
    return ([head] + environment.warnings.map(warning)).joined(separator: "\n")
  }

  /// One target, once it is known.
  package func line(_ check: CheckReport) -> String {
    let word = check.outcome.rawValue.padded(to: Self.wordWidth)
    let version = check.version ?? check.distribution?.version
    let subject = [check.target, check.otherName, version, check.label].compactMap(\.self).map(Plain.line)
      .joined(separator: " ")
    let time = check.wallSeconds.map { "\(Self.seconds($0)) s" }
    let start = "\(word) \(subject)"
    let details = [check.reason, time ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let rest = details.isEmpty ? "" : "  " + theme.fit(details, beside: start.count + 2)
    let line = theme.paint(word, style(of: check.outcome)) + " \(theme.paint(subject, .bold))" + rest
    let facts = hiddenFailures(check) + notes(check).map(note) + (isVerbose ? loaded(check) : [])
    return ([line] + warnings(check).map(warning) + facts).joined(separator: "\n")
  }

  /// How many shared objects there were, and what of them is one library.
  private func loaded(_ check: CheckReport) -> [String] {
    guard !check.loadedObjects.isEmpty else { return [] }
    return ([check.loadedSummary] + check.libraryCopies.map(\.sentence)).map { sentence in
      "  " + theme.wrap(Plain.line(sentence), indent: "    ").dropFirst(4)
    }
  }

  /// What is worth knowing and nothing to warn of.
  private func notes(_ check: CheckReport) -> [String] {
    guard let links = check.links else { return [] }
    return links.driverNotes + links.optionNotes + (isVerbose ? links.assumptionNotes.map { "assumed: \($0)" } : [])
  }

  private func note(_ text: String) -> String { theme.wrap("note: \(Plain.line(text))", indent: "  ") }

  /// A half-installed stack can miss dozens of requirements.
  private func warnings(_ check: CheckReport) -> [WarningReport] {
    let conflicts = check.warnings.filter { $0.code == WarningReport.requirementConflict }
    let others = check.warnings.filter {
      $0.code != WarningReport.requirementConflict && $0.code != WarningReport.notChecked
    }
    guard !isVerbose, conflicts.count > Self.mostWarnings else { return conflicts + others }
    let rest = WarningReport(
      code: WarningReport.requirementConflict,
      message: "\(conflicts.count - Self.mostWarnings) more requirements are not fulfilled; --verbose shows them")
    return conflicts.prefix(Self.mostWarnings) + [rest] + others
  }

  /// Each with what the loader's words mean.
  private func hiddenFailures(_ check: CheckReport) -> [String] {
    check.hiddenFailures.flatMap { hidden in
      [warning(hidden.warning)]
        + LoaderText(theme: theme, isVerbose: isVerbose).lines(check.loaderReports(of: hidden)).map { "  \($0)" }
    }
  }

  /// Every failure in full, and how many there were.
  package func summary(_ report: Report) -> String {
    let failed = report.checks.filter { !$0.isGood }
    let sections = distinct(failed).map { section in
      "\n" + FailureText(check: section, theme: theme, isVerbose: isVerbose).lines.joined(separator: "\n") + "\n"
    }
    return sections.joined() + conflicts(report) + "\n" + counts(report)
  }

  /// Those that no check has told as a warning.
  private func conflicts(_ report: Report) -> String {
    let told = Set(report.checks.flatMap(\.warnings).map(\.message))
    let left = report.conflicts.map(\.sentence).filter { !told.contains($0) }
    guard !left.isEmpty else { return "" }
    let shown = isVerbose ? left[...] : left.prefix(Self.mostConflicts)
    let rest = left.count - shown.count
    let lines =
      ["What metadata states and is not so here:"]
      + shown.map { "  " + theme.wrap(Plain.line($0), indent: "  ").dropFirst(2) }
      + (rest > 0 ? ["  … and \(rest) more; --verbose shows them"] : [])
    return "\n" + lines.joined(separator: "\n") + "\n"
  }

  private static let mostConflicts = 10
  private static let mostWarnings = 3

  package func problem(_ problem: ProblemReport) -> String {
    let lines = ["\(theme.paint("error:", .red)) \(Plain.line(problem.message))"]
    return (lines + problem.commands.map { "  \(Plain.line($0))" }).joined(separator: "\n")
  }

  private func counts(_ report: Report) -> String {
    let counted = Outcome.allCases.compactMap { outcome in
      let count = report.checks.count { $0.outcome == outcome }
      return count == 0 ? nil : theme.paint("\(count) \(outcome.rawValue)", style(of: outcome))
    }
    return "\(counted.joined(separator: ", ")) in \(Self.seconds(report.elapsedSeconds)) s"
  }

  /// An import that failed for several targets is told once, under all their names.
  private func distinct(_ checks: [CheckReport]) -> [CheckReport] {
    var told: [CheckReport] = []
    for check in checks {
      let same = told.firstIndex { $0.module == check.module && $0.isImportFailure && check.isImportFailure }
      if let same { told[same].target += ", \(check.target)" } else { told.append(check) }
    }
    return told
  }

  /// Something worth knowing that is no failure.
  package func warning(_ warning: WarningReport) -> String {
    let label = "warning:"
    let lines = theme.wrap("\(label) \(Plain.line(warning.message))", indent: "  ")
    // Painted when the lines are made: escapes take no room on them.
    let sentence = "  " + theme.paint(label, .yellow) + lines.dropFirst(2 + label.count)
    return ([sentence] + warning.excerptLines.map { "    \($0)" }).joined(separator: "\n")
  }

  private func style(of outcome: Outcome) -> Theme.Style {
    switch outcome {
    case .passed: .green
    case .skipped: .yellow
    case .failed, .crashed, .exited, .timedOut, .outOfMemory: .red
    }
  }

  private static let wordWidth = 9

  /// Two decimals: an import takes milliseconds or minutes.
  static func seconds(_ value: Double) -> String {
    let hundredths = Int((min(max(value, 0), 1e9) * 100).rounded())
    return "\(hundredths / 100)." + String(hundredths % 100 + 100).dropFirst()
  }
}

extension CheckReport {
  /// The module in parentheses, where the target is the name of its distribution.
  fileprivate var otherName: String? {
    guard distribution != nil else { return nil }
    let written = Self.spelling(target).prefix { $0 == "_" || $0.isLetter || $0.isNumber }
    return written == Self.spelling(module) ? nil : "(\(module))"
  }

  /// What a project's table or an entry point calls it, where the target does not say so.
  fileprivate var label: String? { name.flatMap { $0 == target || $0 == module ? nil : "[\($0)]" } }

  /// The same for names that differ only as those of a distribution and its module do.
  private static func spelling(_ name: String) -> String {
    String(name.map { $0 == "-" || $0 == "." ? "_" : $0 }).lowercased()
  }

  /// Whether nothing but the import decided, which targets of one module share.
  fileprivate var isImportFailure: Bool { phase != .attribute && unmetConditions.isEmpty }
}
