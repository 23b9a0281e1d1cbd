/// A statement of an installed distribution's metadata that the environment does not fulfil.
package struct Conflict: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// What it requires is not installed.
    case missing
    /// What it requires is installed in a version that it does not admit.
    case version
    /// It does not admit this Python, or was built for another one.
    case python
    /// It was built for another machine, system or C library.
    case platform
  }

  /// The distribution that states it.
  package let distribution: DistributionName
  /// As its metadata states it, or empty.
  package let version: String
  /// What is not fulfilled, without its marker: `torch==2.7.1`, `python>=3.12`, or a wheel's tag.
  package let requirement: String
  /// The distribution that it asks for; `nil` where it asks for a Python or a machine.
  package let subject: DistributionName?
  /// The version that is there instead, if any.
  package let found: String?
  package let kind: Kind
  /// Of a wheel that does not fit: why.
  package let mismatch: TagMismatch?
}
