import Probing
import Reporting
import SystemCalls
import SystemPackage

/// Adds to a report what a process that crashed or hung has left behind.
struct CrashAssembly {
  let observation: Observation
  let searchPath: [FilePath]

  func add(to check: inout CheckReport) {
    guard !check.isGood, check.exception == nil else { return }
    check.importing = observation.importing
    guard let evidence = observation.evidence else { return }
    check.stacks = evidence.stacks
    check.importChain = evidence.importing.map { moduleName($0.file) }
    if !evidence.isLoading, let last = check.importChain.last { check.importing = last }
    guard check.outcome == .crashed else { return }
    check.crashedIn = evidence.objects.filter { !isOwn($0) }
    if let warning = refusal(evidence) { check.warnings.append(warning) }
  }

  /// The module of a source file: `torch.nn` for `…/site-packages/torch/nn/__init__.py`.
  private func moduleName(_ file: String) -> String {
    let path = FilePath(file)
    guard let folder = searchPath.filter(path.starts).max(by: { $0.components.count < $1.components.count }) else {
      return path.stem ?? file
    }
    var names = path.components.dropFirst(folder.components.count).map(\.string)
    if let last = names.popLast(), last != "__init__.py" {
      names.append(last.hasSuffix(".py") ? String(last.dropLast(3)) : last)
    }
    return names.joined(separator: ".")
  }

  /// The worker is this program, and every stack of it leads back here.
  private func isOwn(_ object: String) -> Bool { object == Self.program }

  private static let program = FilePath("/proc/self/exe").link()?.string ?? ""

  private func refusal(_ evidence: CrashEvidence) -> WarningReport? {
    guard !evidence.code.isEmpty else { return nil }
    let missing = RefusedInstruction(code: evidence.code).extensions.filter { !Machine.processorFlags().contains($0) }
    guard !missing.isEmpty else { return nil }
    return WarningReport(
      code: WarningReport.processorFlagsMissing,
      message: "the instruction needs one of \(missing.joined(separator: ", ")), which this processor does not have")
  }
}
