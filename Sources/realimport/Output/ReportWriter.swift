import SystemCalls
import Reporting
import SystemPackage

/// Puts a finished report where the user wants it, in the format that was asked for.
struct ReportWriter {
  let format: ReportFormat
  /// `nil`: standard output.
  let file: FilePath?
  let renderer: TextRenderer
  let isQuiet: Bool

  /// - Throws: `Errno` where the file cannot be written, `EncodingError` where the report has no JSON form.
  func write(_ report: Report) throws {
    if let file {
      return try writeAtomically(Array((format == .json ? json(report) : whole(report)).utf8), to: file)
    }
    let text = try format == .json ? json(report) : rest(report)
    if !text.isEmpty { _ = try FileDescriptor.standardOutput.writeAll(Array(text.utf8)) }
  }

  private func json(_ report: Report) throws -> String {
    String(decoding: try report.json(), as: UTF8.self)
  }

  /// What is still missing on standard output after every single line was shown.
  private func rest(_ report: Report) -> String {
    // A problem was told on standard error; there may be nothing to sum up.
    if report.checks.isEmpty || isQuiet && report.verdict == .passed { return "" }
    return renderer.summary(report) + "\n"
  }

  private func whole(_ report: Report) -> String {
    let lines = [renderer.header(report.environment)] + report.checks.map(renderer.line)
    let problem = report.problem.map { [renderer.problem($0)] } ?? []
    return (lines + problem).joined(separator: "\n") + "\n" + renderer.summary(report) + "\n"
  }
}

enum ReportFormat: String, CaseIterable {
  case text, json
}
