/// What the `requires.txt` of an egg-info folder states: lines of requirements, those of an extra or of a marker in a
/// section of their own (setuptools documentation, "The Internal Structure of Python Eggs").
package struct RequiresText: Sendable {
  /// How much of the file is read.
  package static let sizeLimit = 1 << 20

  /// The requirements as Requires-Dist would state them, in the order of the file.
  package let texts: [String]
  /// The extras that sections are named after, those without a line in them included.
  let extras: [DistributionName]

  /// Reads any bytes as Python's `importlib.metadata` does (CPython, Lib/importlib/metadata/__init__.py,
  /// `_convert_egg_info_reqs_to_simple_reqs`).
  package init(_ bytes: [UInt8]) {
    var lines = SectionedLines(bytes)
    var texts: [String] = []
    while let line = lines.next() {
      // A blank ends an address, which has no marker else.
      let separator = line.text.utf8.contains(UInt8(ascii: "@")) ? " " : ""
      texts.append(line.text + separator + Self.marker(of: line.section ?? ""))
    }
    self.texts = texts
    extras = lines.sections.map { $0.prefix { $0 != ":" } }.filter { !$0.isEmpty }.map { DistributionName(String($0)) }
  }

  /// The same, read; what cannot be read is a problem that holds its text.
  package var requirements: [Result<Requirement, RequirementProblem>] { requirements(MarkerMemory()) }

  func requirements(_ markers: MarkerMemory) -> [Result<Requirement, RequirementProblem>] {
    texts.map { Requirement.result($0, markers) }
  }

  /// `section ::= extra? (':' marker)?`
  private static func marker(of section: String) -> String {
    let extra = section.prefix { $0 != ":" }
    let marker = section.dropFirst(extra.count + 1)
    let condition = extra.isEmpty ? nil : #"extra == "\#(extra)""#
    let stated = marker.isEmpty ? nil : extra.isEmpty ? String(marker) : "(\(marker))"
    let conditions = [stated, condition].compactMap(\.self)
    return conditions.isEmpty ? "" : "; " + conditions.joined(separator: " and ")
  }
}
