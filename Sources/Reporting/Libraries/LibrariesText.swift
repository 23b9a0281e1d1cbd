/// What extension modules need, for people.
package struct LibrariesText: Sendable {
  package var theme: Theme
  /// All libraries, and where each lies.
  package var isVerbose: Bool

  package init(theme: Theme, isVerbose: Bool) {
    self.theme = theme
    self.isVerbose = isVerbose
  }

  /// With a line end. Lines are not cut or broken, so that paths can be copied.
  package func render(_ report: LibrariesReport, _ sections: [LibrarySection]) -> String {
    var shown = ShownLibraries()
    let renderer = TextRenderer(theme: theme, isVerbose: isVerbose)
    let isKnown = report.environment.executable != nil
    let header = (isKnown ? [renderer.header(report.environment)] : []) + report.warnings.map(renderer.warning)
    let texts = sections.map { self.section($0, &shown) }
    let parts = (header.isEmpty ? [] : [header.joined(separator: "\n")]) + texts + [summary(sections, report.examined)]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func section(_ section: LibrarySection, _ shown: inout ShownLibraries) -> String {
    var lines: [LibraryTreeText.Line] = []
    var groups: [(message: String, titles: [String])] = []
    for graph in section.graphs {
      if let message = message(graph) {
        let index = groups.firstIndex { $0.message == message }
        if let index { groups[index].titles.append(graph.title) } else { groups.append((message, [graph.title])) }
        continue
      }
      let text = LibraryTreeText(theme: theme, graph: graph, isVerbose: isVerbose)
      lines += text.lines(&shown)
    }
    let title = section.title.isEmpty ? [] : [theme.paint(Plain.line(section.title), .bold)]
    return (title + lines.aligned(theme) + groups.map(summary)).joined(separator: "\n")
  }

  /// What is told in one line of a file and others like it; `nil` for a file with a tree.
  private func message(_ graph: LibraryGraph) -> String? {
    guard !isVerbose, let object = graph.objects.first else { return nil }
    let isRefused = graph.objects.count == 1 && object.needs.allSatisfy { $0.result == .notSought }
    if isRefused, object.problems.count == 1, object.undefinedSymbols.isEmpty {
      return object.problems.first?.message
    }
    var nothing: Set<String> = []
    let isQuiet = LibraryTree(graph, showsAll: false).rows(&nothing).count == 1 && object.problems.isEmpty
    return isQuiet ? Self.nothingElse : nil
  }

  private static let nothingElse = "nothing but the system's libraries"

  private func summary(_ group: (message: String, titles: [String])) -> String {
    let shown = group.titles.prefix(Self.mostNamed).joined(separator: ", ")
    let rest = group.titles.count - Self.mostNamed
    let subject = Plain.line(rest > 0 ? "\(shown) and \(rest) more" : shown)
    let message = Plain.line(group.message)
    return "\(subject): \(group.message == Self.nothingElse ? message : theme.paint(message, .red))"
  }

  private static let mostNamed = 2

  private func summary(_ sections: [LibrarySection], _ examined: Int) -> String {
    let objects = sections.flatMap(\.graphs).flatMap(\.objects)
    let files = Set(objects.filter(Self.isWrong).map(\.file)).count
    let isComplete = objects.allSatisfy(\.allProblems.isEmpty)
    let count = examined == 1 ? "1 file examined" : "\(examined) files examined"
    let result =
      files == 0
      ? theme.paint(isComplete ? "nothing is missing" : "nothing is missing that is needed", .green)
      : theme.paint(files == 1 ? "1 lacks something" : "\(files) lack something", .red)
    return "\(count), \(result)"
  }

  private static func isWrong(_ object: LibraryObject) -> Bool { object.allProblems.contains { !$0.optional } }
}
