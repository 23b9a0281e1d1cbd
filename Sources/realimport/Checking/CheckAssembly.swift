import Probing
import SystemCalls
import PythonPackaging
import Reporting

/// Makes the report of one target from what its worker process was seen to do.
struct CheckAssembly {
  let observation: Observation
  let ownership: Ownership
  /// `nil` where nobody asks for shared objects.
  var loaded: LoadedAssembly?

  func report(of planned: PlannedCheck, at index: Int) -> CheckReport {
    let target = planned.target
    let attributes = target.attribute.map { [$0] } ?? []
    let verdict = observation.verdict(of: index, attributes: attributes, expressions: planned.expressions)
    let module = observation.modules[index]
    var check = CheckReport(
      target: target.text, module: target.module, verdict: verdict, output: OutputReport(observation.output))
    addImport(module, to: &check)
    check.name = planned.name
    check.attributes = attributes.map { attribute($0, of: module) }
    check.expressions = planned.expressions.compactMap { expression($0, of: module) }
    addEnding(to: &check)
    check.warnings += warnings(module, planned.expressions, check)
    let earlier = observation.modules[..<index].last { $0.imported != nil }
    loaded?.add(module.imported?.objects ?? [], after: earlier?.imported?.objects ?? [], to: &check)
    check.hiddenFailures = hiddenFailures(check)
    check.preloaded = observation.preloaded
    if !check.isGood { check.soughtModules = observation.lastTopLevels }
    return check
  }

  private func addImport(_ module: ModuleObservation, to check: inout CheckReport) {
    let imported = module.imported
    check.version = module.version?.text
    check.file = imported?.file?.description
    check.exception = imported?.exception.map(ownership.exception)
    check.wallSeconds = imported?.wallSeconds
    check.cpuSeconds = imported?.cpuSeconds
    check.peakRSSBytes = imported?.peakResidentBytes
    check.modulesLoaded = imported?.modulesLoaded
    check.distribution = ownership.distribution(ofModule: check.module, file: imported?.file)
    check.versionsAgree = agreement(check)
  }

  /// `nil` where one of the two is unknown or no version at all. A module inside a package may count versions of its
  /// own, as `numpy.linalg._umath_linalg` does, and so may one beside it: that it disagrees says nothing.
  private func agreement(_ check: CheckReport) -> Bool? {
    guard let own = check.version.flatMap({ try? Version($0) }), let distribution = check.distribution,
      let metadata = try? Version(distribution.version)
    else { return nil }
    if own.agrees(with: metadata) { return true }
    return ownership.installed.isMain(check.module, of: DistributionName(distribution.name)) ? false : nil
  }

  private func attribute(_ path: String, of module: ModuleObservation) -> AttributeReport {
    let facts = module.attributes.first { $0.path == path }
    var report = AttributeReport(path: path, found: facts.map { $0.exception == nil } ?? false)
    report.missingAt = facts?.missingAt
    report.exception = facts?.exception.map(ownership.exception)
    report.importable = module.submodules[path]?.importable
    report.file = module.submodules[path]?.file?.description
    return report
  }

  private func expression(_ text: String, of module: ModuleObservation) -> ExpressionReport? {
    module.expressions.first { $0.expression == text }.map { facts in
      ExpressionReport(
        expression: text, holds: facts.holds, values: facts.values,
        exception: facts.exception.map(ownership.exception))
    }
  }

  private func addEnding(to check: inout CheckReport) {
    switch (check.outcome, observation.ending) {
    case (.crashed, .signalled(let number)): check.signal = Signal.name(number)
    case (.outOfMemory, .outOfMemory(.kernel)): check.signal = Signal.name(Signal.kill)
    case (.exited, .exited(let code)):
      let module = observation.modules.first { $0.plan.module == check.module }
      let exceptions =
        [module?.imported?.exception]
        + check.attributes.map { attribute in
          module?.attributes.first { $0.path == attribute.path }?.exception
        } + (module?.expressions.map(\.exception) ?? [])
      // An exception that asks for an end is caught by the worker, whose own status then says nothing of it.
      check.exitCode = exceptions.lazy.compactMap { $0?.exitCode }.first ?? code
    default: break
    }
    CrashAssembly(observation: observation, searchPath: ownership.searchPath).add(to: &check)
  }

  private func warnings(_ module: ModuleObservation, _ planned: [String], _ check: CheckReport) -> [WarningReport] {
    var warnings = module.version?.warning(of: check.module).map { [$0] } ?? []
    if check.versionsAgree == false, let own = check.version, let distribution = check.distribution {
      let message =
        "`\(check.module).__version__` is \(own), but the metadata of \(distribution.name) says \(distribution.version)"
      warnings.append(WarningReport(code: "version-mismatch", message: message))
    }
    if check.outcome == .passed, case .exited(let code) = observation.ending, code != 0 {
      let message = "Python ended with status \(code) after the import had passed"
      warnings.append(WarningReport(code: "exit-status", message: message))
    }
    warnings += module.expressions.filter { planned.contains($0.expression) }.compactMap(\.warning)
    return warnings + pythonWarnings
  }

  /// What the exception of the import tells already is not hidden.
  private func hiddenFailures(_ check: CheckReport) -> [HiddenFailureReport] {
    let told = check.exception?.chain ?? []
    return (observation.run?.hiddenFailures ?? []).map { failure in
      HiddenFailureReport(
        module: failure.module, file: failure.file.description, exception: ownership.exception(failure.exception))
    }.filter { hidden in
      !told.contains { $0.type == hidden.exception.type && $0.message == hidden.exception.message }
    }
  }

  private var pythonWarnings: [WarningReport] {
    guard let run = observation.run else { return [] }
    let kept = run.warnings.map { WarningReport(code: "python-warning", message: $0) }
    guard run.warningCount > kept.count else { return kept }
    let message = "\(run.warningCount - kept.count) more warnings of Python"
    return kept + [WarningReport(code: "python-warning", message: message)]
  }
}

extension VersionFacts {
  fileprivate var text: String? {
    switch self {
    case .text(let text), .other(_, let text): text
    case .absent, .unreadable: nil
    }
  }

  fileprivate func warning(of module: String) -> WarningReport? {
    switch self {
    case .absent, .text: nil
    case .other(let type, _):
      WarningReport(code: "version-not-a-string", message: "`\(module).__version__` is no string but of type `\(type)`")
    case .unreadable(let reason):
      WarningReport(code: "version-unreadable", message: "`\(module).__version__` cannot be read: \(reason)")
    }
  }
}
