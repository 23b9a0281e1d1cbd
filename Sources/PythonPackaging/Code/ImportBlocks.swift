/// Follows the blocks of a file that decide what becomes of the imports in them.
struct ImportBlocks {
  private var blocks: [Block] = []
  private var attempts: [Attempt] = []
  /// The latest `try` of each indent.
  private var latest: [Int: Int] = [:]

  private struct Block {
    let indent: Int
    let kind: Kind

    enum Kind {
      /// Of `try` or of `with suppress(…)`; the number is a place in `attempts`.
      case attempt(Int)
      /// The clause that catches an ImportError.
      case clause(of: Int)
      /// What is not always executed.
      case branch
      case function
      /// `if TYPE_CHECKING`
      case unexecuted
    }
  }

  private struct Attempt {
    var catches = false
    /// Whether the first clause that catches an ImportError raises something itself.
    var raises = false
  }

  /// Where a statement stands.
  struct Place {
    let occasion: ImportStatement.Occasion
    /// Those around it, as far as the function reaches.
    fileprivate let attempts: [Int]
  }

  /// Takes the statements of a file in their order.
  ///
  /// - Returns: Where it stands; `nil` where only type checkers read it.
  mutating func enter(_ statement: PythonStatement, of source: PythonSource) -> Place? {
    while let last = blocks.last, last.indent >= statement.indent { blocks.removeLast() }
    let place = place
    switch statement.keyword {
    case .try: open(Attempt(), statement)
    case .with:
      let words = source.words(statement)
      if words.contains("suppress"), Self.catches(words) { open(Attempt(catches: true), statement) }
    case .except: readClause(source.words(statement), statement)
    case .def: open(.function, statement)
    case .if where statement.tokens.count <= 4 && Self.isForTypeCheckers(source.words(statement)):
      open(.unexecuted, statement)
    case .if, .elif, .else, .for, .while: open(.branch, statement)
    case .raise: noteRaise()
    default: break
    }
    return place
  }

  /// Whether the code goes on after an ImportError there; to be asked when all statements were taken.
  func isHandled(_ place: Place) -> Bool {
    place.attempts.contains { attempts[$0].catches && !attempts[$0].raises }
  }

  private var place: Place? {
    var attempts: [Int] = []
    var occasion = ImportStatement.Occasion.importing
    for block in blocks.reversed() {
      switch block.kind {
      case .attempt(let attempt): if occasion != .call { attempts.append(attempt) }
      case .function: occasion = .call
      case .clause, .branch: if occasion == .importing { occasion = .condition }
      case .unexecuted: return nil
      }
    }
    return Place(occasion: occasion, attempts: attempts)
  }

  /// Python takes no more (`MAXINDENT` of CPython's Parser/lexer/state.h).
  private static let mostBlocks = 100

  private mutating func open(_ kind: Block.Kind, _ statement: PythonStatement) {
    if blocks.count < Self.mostBlocks { blocks.append(Block(indent: statement.indent, kind: kind)) }
  }

  private mutating func open(_ attempt: Attempt, _ statement: PythonStatement) {
    open(.attempt(attempts.count), statement)
    if statement.keyword == .try { latest[statement.indent] = attempts.count }
    attempts.append(attempt)
  }

  /// `clause ::= 'except' '*'? (expression ('as' name)?)?`
  private mutating func readClause(_ words: [String], _ statement: PythonStatement) {
    let names = words.dropFirst().prefix { $0 != "as" }
    guard let attempt = latest[statement.indent], !attempts[attempt].catches, names.isEmpty || Self.catches(names)
    else {
      open(.branch, statement)
      return
    }
    attempts[attempt].catches = true
    open(.clause(of: attempt), statement)
  }

  /// A `raise` makes nothing of a clause unless it stands in a function that is defined there.
  private mutating func noteRaise() {
    for block in blocks.reversed() {
      switch block.kind {
      case .clause(let attempt):
        attempts[attempt].raises = true
        return
      case .function: return
      case .attempt, .branch, .unexecuted: continue
      }
    }
  }

  /// The loader's errors come as ImportError itself, which ModuleNotFoundError does not catch.
  private static func catches(_ names: some Sequence<String>) -> Bool {
    names.contains { ["ImportError", "Exception", "BaseException"].contains($0) }
  }

  private static func isForTypeCheckers(_ words: [String]) -> Bool {
    words.last == "TYPE_CHECKING" && !words.contains("not") && !words.contains("or")
  }
}
