/// A version as PEP 440 defines it (packaging.python.org: "Version specifiers"), whatever way it was spelt.
///
/// Two versions are equal when the standard's ordering calls them so: `1.0` and `v1.0.0` are.
package struct Version: Sendable {
  package let epoch: Numeral
  /// The numbers of the release as written, trailing zeros included; never empty.
  package let release: [Numeral]
  package let prerelease: Prerelease?
  /// The number of the post-release.
  package let post: Numeral?
  /// The number of the development release.
  package let dev: Numeral?
  /// The parts after `+`, by which a builder marks its own variant; empty without one.
  package let local: [LocalPart]

  /// The pre-release part, such as `rc1`.
  package struct Prerelease: Hashable, Sendable {
    package let phase: Phase
    package let number: Numeral
  }

  /// The phases of a pre-release in their order.
  package enum Phase: Int, Hashable, Sendable {
    case alpha, beta, candidate
  }

  /// One of the parts of a local version, which the separators cut.
  package enum LocalPart: Hashable, Sendable {
    case number(Numeral)
    /// In lower case.
    case text(String)
  }

  /// Reads every spelling that PEP 440 admits, white space around it included.
  ///
  /// - Throws: what is wrong with the text, and at which offset.
  package init(_ text: String) throws(VersionProblem) {
    var parser = VersionParser(text)
    self = try parser.wholeText()
  }

  init(
    epoch: Numeral, release: [Numeral], prerelease: Prerelease?, post: Numeral?, dev: Numeral?,
    local: [LocalPart]
  ) {
    self.epoch = epoch
    self.release = release
    self.prerelease = prerelease
    self.post = post
    self.dev = dev
    self.local = local
  }
}

extension Version {
  /// Whether PEP 440 counts it as a pre-release; development releases are.
  package var isPrerelease: Bool { prerelease != nil || dev != nil }

  /// The same version without the part after `+`.
  package var withoutLocal: Version {
    Version(epoch: epoch, release: release, prerelease: prerelease, post: post, dev: dev, local: [])
  }

  /// Whether both may name the same thing: equal, the local part ignored where one side has none.
  ///
  /// So `2.2.0+cu121`, which a module says of itself, agrees with `2.2.0`, which its metadata says.
  package func agrees(with other: Version) -> Bool {
    local.isEmpty || other.local.isEmpty ? withoutLocal == other.withoutLocal : self == other
  }
}
