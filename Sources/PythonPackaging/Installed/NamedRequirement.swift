/// A requirement of metadata (PEP 508) as far as names go: versions and the rest of its marker are not even read.
struct NamedRequirement {
  let name: DistributionName
  /// Those that it asks for; names of extras are compared like those of distributions (PEP 685).
  let extras: [DistributionName]
  /// Whether it counts only where somebody asks for an extra of the distribution that states it.
  let isOfExtra: Bool
  /// For which of them.
  let ofExtras: [DistributionName]

  /// - Parameter value: What `Requires-Dist` says; `nil` where no name stands at its start.
  init?(_ value: ArraySlice<UInt8>) {
    let value = value.drop(while: \.isPythonWhitespace)
    let written = value.prefix { $0.isWordCharacter || $0 == .dot || $0 == UInt8(ascii: "-") }
    guard !written.isEmpty else { return nil }
    name = DistributionName(String(decoding: written, as: UTF8.self))
    let rest = value[written.endIndex...].drop(while: \.isPythonWhitespace)
    extras = rest.first == UInt8(ascii: "[") ? Self.list(rest.dropFirst().prefix { $0 != UInt8(ascii: "]") }) : []
    let conditions = Self.conditions(rest.drop { $0 != UInt8(ascii: ";") })
    isOfExtra = !conditions.isEmpty
    ofExtras = conditions.compactMap(\.self)
  }

  /// Whether it counts where these extras are asked for.
  func counts(with asked: Set<DistributionName>) -> Bool {
    !isOfExtra || ofExtras.contains(where: asked.contains)
  }

  private static func list(_ text: ArraySlice<UInt8>) -> [DistributionName] {
    text.split(separator: UInt8(ascii: ",")).map { part in
      DistributionName(String(decoding: part.filter { !$0.isPythonWhitespace }, as: UTF8.self))
    }
  }

  /// For each time that a marker mentions an extra the name that it is compared with; `nil` where that is not written
  /// as all tools write it, `extra == "name"`.
  private static func conditions(_ marker: ArraySlice<UInt8>) -> [DistributionName?] {
    let places = marker.indices.filter { marker[$0] == UInt8(ascii: "e") && marker[$0...].starts(with: "extra".utf8) }
    return places.map { place in
      let rest = marker[place...].dropFirst("extra".utf8.count).drop(while: \.isPythonWhitespace)
      guard rest.starts(with: "==".utf8) else { return nil }
      let quoted = rest.dropFirst("==".utf8.count).drop(while: \.isPythonWhitespace)
      guard let quote = quoted.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
      return DistributionName(String(decoding: quoted.dropFirst().prefix { $0 != quote }, as: UTF8.self))
    }
  }
}

extension InstalledDistribution {
  /// What it requires by name, for extras as well.
  var namedRequirements: [NamedRequirement] {
    (metadata?.headers.writtenValues("Requires-Dist") ?? []).compactMap(NamedRequirement.init)
  }

  /// What it requires by name, whatever the versions and markers; without the requirements of extras.
  var requiredNames: [DistributionName] {
    namedRequirements.filter { !$0.isOfExtra }.map(\.name)
  }
}
