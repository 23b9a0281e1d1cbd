/// Which installed distributions need which others, by name alone.
///
/// Versions and markers are left aside: this tells what an import is likely to import, and proves nothing. Requirements
/// of extras are left out, since nobody may have asked for them.
package struct RequirementGraph: Sendable {
  private let needs: [DistributionName: Set<DistributionName>]

  package init(_ installed: InstalledDistributions) {
    var needs: [DistributionName: Set<DistributionName>] = [:]
    for distribution in installed.all {
      needs[distribution.key] = Set(distribution.requiredNames)
    }
    // What is not installed leads nowhere.
    self.needs = needs.mapValues { $0.filter { needs[$0] != nil } }
  }

  /// What a distribution itself requires.
  package func requirements(of distribution: DistributionName) -> Set<DistributionName> {
    needs[distribution] ?? []
  }

  /// Everything that a distribution needs, and what that needs in turn; not itself, unless it needs itself.
  package func closure(of distribution: DistributionName) -> Set<DistributionName> {
    var found: Set<DistributionName> = []
    var open = Array(needs[distribution] ?? [])
    while let next = open.popLast() {
      if found.insert(next).inserted { open += needs[next] ?? [] }
    }
    return found
  }
}

extension InstalledDistribution {
  /// What it requires by name, whatever the versions and markers; without the requirements of extras.
  var requiredNames: [DistributionName] {
    (metadata?.headers.writtenValues("Requires-Dist") ?? []).compactMap(Self.required)
  }

  /// The name at the start of a requirement (PEP 508): letters, digits, `.`, `-`, `_`.
  private static func required(_ value: ArraySlice<UInt8>) -> DistributionName? {
    guard !mentionsExtra(value.drop { $0 != UInt8(ascii: ";") }) else { return nil }
    let name = value.drop(while: \.isPythonWhitespace).prefix { byte in
      byte.isWordCharacter || byte == .dot || byte == UInt8(ascii: "-")
    }
    return name.isEmpty ? nil : DistributionName(String(decoding: name, as: UTF8.self))
  }

  private static func mentionsExtra(_ marker: ArraySlice<UInt8>) -> Bool {
    marker.indices.contains { marker[$0] == UInt8(ascii: "e") && marker[$0...].starts(with: "extra".utf8) }
  }
}
