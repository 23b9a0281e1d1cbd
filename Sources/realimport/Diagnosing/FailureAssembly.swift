import Diagnosis
import FailureTexts
import Probing
import PythonPackaging
import Reporting
import Supervision

/// A failed check as the rules want it.
struct FailureAssembly {
  let check: CheckReport
  let ownership: Ownership
  /// Who wrote a file, of which the distribution may be known.
  let owner: (String, String?) -> Frame.Owner

  var failure: Failure {
    var failure = Failure(outcome: check.outcome)
    failure.module = check.module
    failure.phase = check.phase
    failure.exception = check.failure.map(raised)
    failure.attribute = missingAttribute
    failure.unmetRequirements = check.requirements.filter { !$0.holds }.map {
      Failure.UnmetRequirement(requirement: $0.requirement, found: $0.found, statedBy: $0.statedBy)
    }
    failure.hidden = check.hiddenFailures.map {
      Failure.HiddenFailure(module: $0.module, file: $0.file, exception: raised($0.exception))
    }
    failure.signal = check.signal
    failure.exitCode = check.exitCode.map(Int.init)
    failure.importing = check.importing
    failure.importChain = check.importChain
    failure.crashedIn = check.crashedIn
    failure.crashOwners = check.crashedIn.compactMap {
      ownership.installed.owner(ofFile: PythonPath(text: $0).filePath)?.name.text
    }
    failure.missingInstruction = check.warnings.first { $0.code == WarningReport.processorFlagsMissing }?.message
    (failure.stack, failure.otherStacks) = stacks
    failure.output = check.output.text
    if failure.exception == nil, failure.outcome == .exited, let told = toldException {
      failure.exception = told
      failure.isExceptionTold = true
    }
    if failure.exception != nil, !failure.isExceptionTold { failure.told = toldExceptions }
    failure.readLoaderMessages()
    failure.loader = check.loaderExplanations
    return failure
  }

  /// What the process wrote of an exception before it ended itself, as `traceback.print_exc` does, or `print(error)`; of
  /// several the last.
  private var toldException: RaisedException? {
    switch FailureText(Array(check.output.text.utf8)).failures.last?.ending {
    case .exception(let facts): raised(ownership.exception(facts))
    case .message(let words): RaisedException(type: RaisedException.unknownType, message: words)
    case .death, nil: nil
    }
  }

  /// Those with a traceback, in the order in which they were written.
  private var toldExceptions: [RaisedException] {
    FailureText(Array(check.output.text.utf8)).failures.prefix(Self.mostTold).compactMap { failure in
      if case .exception(let facts) = failure.ending { raised(ownership.exception(facts)) } else { nil }
    }
  }

  /// A log of more is one of something that goes on.
  private static let mostTold = 8

  private func raised(_ report: ExceptionReport) -> RaisedException {
    var exception = RaisedException(
      type: report.type, qualifiedType: report.qualifiedType, message: report.message,
      frames: report.frames.map(frame))
    exception.notes = report.notes
    exception.relation = report.relation
    exception.inner = report.inner.map(raised)
    exception.name = report.name
    exception.path = report.path
    exception.syntax = report.syntax.map {
      SyntaxFacts(file: $0.file.map(PythonPath.init(text:)), line: $0.line, column: $0.column, text: $0.text)
    }
    return exception
  }

  private func frame(_ report: FrameReport) -> Frame {
    Frame(
      file: report.file, line: report.line, function: report.function, source: report.source,
      owner: owner(report.file, report.distribution))
  }

  private var missingAttribute: Failure.MissingAttribute? {
    guard let attribute = check.attributes.first(where: { !$0.found }), let missingAt = attribute.missingAt else {
      return nil
    }
    return Failure.MissingAttribute(
      path: "\(check.module).\(attribute.path)", missingAt: missingAt, isImportable: attribute.importable,
      file: attribute.file)
  }

  private var stacks: ([Frame], [[Frame]]) {
    guard let text = check.stacks, let evidence = CrashEvidence(bytes: Array("stacks\n\(text)".utf8)) else {
      return ([], [])
    }
    let frames = { (frames: [CrashEvidence.Frame]) in frames.map { frame(ownership.frame($0)) } }
    return (frames(evidence.frames), evidence.otherThreads.prefix(Self.mostThreads).map(frames))
  }

  /// Pools are larger, and their threads alike.
  private static let mostThreads = 16
}
