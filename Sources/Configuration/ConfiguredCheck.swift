/// One check that a project's table or a suite asks for: what to import, and what must hold of it.
package struct ConfiguredCheck: Sendable, Hashable {
  /// What the report calls it: the last key of `[tool.realimport.checks.NAME]`.
  package var name: String
  /// Modules to import in this order, in one process. Each has the form that an `import` statement takes.
  package var modules: [String]
  /// What must hold of the installed versions.
  package var requirements: [CheckRequirement] = []
  /// Attribute paths that must be found after the imports, in the notation of targets: `module:object.path`. The
  /// module need not be one of ``modules``.
  package var attributes: [String] = []
  /// Python expressions that must be true after the imports; what they say is Python's business.
  package var expressions: [String] = []
  /// Variables that are set for this check only.
  package var environment: [String: String] = [:]
  /// Whether the absence of its modules is no failure.
  package var isOptional = false
  /// `nil`: that of the whole run.
  package var timeout: Duration?

  package init(_ name: String, modules: [String]) {
    self.name = name
    self.modules = modules
  }
}

/// A requirement, or where it is to be found.
package enum CheckRequirement: Sendable, Hashable {
  /// As PEP 508 has it; the text is not read yet.
  case written(String)
  /// What the metadata (`Requires-Dist`) of one installed distribution states for another one.
  case stated(by: String, for: String)
}
