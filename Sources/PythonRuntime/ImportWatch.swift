internal import CPython
internal import Probing

/// Tells the front which module is being imported at any moment, by the audit event `import` (PEP 578).
///
/// A crash or a hang can then be placed even though the process cannot say anything any more.
final class ImportWatch {
  var isActive = false

  func install(_ python: Python) {
    guard let sys = python.loadedModule("sys"), let add = python.attribute("addaudithook", of: sys),
      let hook = python.makeFunction("_realimport_audit", Self.hook)
    else { return }
    python.call(add, hook)
  }

  private static let hook: @convention(c) (PythonPointer?, PythonPointer?) -> PythonPointer? = { _, arguments in
    guard let session = Session.current else { return nil }
    let python = session.python
    if let event = python.argument(0, of: arguments),
      python.equals(event, ascii: "import"), let details = python.argument(1, of: arguments),
      let name = PythonReference(borrowed: python.argument(0, of: details), python.library),
      let text = python.text(of: name, limit: 1000)
    {
      if session.importWatch.isActive { session.link.imports?.add(text) }
      session.warnings.notice(importOf: text, python)
    }
    return python.returnNone()
  }
}
