/// What one worker process is asked to do.
package struct Plan: Sendable, Codable {
  package var libpython: PythonPath
  /// The environment's own `bin/python`: CPython finds pyvenv.cfg by it.
  package var executable: PythonPath
  /// Keeps the working directory off `sys.path`.
  package var safePath: Bool
  /// Imported in this order, in one process.
  package var modules: [ModulePlan]

  package init(libpython: PythonPath, executable: PythonPath, safePath: Bool, modules: [ModulePlan]) {
    self.libpython = libpython
    self.executable = executable
    self.safePath = safePath
    self.modules = modules
  }
}

/// One import, and the attribute paths that are looked up after it.
package struct ModulePlan: Sendable, Codable, Hashable {
  package var module: String
  package var attributes: [String]

  package init(module: String, attributes: [String]) {
    self.module = module
    self.attributes = attributes
  }
}
