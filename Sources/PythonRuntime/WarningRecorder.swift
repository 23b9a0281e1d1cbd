internal import CPython
internal import Glibc
internal import Probing

/// Keeps the warnings that Python shows during the imports, and lets them be shown as ever.
///
/// It stands before `warnings._showwarnmsg_impl`, which every warning passes that the filters let through, and which
/// `warnings.catch_warnings` replaces and restores by itself.
final class WarningRecorder {
  private(set) var kept: [String] = []
  private(set) var count = 0
  private var original: PythonPointer?
  /// Off while realimport itself looks at a module: what that provokes is nobody's fault.
  private var isOn = true

  func install(_ python: Python) {
    // A local file of that name must be imported by the user's own imports or not at all.
    guard python.loadedModule("warnings") != nil || !hasLocalFile(),
      case .value(let module) = python.importModule("warnings"),
      let show = python.attribute("_showwarnmsg_impl", of: module),
      let hook = python.makeFunction("_showwarnmsg_impl", Self.hook)
    else { return }
    original = show.release()
    python.setAttribute("_showwarnmsg_impl", of: module, to: hook)
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
