import PythonPackaging
import Reporting

extension WarningReport {
  /// What somebody requires beside a version, and how it is instead.
  init(_ discrepancy: Discrepancy) {
    self.init(code: discrepancy.kind.code, message: discrepancy.message)
  }
}

extension Discrepancy {
  fileprivate var message: String {
    let statement = stater.map { "\(Self.words($0, staterVersion)) requires \(requirement)" }
    let subject = Self.words(subject, subjectVersion)
    return "\(statement ?? "\(requirement) is required"), and \(kind.words(of: subject))"
  }

  private static func words(_ name: DistributionName, _ version: String) -> String {
    version.isEmpty ? name.text : "\(name) \(version)"
  }
}

extension Discrepancy.Kind {
  /// A name that does not change, for the JSON report.
  fileprivate var code: String {
    switch self {
    case .unknownExtra: "unknown-extra"
    case .otherSource: "other-source"
    }
  }

  fileprivate func words(of subject: String) -> String {
    switch self {
    case .unknownExtra(let name): "\(subject) does not provide the extra `\(name)`"
    case .otherSource(.unrecorded): "\(subject) came from an index or an unknown place: it has no direct_url.json"
    case .otherSource(.address(let address)): "\(subject) came from \(address)"
    case .otherSource(.revision(let revision)):
      "\(subject) came from \(revision.map { "the revision `\($0)`" } ?? "the default branch")"
    case .otherSource(.subdirectory(let folder)):
      "\(subject) came from \(folder.map { "the subdirectory `\($0)`" } ?? "the top folder") of that place"
    case .otherSource(.hash(let algorithm, let hash)): "the archive of \(subject) had the \(algorithm) \(hash)"
    }
  }
}
