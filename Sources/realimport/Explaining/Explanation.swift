import Diagnosis
import FailureTexts
import PythonPackaging
import Reporting
import Supervision
import SystemCalls

/// Explains what a text tells, and compares it with an environment where there is one.
struct Explanation {
  let text: FailureText
  let environment: EnvironmentComparison?

  /// `nil` where the text tells of no failure.
  var report: ExplanationReport? {
    let told = TextAssembly(text: text, owner: Frame.Owner.init(ofFile:)).failures
    guard !told.allSatisfy(\.isOfProgramAtWork) else { return nil }
    let alone = findings(by: { Evidence(failure: $0) })
    let explained = environment.map { $0.compared(alone, with: self.findings(by: $0.evidence)) } ?? alone
    let exception = text.failures.lazy.compactMap(\.exception).first
    return ExplanationReport(exception: exception, findings: explained)
  }

  /// Of several failures the deepest cause comes first, and of equals the one that the text tells first.
  private func findings(by evidence: (Failure) -> Evidence) -> [Finding] {
    let owner = environment?.owner ?? Frame.Owner.init(ofFile:)
    return Diagnosis.findings(in: TextAssembly(text: text, owner: owner).failures.map(evidence))
  }
}

/// An environment with which a text is compared.
struct EnvironmentComparison {
  let diagnosing: Diagnosing
  /// Whether the user named it, or the text itself names its folder.
  let isMeant: Bool
  private let name: String

  init(_ diagnosing: Diagnosing, isMeant: Bool) {
    self.diagnosing = diagnosing
    self.isMeant = isMeant
    name = "Python \(diagnosing.interpreter.version) at \(diagnosing.interpreter.executable)"
  }

  func evidence(of failure: Failure) -> Evidence { diagnosing.evidence(failure) }

  /// By what is installed here; files of another machine are known by their names only.
  func owner(of file: String) -> Frame.Owner {
    let owner = Frame.Owner(ofFile: file)
    guard case .distribution = owner else { return owner }
    let module = file.moduleBelowSitePackages
    let installed = diagnosing.ownership.installed.owner(ofModule: module)
    return installed.map { .distribution($0.name.text) } ?? owner
  }

  /// What the text alone tells, held against what is installed.
  func compared(_ alone: [Finding], with checked: [Finding]) -> [Finding] {
    if isMeant, checked.first?.cause != .unknown {
      return checked.map { noted($0, "compared with what is installed: \(name)") }
    }
    return alone.map { finding in
      guard finding.cause != .unknown else { return finding }
      guard let same = checked.first(where: { $0.cause == finding.cause }) else {
        return noted(finding, "not confirmed by what is installed: \(name)")
      }
      return noted(same, "agrees with what is installed: \(name)")
    }
  }

  /// The last line of evidence says what it was compared with; a text of elsewhere proves nothing here.
  private func noted(_ finding: Finding, _ line: String) -> Finding {
    var finding = finding
    finding.confidence = isMeant ? finding.confidence : min(finding.confidence, .likely)
    finding.evidence = finding.evidence.prefix(Finding.mostEvidence - 1) + [line]
    return finding
  }
}
