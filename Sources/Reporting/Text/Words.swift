internal import Probing

extension AttributeReport {
  /// The three facts about an attribute that was not found, as one sentence.
  func sentence(module: String) -> String {
    guard let missingAt, let name = missingName(module: module) else { return "`\(module).\(path)` was not looked up." }
    guard exception?.type == "AttributeError" else {
      return "Looking up `\(name)` in `\(missingAt)` raised \(exception?.type ?? "an exception")."
    }
    return "`\(missingAt)` has no attribute `\(name)`\(submodule(module: module))"
  }

  private func submodule(module: String) -> String {
    let name = "\(module).\(path)"
    return switch (importable, file) {
    case (true, let file?):
      "; its file exists (\(Plain.line(file))) and `import \(name)` works, but `import \(module)` alone does not bind it."
    case (true, nil): "; `import \(name)` works, but `import \(module)` alone does not bind it."
    case (false, let file?): "; a file of that name exists (\(Plain.line(file))), but `import \(name)` fails."
    case (false, nil): ", and no module of that name can be imported."
    case (nil, _): "."
    }
  }

  private func missingName(module: String) -> String? {
    let names = "\(module).\(path)".split(separator: ".")
    let found = missingAt.map { $0.split(separator: ".").count } ?? names.count
    return names.dropFirst(found).first.map(String.init)
  }
}

extension HiddenFailureReport {
  /// The same as a warning, for those who read text.
  var warning: WarningReport {
    WarningReport(
      code: "hidden-failure", message: "`\(module)` could not be loaded (\(exception.line)), and the import went on")
  }
}

extension CheckReport {
  /// What went wrong, on one line.
  package var reason: String {
    switch outcome {
    case .passed: ""
    case .skipped:
      warnings.first { $0.code == WarningReport.notChecked }.map { Plain.line($0.message) } ?? "not installed"
    case .outOfMemory where failure == nil:
      signal == nil
        ? "the process took more memory than --memory-limit allows \(place)"
        : "the kernel killed the process for want of memory \(place)"
    case .failed, .outOfMemory:
      Plain.line(
        failure?.line ?? unmetConditions.first ?? warnings.first?.message ?? hiddenFailures.first?.warning.message ?? ""
      )
    case .crashed: "\(signal ?? "a signal") ended the process \(place)"
    case .exited: "the process ended with status \(exitCode.map(String.init) ?? "?") \(place)"
    case .timedOut: "not finished at the deadline, \(place)"
    }
  }

  /// The exception that decided: the import's own, or that of the first attribute that was not found.
  package var failure: ExceptionReport? {
    exception ?? attributes.first { $0.exception != nil }?.exception
      ?? expressions.first { $0.exception != nil }?.exception
  }

  /// What had to hold and does not, a phrase each.
  var unmetConditions: [String] {
    requirements.filter { !$0.holds }.map(\.phrase)
      + expressions.filter { !$0.holds && $0.exception == nil }.map { "`\($0.expression)` is not true" }
  }

  private var place: String {
    let during =
      switch phase {
      case .attribute: "while an attribute of `\(module)` was looked up"
      case .version: "while `__version__` of `\(module)` was read"
      case .shutdown: "while Python shut down; the import itself had passed"
      case .import, nil: "while `\(module)` was imported"
      }
    guard let importing, importing != module, phase != .shutdown else { return during }
    return "\(during), at `\(Plain.line(importing))`"
  }

  var confirmation: String? {
    switch confirmed {
    case true? where phase == .version && failure == nil: "Plain Python imports the same version."
    case true?: "Plain Python fails, too."
    case false?: "Plain Python passes."
    case nil: nil
    }
  }
}

extension RequirementReport {
  /// Who requires what, and what is there instead.
  var phrase: String {
    let instead = found.map { "the version is \($0.isEmpty ? "unknown" : $0)" } ?? "it is not installed"
    return statedBy.map { "\($0) requires \(requirement), and \(instead)" }
      ?? "\(requirement) is required, and \(instead)"
  }
}

extension WarningReport {
  /// A requirement that the metadata of the check's distribution states is not fulfilled.
  package static let requirementConflict = "requirement-conflict"
  /// Says why a target needs no import.
  package static let notChecked = "not-checked"
  /// Two copies in one process of what can be there only once.
  package static let duplicateRuntime = "duplicate-runtime"
  /// The processor refused an instruction that needs what it does not have.
  package static let processorFlagsMissing = "cpu-flags-missing"
  /// A library from outside the environment in the place of the environment's own.
  package static let foreignLibrary = "foreign-library"

  /// Whether it comes from all that a process had loaded, and not from the import alone.
  package var concernsLoadedObjects: Bool { code == Self.duplicateRuntime || code == Self.foreignLibrary }
}

extension ConflictReport {
  /// Who states what, and what is there instead, without a full stop. It reads right beside either of the two.
  package var sentence: String {
    let stater = [distribution, version].filter { !$0.isEmpty }.joined(separator: " ")
    return switch kind {
    case .missing, .version: "\(stater) requires \(requirement), \(instead)"
    case .python, .platform: "\(stater) is for \(requirement), and this is \(found ?? "another machine")"
    }
  }

  /// What there is in place of a distribution in a version that is admitted.
  var instead: String {
    let subject = subject ?? "another one"
    return switch (kind, found) {
    case (.missing, _): "which is not installed"
    case (_, let version?) where !version.isEmpty: "and \(subject) \(version) is installed"
    default: "and \(subject) is installed in an unknown version"
    }
  }
}

extension CheckReport {
  /// How many shared objects the import brought, and from where they came.
  var loadedSummary: String {
    let brought = loadedObjects.filter { !$0.loadedBefore }
    let counts = LoadedObjectReport.Place.allCases.compactMap { place in
      let count = brought.count { $0.place == place }
      return count == 0 ? nil : "\(count) \(place.words)"
    }
    let objects = brought.count == 1 ? "1 shared object" : "\(brought.count) shared objects"
    let places = counts.isEmpty ? "" : ": \(counts.joined(separator: ", "))"
    return "loaded \(objects), beside \(loadedObjects.count - brought.count) before\(places)"
  }
}

extension LoadedObjectReport.Place {
  fileprivate var words: String {
    switch self {
    case .environment: "of the environment"
    case .installation: "of Python's installation"
    case .system: "of the system"
    case .elsewhere: "from elsewhere"
    }
  }
}

extension LibraryCopiesReport {
  /// Where they lie, without a full stop.
  var sentence: String {
    "\(library) is loaded \(files.count) times: \(files.map(FailureText.short).joined(separator: ", "))"
  }
}
