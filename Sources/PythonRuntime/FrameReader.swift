internal import Probing

/// Copies the frames of a traceback.
struct FrameReader {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  /// From the outermost to the one that raised; of a very long traceback the two ends.
  ///
  /// The first frame, `<string>`, is the `import` statement that stands for the user's own; it is left out.
  func frames(of exception: borrowing PythonReference) -> [FrameFacts] {
    let half = ExceptionReader.frameLimit / 2
    var first: [FrameFacts] = []
    var last: [FrameFacts] = []
    var entry = python.present("__traceback__", of: exception)
    while let current = entry.take() {
      let facts = frame(of: current)
      if first.count < half {
        first.append(facts)
      } else {
        last.append(facts)
        if last.count > 2 * half { last.removeFirst(half) }
      }
      entry = python.present("tb_next", of: current)
    }
    return Array((first + last.suffix(half)).drop { $0.file.description == "<string>" })
  }

  private func frame(of entry: borrowing PythonReference) -> FrameFacts {
    FrameFacts(file: file(of: entry), line: line(of: entry), function: function(of: entry))
  }

  private func file(of entry: borrowing PythonReference) -> PythonPath {
    guard let code = code(of: entry), let name = python.attribute("co_filename", of: code) else {
      return PythonPath(text: "?")
    }
    return python.path(of: name) ?? PythonPath(text: "?")
  }

  private func function(of entry: borrowing PythonReference) -> String {
    guard let code = code(of: entry), let name = python.attribute("co_name", of: code) else { return "?" }
    return python.text(of: name) ?? "?"
  }

  private func line(of entry: borrowing PythonReference) -> Int {
    guard let number = python.attribute("tb_lineno", of: entry) else { return 0 }
    return python.integer(of: number) ?? 0
  }

  private func code(of entry: borrowing PythonReference) -> PythonReference? {
    guard let frame = python.attribute("tb_frame", of: entry) else { return nil }
    return python.attribute("f_code", of: frame)
  }
}
