internal import CPython
internal import Glibc
internal import Probing

/// The functions of the libpython that this process has loaded. It is never unloaded.
struct PythonLibrary {
  let functions: UnsafeMutablePointer<CPythonEntryPoints>

  /// Loads a libpython so that extension modules find its symbols, which most of them do not link themselves.
  init(_ path: PythonPath) throws(LoadingFailure) {
    guard let handle = path.withCString({ dlopen($0, RTLD_NOW | RTLD_GLOBAL) }) else {
      throw LoadingFailure(problem: .libraryNotLoaded(dlerror().map { String(cString: $0) } ?? path.description))
    }
    functions = .allocate(capacity: 1)
    functions.initialize(to: CPythonEntryPoints())
    if let missing = cpython_load_entry_points(handle, functions) {
      throw LoadingFailure(problem: .functionMissing(String(cString: missing)))
    }
  }

  /// A build without a global lock (PEP 703) has another object header; its version string says what it is.
  var isFreeThreaded: Bool {
    functions.pointee.Py_GetVersion().map { strstr($0, "free-threading") != nil } ?? false
  }
}

struct LoadingFailure: Error {
  let problem: StartProblem
}
