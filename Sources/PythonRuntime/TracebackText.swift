internal import Glibc
internal import Probing

/// The text that Python itself prints for an uncaught exception.
///
/// `sys.__excepthook__` prints it, into a buffer that stands in for `sys.stderr`: so every version's own form comes
/// out, and no module is imported for it where CPython does it in C (up to 3.12).
struct TracebackText {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  func text(of exception: borrowing PythonReference) -> String? {
    guard let hook = python.builtin("__excepthook__"), let sys = python.builtin("sys"),
      let makeBuffer = python.builtin("StringIO"), let buffer = python.call(makeBuffer),
      let type = python.type(of: exception), let none = python.builtin("None")
    else { return nil }
    let former = python.sys("stderr") ?? none.copy()
    python.setAttribute("stderr", of: sys, to: buffer)
    let traceback = python.attribute("__traceback__", of: exception) ?? none.copy()
    python.call(hook, type, exception.copy(), traceback)
    python.setAttribute("stderr", of: sys, to: former)
    guard let getValue = python.attribute("getvalue", of: buffer), let value = python.call(getValue) else { return nil }
    return python.text(of: value, limit: 2 * Python.textLimit).map(withoutColour)
  }

  /// Since 3.13 these variables colour tracebacks wherever they go: `ESC [ … m` is taken out again.
  private func withoutColour(_ text: String) -> String {
    guard getenv("FORCE_COLOR") != nil || getenv("PYTHON_COLORS") != nil else { return text }
    var kept: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x1B, rest.first == UInt8(ascii: "["),
        let end = rest.dropFirst().firstIndex(where: { !(0x30...0x3B).contains($0) }), rest[end] == UInt8(ascii: "m")
      {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
