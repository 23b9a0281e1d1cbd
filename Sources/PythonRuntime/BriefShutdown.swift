internal import Glibc

/// Ends the process as Python does up to the point where it begins to take its objects apart.
///
/// The order is that of Py_FinalizeEx (pylifecycle.c): threads, exit functions, output.
struct BriefShutdown {
  let python: Python

  init(_ python: Python) {
    self.python = python
  }

  func end() -> Never {
    call("_shutdown", of: "threading")
    call("_run_exitfuncs", of: "atexit")
    python.flushOutput()
    _exit(0)
  }

  private func call(_ function: String, of name: String) {
    if let module = python.loadedModule(name), let function = python.attribute(function, of: module) {
      python.call(function)
    }
  }
}

extension Python {
  /// Empties Python's own buffers of standard output and error.
  func flushOutput() {
    for name in ["stdout", "stderr"] {
      if let stream = sys(name), !isNone(stream), let flush = attribute("flush", of: stream) { call(flush) }
    }
  }
}
