/// Clauses separated by commas, all of which a version must fulfil; none at all admits every version.
package struct SpecifierSet: Sendable {
  /// In the order in which they were written.
  package let specifiers: [Specifier]

  package init(_ specifiers: [Specifier]) {
    self.specifiers = specifiers
  }

  /// Reads `>=1.2, !=1.5.*`; empty clauses are passed over, as pypa's `packaging` does.
  ///
  /// - Throws: what is wrong with the text, and at which offset.
  package init(_ text: String) throws(SpecifierProblem) {
    var parser = SpecifierParser(at: ByteCursor(text))
    specifiers = try parser.wholeSet()
  }

  /// Whether an installed version fulfils them all. That it is a pre-release does not matter: it is there (pip's `check`
  /// sees it so).
  package func contains(_ version: Version) -> Bool {
    specifiers.allSatisfy { $0.contains(version) }
  }

  /// Whether pre-releases are asked for by name.
  package var namesPrerelease: Bool { specifiers.contains(where: \.namesPrerelease) }
}

extension SpecifierSet: Hashable {
  /// Whether they hold the same clauses, in whatever order and however often.
  package static func == (left: SpecifierSet, right: SpecifierSet) -> Bool {
    Set(left.specifiers) == Set(right.specifiers)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(Set(specifiers))
  }
}

extension SpecifierSet: CustomStringConvertible {
  /// As pypa's `packaging` writes it: sorted by text, and of clauses that mean the same the first one alone.
  package var description: String {
    guard specifiers.count > 1 else { return specifiers.first?.description ?? "" }
    var known: Set<Specifier> = []
    let sorted = specifiers.sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
    return sorted.filter { known.insert($0).inserted }.map(\.description).joined(separator: ",")
  }
}
