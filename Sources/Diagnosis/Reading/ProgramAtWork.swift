internal import Probing

extension Failure {
  /// Whether a text shows an exception that a program raised when its imports were done: its own functions were at work,
  /// called from the file that was run, and what was raised speaks of no module and no name.
  ///
  /// Where frames are left out that is not known.
  package var isOfProgramAtWork: Bool {
    guard outcome == .failed, let exception, exception.inner.isEmpty, exception.complaint == .other,
      !exception.isImportError, exception.syntax == nil, loaderMessages.isEmpty, build == nil,
      exception.frames.count > 1, let first = exception.frames.first, first.function == "<module>"
    else { return false }
    return Self.plain.contains(exception.type) && !exception.message.hasVersion
      && exception.frames.allSatisfy { $0.owner == .local }
      && exception.frames.dropFirst().allSatisfy { $0.function != "<module>" && $0.function.first?.isLowercase == true }
      && !(first.source?.hasPrefix("import ") ?? false) && !(first.source?.hasPrefix("from ") ?? false)
  }

  /// Exceptions that tell of data, and of no environment.
  private static let plain: Set<String> = [
    "ZeroDivisionError", "IndexError", "ValueError", "OverflowError", "StopIteration", "UnicodeDecodeError",
    "UnicodeEncodeError", "KeyboardInterrupt", "EOFError", "BrokenPipeError",
  ]
}
