/// What tracebacks show as the source of `<string>`.
///
/// Since 3.13 `python -c` puts its text into `linecache`, so that the first line of a traceback can be shown. The
/// text there would be ours; it becomes the statement that runs in the user's name.
struct ProgramText {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  /// The cache keeps size, time of change, lines and full name of a file; the line is exchanged in place.
  func show(_ text: String) {
    guard let linecache = python.loadedModule("linecache"), let cache = python.attribute("cache", of: linecache),
      let entry = python.item("<string>", of: cache), let lines = python.element(2, of: entry),
      python.count(lines) > 0, let line = python.string(text + "\n")
    else { return }
    python.setElement(0, of: lines, to: line)
  }
}
