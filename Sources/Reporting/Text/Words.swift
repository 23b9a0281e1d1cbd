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
    case .skipped: "not installed"
    case .outOfMemory where failure == nil:
      signal == nil
        ? "the process took more memory than --memory-limit allows \(place)"
        : "the kernel killed the process for want of memory \(place)"
    case .failed, .outOfMemory:
      Plain.line(failure?.line ?? warnings.first?.message ?? hiddenFailures.first?.warning.message ?? "")
    case .crashed: "\(signal ?? "a signal") ended the process \(place)"
    case .exited: "the process ended with status \(exitCode.map(String.init) ?? "?") \(place)"
    case .timedOut: "not finished at the deadline, \(place)"
    }
  }

  /// The exception that decided: the import's own, or that of the first attribute that was not found.
  var failure: ExceptionReport? {
    exception ?? attributes.first { $0.exception != nil }?.exception
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
    case true?: "Plain Python fails, too."
    case false?: "Plain Python passes."
    case nil: nil
    }
  }
}
