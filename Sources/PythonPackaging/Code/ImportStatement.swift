/// A place of a module's code that imports other modules.
package struct ImportStatement: Sendable, Equatable {
  /// Dotted names; of `from a import b` both `a` and `a.b`, for either may be a module.
  package let modules: [String]
  /// Counted from 1.
  package let line: Int
  /// Whether the names are written relative to the package of the module.
  package let isRelative: Bool
  /// Whether the code goes on where the import fails by an ImportError: an `except` clause catches that and raises
  /// nothing, or the import is made under `contextlib.suppress`.
  package let isHandled: Bool
  package let occasion: Occasion

  /// When it is made.
  package enum Occasion: Sendable {
    /// Whenever the module is imported.
    case importing
    /// While the module is imported, and not always.
    case condition
    /// When a function is called.
    case call
  }

  package init(
    _ modules: [String], line: Int, isRelative: Bool = false, isHandled: Bool = false,
    _ occasion: Occasion = .importing
  ) {
    (self.modules, self.line, self.isRelative) = (modules, line, isRelative)
    (self.isHandled, self.occasion) = (isHandled, occasion)
  }

  /// Whether this module is imported, or one below it, which imports it first.
  package func imports(_ module: String) -> Bool {
    modules.contains { $0 == module || $0.hasPrefix(module) && $0.utf8.dropFirst(module.utf8.count).first == .dot }
  }
}

extension PythonSource {
  /// The imports of the code in its order, without those of type checkers: statements, and calls of
  /// `importlib.import_module` and `__import__` with a name in quotes.
  ///
  /// - Parameter folder: The names of the packages that the module lies in, to which relative names are relative.
  package func imports(in folder: [String] = []) -> [ImportStatement] {
    var blocks = ImportBlocks()
    let found = statements.compactMap { statement in
      blocks.enter(statement, of: self).flatMap { place in
        names(statement).map { (names: $0, line: statement.line, place: place) }
      }
    }
    return found.compactMap { found in
      let modules = found.names.modules(in: folder)
      guard !modules.isEmpty else { return nil }
      return ImportStatement(
        modules, line: found.line, isRelative: found.names.isRelative, isHandled: blocks.isHandled(found.place),
        found.place.occasion)
    }
  }

  private func names(_ statement: PythonStatement) -> ImportedNames? {
    switch statement.keyword {
    case .import, .from: return ImportedNames(statement: pieces(statement))
    default:
      let names = strings(statement, naming: ["import_module", "__import__"])
      return names.isEmpty ? nil : ImportedNames(texts: names)
    }
  }
}
