package import Probing

/// A Python exception with everything that came before it.
package struct ExceptionReport: Codable, Sendable {
  package var type: String
  package var qualifiedType: String
  package var message: String
  package var notes: [String]
  package var frames: [FrameReport]
  @ExplicitNull package var relation: Relation?
  package var inner: [ExceptionReport]
  @ExplicitNull package var traceback: String?
  @ExplicitNull package var syntax: SyntaxReport?
  @ExplicitNull package var name: String?
  @ExplicitNull package var path: String?

  enum CodingKeys: String, CodingKey {
    case type, message, notes, frames, relation, inner, traceback, syntax, name, path
    case qualifiedType = "qualified_type"
  }

  /// - Parameter frame: Adds to a frame what only the file system knows.
  package init(_ facts: ExceptionFacts, frame: (FrameFacts) -> FrameReport) {
    type = facts.type
    qualifiedType = facts.qualifiedType
    message = facts.message
    notes = facts.notes
    frames = facts.frames.map(frame)
    relation = facts.relation
    inner = facts.inner.map { ExceptionReport($0, frame: frame) }
    traceback = facts.traceback
    syntax = facts.syntax.map(SyntaxReport.init)
    name = facts.name
    path = facts.path?.description
  }

  /// This and all that led to it, or that it groups.
  package var chain: [ExceptionReport] { [self] + inner.flatMap(\.chain) }

  /// As Python's last line has it, without the lines of a long message; empty where a text was cut off before it.
  package var line: String {
    let first = message.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    if type == "?" { return first }
    return first.isEmpty ? type : "\(type): \(first)"
  }
}

package struct FrameReport: Codable, Sendable, Equatable {
  package var file: String
  package var line: Int
  package var function: String
  @ExplicitNull package var source: String?
  /// The distribution that owns the file.
  @ExplicitNull package var distribution: String?

  package init(file: String, line: Int, function: String, source: String?, distribution: String?) {
    self.file = file
    self.line = line
    self.function = function
    self.source = source
    self.distribution = distribution
  }
}

/// Where a SyntaxError says that the error is.
package struct SyntaxReport: Codable, Sendable, Equatable {
  @ExplicitNull package var file: String?
  @ExplicitNull package var line: Int?
  @ExplicitNull package var column: Int?
  @ExplicitNull package var text: String?

  init(_ facts: SyntaxFacts) {
    file = facts.file?.description
    line = facts.line
    column = facts.column
    text = facts.text
  }
}
