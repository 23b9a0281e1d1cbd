import Diagnosis
import FailureTexts
import Probing

/// The failures that a text tells of, as the rules want them.
struct TextAssembly {
  let text: FailureText
  /// Who wrote a file, where more than its path is known.
  let owner: (String) -> Frame.Owner

  /// A text of megabytes may tell of thousands.
  private static let mostFailures = 20

  var failures: [Failure] { text.failures.prefix(Self.mostFailures).map(failure) }

  private func failure(_ told: TextFailure) -> Failure {
    var failure = Failure(outcome: .failed)
    switch told.ending {
    case .exception(let facts):
      failure.exception = raised(facts)
      if facts.message.isEmpty, let words = announcement(of: told) { failure.exception?.message = words }
    case .death(let facts): add(facts, to: &failure)
    case .message(let words): failure.exception = RaisedException(type: RaisedException.unknownType, message: words)
    }
    failure.build = told.build.map { Failure.Build(distribution: $0.distribution, installer: $0.installer) }
    let lastWords = failure.output
    failure.output = Self.joined(lastWords, text.remarks)
    for package in text.hints.packages.sorted(by: { $0.source == .listed && $1.source != .listed }) {
      let name = DistributionSpelling.normal(package.name)
      if failure.statedVersions[name] == nil { failure.statedVersions[name] = package.version }
    }
    failure.statedPythonMinor = text.hints.pythonVersions.lazy.compactMap(Self.minor).first
    let grave =
      told.exception == nil ? text.remarks : text.remarks.filter { $0.isGrave || warns($0, of: failure.exception) }
    failure.readLoaderMessages(in: Self.joined(lastWords, grave))
    return failure
  }

  /// Whether a package warned of its own compiled part, of which it, or its user, then wants a name in vain.
  private func warns(_ remark: Remark, of exception: RaisedException?) -> Bool {
    guard let exception, let wanted = exception.nameWanted, let file = remark.warnedFile,
      let package = owner(file).distribution
    else { return false }
    return [exception.raiser?.owner, wanted.module.map(ownerOfModule)].contains { $0?.distribution == package }
  }

  private func ownerOfModule(_ module: String) -> Frame.Owner {
    owner("/site-packages/\(module.prefix { $0 != "." })/__init__.py")
  }

  /// The words of an exception whose own line the text leaves out, as the logger gave them right before the traceback.
  private func announcement(of told: TextFailure) -> String? {
    guard let exception = told.exception, exception.type == RaisedException.unknownType else { return nil }
    let before = told.lines.lowerBound
    return text.remarks.last { $0.line < before && $0.line + Self.fewLines >= before && $0.isGrave }?.text
  }

  private static let fewLines = 3

  private static func joined(_ lastWords: String, _ remarks: [Remark]) -> String {
    ([lastWords] + remarks.map(\.text)).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func add(_ facts: DeathFacts, to failure: inout Failure) {
    // Nobody but the kernel, for want of memory, kills a process without a word.
    failure.outcome = facts.isTimeout ? .timedOut : facts.signal == "SIGKILL" ? .outOfMemory : .crashed
    failure.importChain = facts.imports
    failure.signal = facts.signal
    failure.exitCode = facts.exitCode
    failure.stack = facts.frames.reversed().map(frame)
    failure.crashedIn = facts.nativeFrames
    failure.output = facts.message
  }

  private func raised(_ facts: ExceptionFacts) -> RaisedException {
    var exception = RaisedException(
      type: facts.type, qualifiedType: facts.qualifiedType, message: facts.message, frames: facts.frames.map(frame))
    exception.notes = facts.notes
    exception.relation = facts.relation
    exception.inner = facts.inner.map(raised)
    exception.name = facts.name
    exception.path = facts.path?.description
    exception.syntax = facts.syntax
    return exception
  }

  private func frame(_ facts: FrameFacts) -> Frame {
    let file = facts.file.description
    return Frame(
      file: file, line: facts.line, function: facts.function, source: facts.source,
      owner: owner(file) == .local ? compiledOwner(facts.function) ?? .local : owner(file))
  }

  /// Cython names its sources where they lay when they were compiled, and the module in the function: `init pandas._libs`.
  private func compiledOwner(_ function: String) -> Frame.Owner? {
    guard function.hasPrefix("init "), function.contains(".") else { return nil }
    return ownerOfModule(String(function.dropFirst("init ".count)))
  }

  /// The minor version of Python 3 in `3.11.7`.
  private static func minor(_ version: String) -> Int? {
    let parts = version.split(separator: ".")
    return parts.count > 1 && parts[0] == "3" ? Int(parts[1]) : nil
  }
}

extension Remark {
  /// Whose line warned, as Python's warnings begin (Lib/warnings.py, `_formatwarnmsg_impl`): `FILE:12: UserWarning: …`.
  fileprivate var warnedFile: String? {
    text.firstRange(of: ".py:").map { String(text[..<$0.lowerBound]) + ".py" }
  }

  /// Whether it may tell why an exception was raised. Of libraries that they can do without, such as TensorFlow of
  /// TensorRT, programs only warn.
  fileprivate var isGrave: Bool { exception != nil || level.map { $0 == .error || $0 == .critical } ?? true }
}
