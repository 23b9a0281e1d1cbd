/// One file's tree in lines with columns: the names, whose they are, and how they are found.
struct LibraryTreeText {
  let theme: Theme
  let graph: LibraryGraph
  let isVerbose: Bool

  /// A line of which the columns are not aligned yet.
  struct Line {
    var stem = ""
    var name = ""
    var isRoot = false
    /// `nil` where ``rest`` stands in its place.
    var owner: String?
    /// What has no column; painted.
    var rest = ""
    /// Lines that go on below it, whole.
    var details: [String] = []

    var width: Int { stem.count + name.count }
  }

  /// - Parameter shown: What stands above already.
  func lines(_ shown: inout ShownLibraries) -> [Line] {
    var lines = LibraryTree(graph, showsAll: isVerbose).rows(&shown.expanded).map { line($0, &shown) }
    let notes = assumptions.map { "  assumed: \(Plain.line($0))" }
    let option = graph.option.map { theme.paint("  no fault: \(Plain.line($0))", .yellow) }
    if let last = lines.indices.last { lines[last].details += notes + [option].compactMap(\.self) }
    return lines
  }

  private var assumptions: [String] {
    if isVerbose { return graph.assumptions }
    let names = graph.guessedImports.joined(separator: " and ")
    return names.isEmpty ? [] : ["\(names) \(graph.guessedImports.count == 1 ? "is" : "are") imported before it"]
  }

  private func line(_ row: LibraryTree.Row, _ shown: inout ShownLibraries) -> Line {
    var line = Line(stem: Self.stem(row), name: Plain.line(row.need?.name ?? graph.title), isRoot: row.need == nil)
    switch row.need?.result {
    case .missing(let problem):
      let isTold = !shown.missing.insert(problem.library ?? "").inserted && !isVerbose
      let words = Self.predicate(problem.message, of: row.need?.name ?? "")
      line.rest = theme.paint(Plain.line(words), .red) + (isTold ? Self.seeAbove : "")
      if !isTold { line.details = text.missing(problem) }
    case .driver(let driver):
      let article = driver.hasSuffix("driver") ? "the " : ""
      line.rest = theme.paint("comes with \(article)\(Plain.line(driver))", .yellow)
    case .found(let place, let rule):
      line.owner = owner(graph.objects[place])
      let words = rule.words(for: row.requester.map { graph.objects[$0].file })
      let file = isVerbose ? " \(graph.objects[place].file)" : ""
      line.rest = theme.paint(Plain.line("[\(words)]\(file)"), .dim) + (row.isRepeated ? Self.seeAbove : "")
    case .notSought: line.rest = theme.paint(LoaderRule.notSought.words(of: nil), .dim)
    case nil: break
    }
    if let place = row.object, !row.isRepeated || line.isRoot { line.details += problems(of: graph.objects[place]) }
    let indent = Self.continuation(row)
    line.details = line.details.map { indent + $0 }
    return line
  }

  /// The sentence without its subject, which stands on the line already.
  private static func predicate(_ sentence: String, of name: String) -> String {
    for subject in ["\(name) is ", "\(name) "] where sentence.hasPrefix(subject) {
      return String(sentence.dropFirst(subject.count))
    }
    return sentence
  }

  private static let seeAbove = " (see above)"

  private var text: ProblemText { ProblemText(theme: theme, folder: graph.folder, isVerbose: isVerbose) }

  private func problems(of object: LibraryObject) -> [String] {
    object.problems.flatMap { text.lines($0, of: object) }
  }

  private func owner(_ object: LibraryObject) -> String {
    if let owner = object.distribution { return Plain.line("\(owner.name) \(owner.version)") }
    return object.isCommon ? "" : Plain.line(ProblemText.parent(object.file))
  }

  // MARK: Lines of the tree

  private static func stem(_ row: LibraryTree.Row) -> String {
    guard let last = row.branches.last else { return "" }
    return row.branches.dropLast().map { $0 ? "│   " : "    " }.joined() + (last ? "├── " : "└── ")
  }

  /// What stands before a text that goes on below a row.
  private static func continuation(_ row: LibraryTree.Row) -> String {
    row.branches.map { $0 ? "│   " : "    " }.joined() + (row.hasChildren ? "│   " : "    ")
  }
}

/// What readers have seen already.
struct ShownLibraries {
  /// Files below which all that they need was shown.
  var expanded: Set<String> = []
  /// Names of libraries of which was told where they were looked for.
  var missing: Set<String> = []
}

extension [LibraryTreeText.Line] {
  /// With columns that are as wide as the widest of most names.
  func aligned(_ theme: Theme) -> [String] {
    let width = Swift.min(filter { !$0.isRoot }.map(\.width).max() ?? 0, Self.widestName)
    let ownerWidth = Swift.min(compactMap { $0.owner?.count }.max() ?? 0, Self.widestOwner)
    return flatMap { line in
      let name = line.isRoot ? theme.paint(line.name, .bold) : line.name
      let start = theme.paint(line.stem, .dim) + name
      guard !line.isRoot else { return [start] + line.details }
      let room = String(repeating: " ", count: Swift.max(0, width - line.width) + 2)
      let owner = line.owner.map { $0.padded(to: ownerWidth) + (ownerWidth == 0 ? "" : "  ") } ?? ""
      return [start + room + owner + line.rest] + line.details
    }
  }

  /// One long name shall not move all others to the right.
  private static var widestName: Int { 60 }
  private static var widestOwner: Int { 36 }
}
