package import Diagnosis
package import Probing

/// What `realimport explain` says of a text.
package struct ExplanationReport: Codable, Sendable {
  package var schema = "realimport.explanation/1"
  package var tool = Tool()
  /// The first exception of the text.
  @ExplicitNull package var exception: ExceptionReport?
  /// The cause to act on first.
  package var diagnosis: [DiagnosisReport]

  package init(exception: ExceptionFacts?, findings: [Finding]) {
    self.exception = exception.map { facts in
      ExceptionReport(facts) { frame in
        FrameReport(
          file: frame.file.description, line: frame.line, function: frame.function, source: frame.source,
          distribution: Frame.Owner(ofFile: frame.file.description).distribution)
      }
    }
    diagnosis = findings.map(DiagnosisReport.init)
  }

  /// Where a text tells of no failure.
  package init() { diagnosis = [] }
}
