/// What a pasted text tells of failed imports and of the environment in which they failed.
///
/// Facts only: what a failure means is for others to judge. Reading takes time in proportion to the length of the text,
/// whatever it holds, and no text is an error.
package struct FailureText: Sendable, Equatable {
  /// In the order of the text; empty where it tells of none.
  package var failures: [TextFailure]
  /// Warnings and entries of logs that belong to no failure, in order.
  package var remarks: [Remark]
  package var hints: EnvironmentHints

  /// - Parameter bytes: In any encoding; see ``TextDecoding``. Of more than ``TextDecoding/limit`` the two ends are read.
  package init(_ bytes: [UInt8]) {
    guard TextDecoding.isText(bytes) else {
      (failures, remarks, hints) = ([], [], EnvironmentHints([]))
      return
    }
    let streams = TextLines(bytes).streams
    var failures = streams.flatMap(FailureScan.failures)
    for lines in streams { BuildScan.attach(BuildScan.builds(lines), to: &failures) }
    if failures.allSatisfy(\.pointsElsewhere) { failures += streams.flatMap(Fragment.failures) }
    if failures.isEmpty { failures = streams.compactMap(NativeStack.failure) }
    self.failures = failures.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    remarks = RemarkScan.remarks(streams, beside: self.failures)
    hints = EnvironmentHints(streams)
  }
}
