package import Probing

/// An exception, with what is known of the files of its frames.
package struct RaisedException: Sendable, Equatable {
  package var type: String
  package var qualifiedType: String
  package var message: String
  package var notes: [String] = []
  /// The outermost first, as Python prints them, without those of the import system itself.
  package var frames: [Frame] = []
  package var relation: Relation?
  /// What came before it, or the members of a group.
  package var inner: [RaisedException] = []
  /// `name` and `path` of an ImportError, `name` of an AttributeError.
  package var name: String?
  package var path: String?
  package var syntax: SyntaxFacts?
  /// Of the names in the line that raised those of other distributions than the one whose line it is.
  package var origins: [NameOrigin] = []

  package init(type: String, qualifiedType: String? = nil, message: String, frames: [Frame] = []) {
    self.type = type
    self.qualifiedType = qualifiedType ?? type
    self.message = message
    self.frames = frames
  }
}

extension RaisedException {
  /// Of words that no exception's type precedes.
  package static let unknownType = "?"

  var oldestFirst: [RaisedException] { inner.flatMap(\.oldestFirst) + [self] }

  /// As Python's last line has it, and no longer than a reader bears.
  var line: String {
    // Some frame their words by lines of stars.
    let lines = message.unwrapped.split(separator: "\n").map { String($0).trimmed }.filter { line in
      line.contains { $0.isLetter || $0.isNumber }
    }
    let announces = lines.first?.hasSuffix(":") ?? false
    let first = lines.prefix(announces ? 3 : 1).joined(separator: " ")
    if type == Self.unknownType { return first.shortened(to: 240) }
    return first.isEmpty ? type : "\(type): \(first.shortened(to: 240))"
  }

  /// The code that raised.
  var deepest: Frame? { frames.last }

  /// The distribution whose code raised: of the deepest frame that is not Python's own library. A module's own
  /// `__getattr__` (PEP 562) only says no to the one who asked.
  package var raiser: Frame? {
    frames.last { !$0.owner.isPython && $0.function != "__getattr__" }
  }

  /// The distribution's code that led into the raiser's, if there is one of another owner.
  var caller: Frame? {
    guard let raiser else { return nil }
    return frames.last { !$0.owner.isPython && $0.owner != raiser.owner }
  }

  /// Whether a text shows its frames, and ends before the line of the exception itself.
  var isCutOff: Bool { type == Self.unknownType && message.isEmpty }

  package var isImportError: Bool { ["ImportError", "ModuleNotFoundError", "ZipImportError"].contains(type) }
}

/// One entry of a traceback.
package struct Frame: Sendable, Equatable {
  package var file: String
  package var line: Int
  package var function: String
  /// The line of code without the white space around it.
  package var source: String?
  package var owner: Owner

  package init(file: String, line: Int, function: String, source: String? = nil, owner: Owner) {
    self.file = file
    self.line = line
    self.function = function
    self.source = source
    self.owner = owner
  }

  /// Who wrote a file.
  package enum Owner: Sendable, Hashable {
    case distribution(String)
    /// Python's own library.
    case standardLibrary
    /// The import system, frozen code, `<string>`.
    case interpreter
    /// A file of an environment that no distribution lists.
    case stray
    /// The user's own.
    case local

    package var distribution: String? {
      if case .distribution(let name) = self { name } else { nil }
    }

    var isPython: Bool { self == .standardLibrary || self == .interpreter }
  }

  /// Below site-packages where it lies there.
  var place: String { "\(file.belowSitePackages):\(line)" }
}

extension String {
  var belowSitePackages: String {
    let parts = split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    guard let site = parts.lastIndex(where: { $0 == "site-packages" || $0 == "dist-packages" }) else { return self }
    return parts[(site + 1)...].joined(separator: "/")
  }

  func shortened(to length: Int) -> String {
    utf8.count <= length || count <= length ? self : prefix(length) + "…"
  }
}
