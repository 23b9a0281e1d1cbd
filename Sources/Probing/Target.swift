/// What the user asks of one module: to import, and perhaps an attribute path that must be found after it.
///
/// Written `module` or `module:object.path`, the notation of entry points.
package struct Target: Sendable, Hashable {
  package var module: String
  package var attribute: String?
  /// As the user wrote it.
  package var text: String

  /// - Throws: ``TargetProblem``; nothing is started for a name that no `import` statement could hold.
  package init(parsing text: String) throws(TargetProblem) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    do throws(TargetProblem) {
      module = try Self.dottedName(parts[0], in: text)
      attribute = parts.count == 2 ? try Self.dottedName(parts[1], in: text) : nil
    } catch {
      throw text.allSatisfy(\.isWhitespace) ? .empty : error
    }
    self.text = text
  }

  /// A module that nobody wrote, such as one of a distribution that somebody named.
  package init(module: String, attribute: String? = nil, text: String? = nil) {
    self.module = module
    self.attribute = attribute
    self.text = text ?? attribute.map { "\(module):\($0)" } ?? module
  }

  private static func dottedName(_ name: Substring, in text: String) throws(TargetProblem) -> String {
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard part.isIdentifier else { throw .notAName(text) }
      guard !pythonKeywords.contains(String(part)) else { throw .keyword(String(part), in: text) }
    }
    return String(name)
  }
}

package enum TargetProblem: Error, Sendable, Equatable {
  case empty
  case notAName(String)
  case keyword(String, in: String)

  package var message: String {
    switch self {
    case .empty:
      "a target is empty; write a module such as `torch` or an attribute such as `torch:_inductor.config`"
    case .notAName(let text):
      "`\(text)` is no module name; write a module such as `torch.nn` or an attribute such as `torch:_inductor.config`"
    case .keyword(let word, let text):
      "`\(text)` cannot be imported: `\(word)` is a keyword of Python"
    }
  }
}

extension Substring {
  /// An identifier of Python's lexical analysis: `XID_Start XID_Continue*`, and the underscore.
  fileprivate var isIdentifier: Bool {
    guard let first = unicodeScalars.first, first.startsIdentifier else { return false }
    return unicodeScalars.dropFirst().allSatisfy(\.continuesIdentifier)
  }
}

/// Nearly every name is ASCII, for which no table of Unicode has to be read: a check of the names on the command line
/// comes before everything else.
extension Unicode.Scalar {
  fileprivate var startsIdentifier: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "_": true
    default: !isASCII && properties.isXIDStart
    }
  }

  fileprivate var continuesIdentifier: Bool {
    switch self {
    case _ where startsIdentifier, "0"..."9": true
    default: !isASCII && properties.isXIDContinue
    }
  }
}

/// `keyword.kwlist` of CPython 3.9 to 3.13; putting a set of them together takes longer than a look through them.
private let pythonKeywords: [String] = [
  "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
  "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
  "pass", "raise", "return", "try", "while", "with", "yield",
]

extension [Target] {
  /// One plan for each module, in the order of first mention: targets of one module share one import.
  package var modulePlans: [ModulePlan] {
    var plans: [ModulePlan] = []
    for target in self {
      let index = plans.firstIndex { $0.module == target.module } ?? plans.endIndex
      if index == plans.endIndex { plans.append(ModulePlan(module: target.module)) }
      if let attribute = target.attribute, !plans[index].attributes.contains(attribute) {
        plans[index].attributes.append(attribute)
      }
    }
    return plans
  }
}
