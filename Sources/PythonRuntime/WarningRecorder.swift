internal import CPython
internal import Glibc
internal import Probing

/// Keeps the warnings that Python shows during the imports, and lets them be shown as ever.
///
/// It stands before `warnings._showwarnmsg_impl`, which every warning passes that the filters let through, and which
/// `warnings.catch_warnings` replaces and restores by itself.
///
/// Most programs start without the module `warnings`; it is not imported for us, but at the moment when somebody else
/// imports it, or when Python itself is about to show a warning, as its compiler may.
final class WarningRecorder {
  private(set) var kept: [String] = []
  private(set) var count = 0
  private var original: PythonPointer?
  private var waiting: PythonReference?
  /// Off while realimport itself looks at a module: what that provokes is nobody's fault.
  private var isOn = true

  func install(_ python: Python) {
    if python.loadedModule("warnings") != nil {
      record(python)
    } else if !hasLocalFile() {
      // A local file of that name must be imported by the user's own imports or not at all.
      wait(python)
    }
  }

  /// Called before each import, while it has not begun.
  func notice(importOf module: String, _ python: Python) {
    if waiting != nil, module == "warnings" || python.loadedModule("warnings") != nil { end(waiting.take(), python) }
  }

  /// For code that we run ourselves: filters before ours may match it.
  func insist(_ python: Python) {
    end(waiting.take(), python)
  }

  /// Adds a filter behind all others. For a warning that none of them matched, Python asks it for `match`, and then looks
  /// for the module `warnings` to show the warning with (CPython: Python/_warnings.c, `get_filter`, `call_show_warning`).
  private func wait(_ python: Python) {
    guard let own = python.loadedModule("_warnings"), let filters = python.attribute("filters", of: own),
      let append = python.attribute("append", of: filters), let match = python.makeFunction("match", Self.match),
      let filter = python.warningFilter(matching: match)
    else { return }
    python.call(append, filter.copy())
    waiting = consume filter
  }

  private func end(_ filter: consuming PythonReference?, _ python: Python) {
    guard let filter else { return }
    if let own = python.loadedModule("_warnings"), let filters = python.attribute("filters", of: own),
      let remove = python.attribute("remove", of: filters)
    {
      python.call(remove, filter)
    }
    record(python)
  }

  private func record(_ python: Python) {
    guard case .value(let module) = python.importModule("warnings"),
      let show = python.attribute("_showwarnmsg_impl", of: module),
      let hook = python.makeFunction("_showwarnmsg_impl", Self.hook)
    else { return }
    original = show.release()
    python.setAttribute("_showwarnmsg_impl", of: module, to: hook)
  }

  private static let match: @convention(c) (PythonPointer?, PythonPointer?) -> PythonPointer? = { _, _ in
    guard let session = Session.current else { return nil }
    session.warnings.insist(session.python)
    return session.python.builtin("False")?.release()
  }

  func without<Result: ~Copyable>(_ work: () -> Result) -> Result {
    isOn = false
    defer { isOn = true }
    return work()
  }

  private func hasLocalFile() -> Bool {
    access("warnings.py", F_OK) == 0 || access("warnings", F_OK) == 0
  }

  private static let hook: @convention(c) (PythonPointer?, PythonPointer?) -> PythonPointer? = { _, arguments in
    guard let session = Session.current else { return nil }
    let python = session.python
    guard session.warnings.isOn,
      let message = PythonReference(borrowed: python.argument(0, of: arguments), python.library)
    else { return python.returnNone() }
    session.warnings.keep(message, python)
    if let show = PythonReference(borrowed: session.warnings.original, python.library) { python.call(show, message) }
    return python.returnNone()
  }

  private func keep(_ warning: borrowing PythonReference, _ python: Python) {
    count += 1
    guard kept.count < RunFacts.warningLimit else { return }
    kept.append(line(warning, python))
  }

  /// `Category: text (file:line)`.
  private func line(_ warning: borrowing PythonReference, _ python: Python) -> String {
    var line = "Warning"
    if let category = python.attribute("category", of: warning), let name = python.attribute("__name__", of: category),
      let text = python.text(of: name)
    {
      line = text
    }
    if let message = python.attribute("message", of: warning), case .value(let string) = python.string(of: message),
      let text = python.text(of: string, limit: 2000)
    {
      line += ": \(text)"
    }
    if let file = python.attribute("filename", of: warning), let path = python.path(of: file) {
      line += " (\(path)"
      if let number = python.attribute("lineno", of: warning), let value = python.integer(of: number) {
        line += ":\(value)"
      }
      line += ")"
    }
    return line
  }
}
