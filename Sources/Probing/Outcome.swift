/// What a check came to; the names are the contract's.
package enum Outcome: String, Sendable, Codable, CaseIterable {
  case passed, failed, crashed, exited
  case timedOut = "timed-out"
  case outOfMemory = "out-of-memory"
  case skipped
}

/// The part of a check in which it ended badly; `attribute` is all that is looked at after the import.
package enum Phase: String, Sendable, Codable, CaseIterable {
  case `import`, attribute, version, shutdown
}

/// An outcome and where it came about.
package struct Verdict: Sendable, Equatable {
  package var outcome: Outcome
  package var phase: Phase?

  package init(_ outcome: Outcome, _ phase: Phase?) {
    self.outcome = outcome
    self.phase = phase
  }
}

extension Observation {
  /// What one target came to, of the module at `index`: of all that was asked of a module, only the import itself
  /// and the attribute paths and expressions of this target count.
  package func verdict(of index: Int, attributes: [String], expressions: [String] = []) -> Verdict {
    let module = modules[index]
    guard let imported = module.imported else { return Verdict(endingOutcome, .import) }
    if let exception = imported.exception { return Verdict(exception.outcome, .import) }
    guard module.version != nil else { return Verdict(endingOutcome, .version) }
    for path in attributes {
      guard let facts = module.attributes.first(where: { $0.path == path }) else {
        return Verdict(endingOutcome, .attribute)
      }
      if let exception = facts.exception { return Verdict(exception.outcome, .attribute) }
    }
    for expression in expressions {
      guard let facts = module.expressions.first(where: { $0.expression == expression }) else {
        return Verdict(endingOutcome, .attribute)
      }
      if !facts.holds { return Verdict(facts.exception?.outcome ?? .failed, .attribute) }
    }
    return isCleanEnd(after: index) ? Verdict(.passed, nil) : Verdict(endingOutcome, .shutdown)
  }

  /// A process that dies on a later module of the same plan says nothing against this one.
  private func isCleanEnd(after index: Int) -> Bool {
    guard run != nil else { return modules.dropFirst(index + 1).contains(where: \.began) }
    if case .exited = ending { return true }
    return false
  }

  private var endingOutcome: Outcome {
    switch ending {
    case .exited: .exited
    case .signalled: .crashed
    case .timedOut, .interrupted: .timedOut
    case .outOfMemory: .outOfMemory
    }
  }
}

extension ExceptionFacts {
  fileprivate var outcome: Outcome {
    if exitCode != nil { return .exited }
    return qualifiedType == "builtins.MemoryError" ? .outOfMemory : .failed
  }
}
