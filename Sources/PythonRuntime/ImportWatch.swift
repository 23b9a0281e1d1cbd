internal import CPython
internal import Glibc
internal import Probing

/// Tells the front which module is being imported at any moment, by the audit event `import` (PEP 578).
///
/// A crash or a hang can then be placed even though the process cannot say anything any more.
final class ImportWatch {
  var isActive = false

  func install(_ python: Python) {
    python.addAuditHook(Self.hook)
  }

  /// Never stops what Python is about to do.
  private static let hook: AuditHook = { event, arguments, _ in
    guard let event, strcmp(event, "import") == 0, let session = Session.current else { return 0 }
    let python = session.python
    if let name = PythonReference(borrowed: python.argument(0, of: arguments), python.library),
      let text = python.text(of: name, limit: 1000)
    {
      if session.importWatch.isActive { session.link.imports?.add(text) }
      session.warnings.notice(importOf: text, python)
    }
    return 0
  }
}
