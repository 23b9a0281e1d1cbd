/// What somebody requires of a distribution that is installed, in a version that is admitted, and is not so all the
/// same. Installers go on after such a thing, and `pip check` and `uv pip check` do not look for it.
package struct Discrepancy: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The distribution provides no extra of this name; whatever was meant by it is not there.
    case unknownExtra(String)
    /// It came from somewhere else than the requirement's address.
    case otherSource(SourceDifference)
  }

  /// Who requires it; `nil` for the user.
  package let stater: DistributionName?
  /// The stater's version as its metadata states it, or empty.
  package let staterVersion: String
  /// Without its marker: `six[nonsense]`.
  package let requirement: String
  /// The distribution that it asks for.
  package let subject: DistributionName
  /// Its version as its metadata states it, or empty.
  package let subjectVersion: String
  package let kind: Kind
}

extension Requirement {
  /// What is not as it asks of a distribution of that name, beside the version.
  ///
  /// - Parameter stater: Who requires it; `nil` for the user.
  package func discrepancies(
    with distribution: InstalledDistribution, statedBy stater: InstalledDistribution? = nil
  ) -> [Discrepancy] {
    // Most requirements name neither, and a whole environment has thousands of them.
    if writtenExtras.isEmpty, url == nil { return [] }
    let extras = writtenExtras.filter { !distribution.provides(extra: DistributionName($0)) }
    let source = url.flatMap { distribution.sourceDifference(from: SourceAddress($0)) }
    let kinds =
      extras.map(Discrepancy.Kind.unknownExtra) + [source.map(Discrepancy.Kind.otherSource)].compactMap(\.self)
    return kinds.map { kind in
      Discrepancy(
        stater: stater?.name, staterVersion: stater?.versionText ?? "", requirement: statement,
        subject: distribution.name, subjectVersion: distribution.versionText ?? "", kind: kind)
    }
  }
}
