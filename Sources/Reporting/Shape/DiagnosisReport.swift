package import Diagnosis

/// A cause, why it is believed, and what can be done.
package struct DiagnosisReport: Codable, Sendable, Equatable {
  package var cause: Cause
  package var culprits: [String]
  package var confidence: Confidence
  package var summary: String
  package var evidence: [String]
  package var fixes: [FixReport]

  package init(_ finding: Finding) {
    cause = finding.cause
    culprits = finding.culprits.map(Plain.line)
    confidence = finding.confidence
    summary = Plain.line(finding.summary)
    evidence = finding.evidence.map(Plain.line)
    fixes = finding.fixes.map(FixReport.init)
  }
}

package struct FixReport: Codable, Sendable, Equatable {
  package var title: String
  package var commands: [String]
  /// Whether it was tried in a copy of the environment, and how that went.
  @ExplicitNull package var proved: Bool?

  init(_ fix: Fix) {
    title = Plain.line(fix.title)
    commands = fix.commands.map(Plain.line)
    proved = fix.proved
  }
}
