internal import Probing

/// What Python's own messages say in a fixed form, put where a live exception has it.
///
/// CPython: Lib/importlib/_bootstrap.py, Python/ceval.c (`import_from`), Objects/moduleobject.c, Lib/traceback.py.
enum MessageFields {
  static func fill(_ facts: inout ExceptionFacts) {
    takeSuggestion(&facts)
    switch facts.type {
    case "ImportError", "ModuleNotFoundError": readImport(&facts)
    case "AttributeError": facts.name = quoted(behind: " has no attribute '", in: facts.message)
    case "NameError": facts.name = quoted(behind: "name '", in: facts.message)
    case "SystemExit": facts.exitCode = facts.message.isEmpty ? 0 : Int32(facts.message) ?? 1
    default: break
    }
  }

  private static func readImport(_ facts: inout ExceptionFacts) {
    let message = facts.message
    if message.hasPrefix("No module named ") {
      facts.name = quoted(behind: "No module named '", in: message) ?? unquoted(message)
      return
    }
    guard message.hasPrefix("cannot import name ") else { return }
    facts.name =
      quoted(behind: "' from partially initialized module '", in: message) ?? quoted(behind: "' from '", in: message)
    facts.path = path(message)
  }

  /// Python 2 quotes nothing: `No module named x`.
  private static func unquoted(_ message: String) -> String? {
    let name = message.utf8.dropFirst("No module named ".utf8.count).prefix { $0.isNamePart || $0 == UInt8(ascii: ".") }
    return name.isEmpty ? nil : name.text
  }

  private static func quoted(behind text: String, in message: String) -> String? {
    guard let rest = Array(message.utf8)[...].split(at: text)?.after,
      let end = rest.firstIndex(of: UInt8(ascii: "'"))
    else { return nil }
    return rest[..<end].text
  }

  /// The file in parentheses at the end; `(unknown location)` is none.
  private static func path(_ message: String) -> PythonPath? {
    let bytes = Array(message.utf8)[...]
    guard bytes.last == .closingParenthesis, let open = bytes.lastIndex(of: UInt8(ascii: "(")) else { return nil }
    let inside = bytes[(open + 1)...].dropLast().text
    let isNone = inside == "unknown location" || inside.hasPrefix("most likely due to ") || inside.isEmpty
    return isNone ? nil : PythonPath(text: inside)
  }

  /// traceback.py adds it to the message when it prints, and only for these types; what stands below it are notes.
  private static func takeSuggestion(_ facts: inout ExceptionFacts) {
    guard ["NameError", "AttributeError", "ImportError", "ModuleNotFoundError"].contains(facts.type) else { return }
    let lines = facts.message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, first.hasSuffix("?") || first.hasSuffix("'") else { return }
    let bytes = Array(first.utf8)[...]
    for start in [". Did you mean: '", ". Did you forget to import '", ". Did you mean '"] {
      guard let (before, _) = bytes.split(at: start) else { continue }
      facts.suggestion = bytes.dropFirst(before.count + 2).text
      facts.message = before.text
      facts.notes = lines.dropFirst() + facts.notes
      return
    }
  }
}
