internal import Probing

/// What an imported module says of itself.
enum ImportSection {
  private typealias Row = DescriptionSection.Row

  static func section(_ report: ImportReport) -> DescriptionSection {
    let facts = report.facts.compactMap { Row($0.name, $0.value.map(line) ?? "not known: \($0.problem ?? "no text")") }
    return DescriptionSection(
      "Import of \(Plain.line(report.module))",
      [
        Row("outcome", report.outcome.rawValue), Row("problem", report.problem), Row("version", report.version),
        Row("file", report.file),
      ].compactMap(\.self) + facts)
  }

  /// Texts of several lines are lists, such as that of `torch.__config__.show()`.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { String($0.drop { $0 == " " || $0 == "-" }) }.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
