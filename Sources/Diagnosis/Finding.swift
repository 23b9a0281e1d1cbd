/// What a rule makes of the evidence.
package struct Finding: Sendable, Equatable {
  package var cause: Cause
  /// Distributions by name, the one to act on first.
  package var culprits: [String]
  package var confidence: Confidence
  /// One sentence.
  package var summary: String
  /// What it rests on, the strongest first: files, versions, requirements, words of the exception.
  package var evidence: [String]
  package var fixes: [Fix]
  /// The rule that found it.
  package var rule: String

  package init(
    _ cause: Cause, _ confidence: Confidence, culprits: [String?] = [], _ summary: String, evidence: [String?],
    fixes: [Fix?] = [], rule: String = ""
  ) {
    self.cause = cause
    self.confidence = confidence
    self.culprits = culprits.compactMap(\.self).distinct
    self.summary = summary
    self.evidence = Array(evidence.compactMap(\.self).distinct.prefix(Self.mostEvidence))
    self.fixes = fixes.compactMap(\.self)
    // Of what would be the second the first may not be there.
    if let first = self.fixes.first, first.title.hasPrefix("or ") {
      self.fixes[0].title = String(first.title.dropFirst("or ".count))
    }
    self.rule = rule
  }

  /// More lines nobody reads.
  package static let mostEvidence = 4
}

/// How sure a finding is.
package enum Confidence: String, Sendable, Codable, CaseIterable, Comparable {
  case possible, likely
  /// The evidence proves it.
  case certain

  package static func < (one: Confidence, other: Confidence) -> Bool { one.rank < other.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Something to do about it.
package struct Fix: Sendable, Equatable {
  package var title: String
  /// For a shell; empty where no command can do it.
  package var commands: [String]
  /// Whether it was tried in a copy of the environment, and how that went; `nil`: not tried.
  package var proved: Bool?

  package init(_ title: String, commands: [String] = []) {
    self.title = title
    self.commands = commands
  }
}

extension Array where Element: Hashable {
  /// Each once, in the order of first mention.
  var distinct: [Element] {
    var known: Set<Element> = []
    return filter { known.insert($0).inserted }
  }
}
