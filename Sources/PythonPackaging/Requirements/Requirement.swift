/// What one distribution asks of another, such as `torch[opt]>=2.4; python_version < '3.13'` (packaging.python.org,
/// "Dependency specifiers"; PEP 508).
package struct Requirement: Sendable {
  /// The distribution that is asked for.
  package let name: DistributionName
  /// The extras as they were written, each once, sorted.
  package let writtenExtras: [String]
  /// What its version has to fulfil; empty with a `url`.
  package let specifiers: SpecifierSet
  /// Where it has to come from: any text without blanks, after `@`.
  package let url: String?
  /// When the requirement counts at all.
  package let marker: Marker?

  /// Reads a requirement as pypa's `packaging` does; specifiers may stand in parentheses, as in older metadata.
  ///
  /// - Throws: what is wrong with the text, and at which offset.
  package init(_ text: String) throws(RequirementProblem) {
    try self.init(text, markers: MarkerMemory())
  }

  /// The same, for one of many that state the same markers.
  init(_ text: String, markers: MarkerMemory) throws(RequirementProblem) {
    var parser = RequirementParser(at: ByteCursor(text), markers: markers)
    self = try parser.wholeText()
  }

  init(name: DistributionName, extras: [String], specifiers: SpecifierSet, url: String?, marker: Marker?) {
    self.name = name
    writtenExtras = extras.count > 1 ? Set(extras).sorted() : extras
    self.specifiers = specifiers
    self.url = url
    self.marker = marker
  }

  /// The extras that are asked for; spellings of the same name count as one (PEP 685).
  package var extras: Set<DistributionName> { Set(writtenExtras.map(DistributionName.init)) }
}

extension Requirement: Hashable {
  /// Whether both ask for the same, however it is spelt (`Requirement.__eq__` of `packaging`).
  package static func == (left: Requirement, right: Requirement) -> Bool {
    left.name == right.name && left.extras == right.extras && left.specifiers == right.specifiers
      && left.url == right.url && left.marker == right.marker
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(extras)
    hasher.combine(specifiers)
    hasher.combine(url)
    hasher.combine(marker)
  }
}

extension Requirement: CustomStringConvertible {
  /// As `packaging` writes it: names as they were written, extras and specifiers sorted, the marker in its normal form.
  package var description: String {
    var text = name.text
    if !writtenExtras.isEmpty { text += "[" + writtenExtras.joined(separator: ",") + "]" }
    text += specifiers.description
    // A blank ends an address: without it, `;` would belong to it.
    if let url { text += " @ " + url + (marker == nil ? "" : " ") }
    if let marker { text += "; \(marker)" }
    return text
  }
}
