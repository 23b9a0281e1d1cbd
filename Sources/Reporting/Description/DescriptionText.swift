/// An environment's description for a terminal: sections with aligned rows.
package struct DescriptionText: Sendable {
  package var theme: Theme
  /// All distributions and warnings.
  package var isVerbose: Bool

  package init(theme: Theme, isVerbose: Bool) {
    self.theme = theme
    self.isVerbose = isVerbose
  }

  /// With a line end. Lines are not cut or broken, so that paths can be copied.
  package func render(_ description: EnvironmentDescription) -> String {
    let sections = DescriptionSections(description: description, isVerbose: isVerbose).all
    return sections.map(section).joined(separator: "\n\n") + "\n"
  }

  private func section(_ section: DescriptionSection) -> String {
    let width = min(section.rows.map(\.label.count).max() ?? 0, Self.widestLabel)
    let rows = section.rows.map { row in
      let label = row.label + String(repeating: " ", count: max(0, width - row.label.count))
      let excerpt = row.excerpt.map { "\n" + String(repeating: " ", count: width + 4) + $0 }.joined()
      return "  \(theme.paint(label, .dim))  \(row.value)\(excerpt)"
    }
    return ([theme.paint(section.title, .bold)] + rows).joined(separator: "\n")
  }

  /// Names of distributions can have any length; the values of the others shall not move for one.
  private static let widestLabel = 32
}
