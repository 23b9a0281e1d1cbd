internal import Probing

/// Reads tracebacks that belong together: each was raised because of, or while Python handled, the one above it.
struct ChainReader {
  /// How many exceptions of one chain are kept, half from each end.
  static let limit = 200

  private let all: [TextLine]
  private(set) var index: Int
  private var sections: [TracebackSection] = []
  private var relations: [Relation] = []

  init(_ all: [TextLine], from index: Int) {
    self.all = all
    self.index = index
  }

  /// - Parameter read: Reads one link from a line on; `nil` where there is none.
  mutating func read(
    _ read: ([TextLine], Int) -> (section: TracebackSection, end: Int)?
  ) -> TracebackSection? {
    while let link = read(all, index) {
      sections.append(link.section)
      index = max(link.end, index + 1)
      guard let (relation, next) = separator() else { break }
      relations.append(relation)
      index = next
      if sections.count > Self.limit { forgetMiddle() }
    }
    return joined()
  }

  /// The sentence that joins two tracebacks, and the line at which the second begins.
  private func separator() -> (Relation, Int)? {
    guard let place = next(from: index), let relation = relation(all[place]) else { return nil }
    var start = place + 1
    while start < all.count, start - place < 6, all[start].isBlank || all[start].kind == .rule { start += 1 }
    guard start < all.count, Self.mayBegin(all[start]) else { return nil }
    return (relation, start)
  }

  private func relation(_ line: TextLine) -> Relation? {
    switch line.kind {
    case .cause: .cause
    case .context: .context
    default: nil
    }
  }

  private func next(from index: Int) -> Int? {
    guard index < all.count else { return nil }
    return all[index...].prefix(4).firstIndex { !$0.isBlank && $0.kind != .rule }
  }

  private static func mayBegin(_ line: TextLine) -> Bool {
    line.kind == .header || line.kind.isFrame || line.kind == .exception || line.kind == .groupRule
      || line.kind == .text || line.kind == .assertion
  }

  private mutating func forgetMiddle() {
    let middle = Self.limit / 2
    sections.remove(at: middle)
    relations.remove(at: middle)
  }

  /// The newest exception, which holds the one before it, and so on.
  private func joined() -> TracebackSection? {
    guard var newest = sections.first else { return nil }
    for (section, relation) in zip(sections.dropFirst(), relations) {
      var older = newest.facts
      older.relation = relation
      let start = newest.lines.lowerBound
      let hasGap = newest.hasGap || !newest.hasException
      newest = section
      newest.facts.inner.append(older)
      newest.lines = min(start, section.lines.lowerBound)...section.lines.upperBound
      newest.hasGap = newest.hasGap || hasGap
    }
    return newest
  }
}
