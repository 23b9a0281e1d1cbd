/// A part of an environment's description as people read it: what both text and Markdown are made of.
struct DescriptionSection: Sendable, Equatable {
  struct Row: Sendable, Equatable {
    var label: String
    /// One line; it may hold anything that files of others hold.
    var value: String
    /// What stands below the value where lines have their columns.
    var excerpt: [String] = []
  }

  var title: String
  var rows: [Row]

  init(_ title: String, _ rows: [Row]) {
    self.title = title
    self.rows = rows
  }
}

extension DescriptionSection.Row {
  /// A row that is left out where nothing is known. What stands in it is made harmless here, once for all.
  init?(_ label: String, _ value: String?, excerpt: [String] = []) {
    guard let value else { return nil }
    self.init(label: Plain.line(label), value: Plain.line(value), excerpt: excerpt)
  }
}
