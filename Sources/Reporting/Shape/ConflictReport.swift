/// What a distribution's metadata asks for and the environment does not give.
package struct ConflictReport: Codable, Sendable, Equatable {
  /// The one that asks.
  package var distribution: String
  package var version: String
  /// As its metadata states it: a requirement of PEP 508, the value of `Requires-Python`, or the tags of its wheel.
  package var requirement: String
  /// The distribution that the requirement is about; `nil` where it is about Python or the machine.
  @ExplicitNull package var subject: String?
  /// The version that is there instead; `nil` where nothing is.
  @ExplicitNull package var found: String?
  package var kind: Kind
  /// What a wheel was built for that this is not; `nil` for other conflicts.
  @ExplicitNull package var mismatch: Mismatch?

  package enum Mismatch: String, Codable, Sendable, CaseIterable {
    case system, machine
    /// Another C library.
    case libc
    /// Another release of it.
    case libcVersion = "libc-version"
    case python
    /// Another ABI of this Python.
    case abi
  }

  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// What it requires is not installed.
    case missing
    /// Another version of it is.
    case version
    /// It is made for another Python.
    case python
    /// It is built for another machine or system.
    case platform
  }

  package init(
    distribution: String, version: String, requirement: String, subject: String?, found: String?, kind: Kind,
    mismatch: Mismatch? = nil
  ) {
    self.distribution = distribution
    self.version = version
    self.requirement = requirement
    self.subject = subject
    self.found = found
    self.kind = kind
    self.mismatch = mismatch
  }
}
