/// What the loader's words mean, for people: a sentence, and what it rests on.
struct LoaderText {
  let theme: Theme
  let isVerbose: Bool

  func lines(_ reports: [LoaderReport]) -> [String] { reports.flatMap(lines) }

  private func lines(_ report: LoaderReport) -> [String] {
    let evidence = isVerbose ? report.evidence[...] : report.evidence.prefix(Self.mostEvidence)
    return item("loader: ", report.summary) + evidence.flatMap { item("  - ", $0) }
      + (isVerbose ? report.considered.flatMap { item("    ", "\($0.place): \($0.reason) (\($0.rule))") } : [])
  }

  /// Lines after the first stand below its first word.
  private func item(_ mark: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: mark.count + 2)
    let lines = theme.wrap(Plain.line(text), indent: indent)
    return ("  \(mark)" + lines.dropFirst(indent.count)).split(separator: "\n").map(String.init)
  }

  private static let mostEvidence = 4
}

extension CheckReport {
  /// What the loader said of an extension module whose failure was hidden.
  func loaderReports(of hidden: HiddenFailureReport) -> [LoaderReport] {
    let messages = hidden.exception.chain.map(\.message)
    return loader.filter { report in messages.contains { $0.contains(report.message) } }
  }

  /// What it said in the failure itself, and in what was written.
  var loaderReportsOfFailure: [LoaderReport] {
    let hidden = hiddenFailures.flatMap { $0.exception.chain.map(\.message) }
    return loader.filter { report in !hidden.contains { $0.contains(report.message) } }
  }
}
