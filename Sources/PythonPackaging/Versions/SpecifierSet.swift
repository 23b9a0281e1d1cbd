/// Clauses separated by commas, all of which a version must fulfil; none at all admits every version.
package struct SpecifierSet: Hashable, Sendable {
  package let specifiers: [Specifier]

  package init(_ specifiers: [Specifier]) {
    self.specifiers = specifiers
  }

  /// Reads `>=1.2, !=1.5.*`; empty clauses are passed over, as pypa's `packaging` does.
  package init(_ text: String) throws(SpecifierProblem) {
    var found: [Specifier] = []
    var offset = 0
    for clause in text.split(separator: ",", omittingEmptySubsequences: false) {
      if !String(clause).trimmed.isEmpty { found.append(try Self.specifier(clause, at: offset, in: text)) }
      offset += clause.utf8.count + 1
    }
    specifiers = found
  }

  private static func specifier(
    _ clause: Substring, at offset: Int, in text: String
  ) throws(SpecifierProblem) -> Specifier {
    do throws(SpecifierProblem) {
      return try Specifier(String(clause))
    } catch {
      throw SpecifierProblem(reason: error.reason, text: text, position: offset + error.position)
    }
  }

  /// Whether an installed version fulfils them all. That it is a pre-release does not matter: it is there (pip's `check`
  /// sees it so).
  package func contains(_ version: Version) -> Bool {
    specifiers.allSatisfy { $0.contains(version) }
  }

  /// Whether pre-releases are asked for by name.
  package var namesPrerelease: Bool { specifiers.contains(where: \.namesPrerelease) }
}

extension SpecifierSet: CustomStringConvertible {
  package var description: String { specifiers.map(\.description).joined(separator: ",") }
}
