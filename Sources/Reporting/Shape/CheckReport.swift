package import Diagnosis
package import Probing

/// What one target came to.
package struct CheckReport: Codable, Sendable {
  package var target: String
  /// What a project's table calls the check; `nil` outside of one.
  @ExplicitNull package var name: String?
  package var module: String
  package var outcome: Outcome
  @ExplicitNull package var phase: Phase?
  /// What the module itself says.
  @ExplicitNull package var version: String?
  /// What the metadata says.
  @ExplicitNull package var distribution: DistributionReport?
  @ExplicitNull package var versionsAgree: Bool?
  @ExplicitNull package var file: String?
  package var attributes: [AttributeReport] = []
  package var expressions: [ExpressionReport] = []
  package var requirements: [RequirementReport] = []
  @ExplicitNull package var exception: ExceptionReport?
  @ExplicitNull package var confirmed: Bool?
  /// Extension modules that were tried in vain while the import went on.
  package var hiddenFailures: [HiddenFailureReport] = []
  @ExplicitNull package var signal: String?
  @ExplicitNull package var exitCode: Int32?
  @ExplicitNull package var stacks: String?
  /// The module that was being imported when the process ended without saying so itself.
  @ExplicitNull package var importing: String?
  /// The modules whose code was running then, the one that began it first.
  package var importChain: [String] = []
  /// Shared objects in which it crashed: the one that was running, then its likely callers.
  package var crashedIn: [String] = []
  /// Imported before by the process that this one was forked from.
  package var preloaded: [String] = []
  /// The shared objects of the process after the import, in the order of loading; empty where it did not end.
  package var loadedObjects: [LoadedObjectReport] = []
  /// Those of them that are one library in several files, which mostly does no harm.
  package var libraryCopies: [LibraryCopiesReport] = []
  /// What the loader said in exceptions, hidden failures and output, explained; empty for what passed without a hidden
  /// failure.
  package var loader: [LoaderReport] = []
  /// The same as the diagnosis wants it; no part of the document.
  package var loaderExplanations: [LoaderExplanation] = []
  /// Modules at the top that were looked for last, for the diagnosis; no part of the document.
  package var soughtModules: [String] = []
  @ExplicitNull package var wallSeconds: Double?
  @ExplicitNull package var cpuSeconds: Double?
  @ExplicitNull package var peakRSSBytes: Int?
  @ExplicitNull package var modulesLoaded: Int?
  /// Of the distribution's native files, where they were asked for.
  @ExplicitNull package var links: LinksReport?
  package var output: OutputReport
  package var warnings: [WarningReport] = []
  /// Of what did not pass: the cause to act on first.
  package var diagnosis: [DiagnosisReport] = []

  enum CodingKeys: String, CodingKey {
    case target, name, module, expressions, requirements, outcome, phase, version, distribution, file, attributes,
      exception, confirmed, signal
    case stacks, importing, links, output, warnings, diagnosis, preloaded, loader
    case importChain = "import_chain"
    case crashedIn = "crashed_in"
    case versionsAgree = "versions_agree"
    case hiddenFailures = "hidden_failures"
    case exitCode = "exit_code"
    case wallSeconds = "wall_seconds"
    case cpuSeconds = "cpu_seconds"
    case peakRSSBytes = "peak_rss_bytes"
    case modulesLoaded = "modules_loaded"
    case loadedObjects = "loaded_objects"
    case libraryCopies = "library_copies"
  }

  package init(target: String, module: String, verdict: Verdict, output: OutputReport) {
    self.target = target
    self.module = module
    outcome = verdict.outcome
    phase = verdict.phase
    self.output = output
  }

  /// Passed, or absent where absence is allowed.
  package var isGood: Bool { outcome == .passed || outcome == .skipped }
}

package struct DistributionReport: Codable, Sendable, Equatable {
  package var name: String
  package var version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// An extension module that could not be loaded, whether or not somebody swallowed the exception.
package struct HiddenFailureReport: Codable, Sendable {
  package var module: String
  package var file: String
  package var exception: ExceptionReport

  package init(module: String, file: String, exception: ExceptionReport) {
    self.module = module
    self.file = file
    self.exception = exception
  }
}

/// How the lookup of one attribute path went.
package struct AttributeReport: Codable, Sendable {
  package var path: String
  package var found: Bool
  @ExplicitNull package var missingAt: String?
  @ExplicitNull package var importable: Bool?
  @ExplicitNull package var file: String?
  @ExplicitNull package var exception: ExceptionReport?

  enum CodingKeys: String, CodingKey {
    case path, found, importable, file, exception
    case missingAt = "missing_at"
  }

  package init(path: String, found: Bool) {
    self.path = path
    self.found = found
  }
}

/// What the imported code wrote to its standard output and error.
package struct OutputReport: Codable, Sendable, Equatable {
  package var text: String
  package var bytes: Int
  package var truncated: Bool

  package init(_ output: CapturedOutput) {
    text = Plain.text(output.text)
    bytes = output.byteCount
    truncated = output.isTruncated
  }
}
