internal import SystemCalls
internal import SystemPackage

/// Ends processes that imports left behind: they became children of this one when their parents ended.
struct Orphanage {
  /// A process that forks faster than it is killed is left to the next sweep.
  private static let rounds = 20

  /// - Parameter processes: Those that still run. What is known to come from one of them, or may, is spared until then.
  func sweep(sparing processes: [WatchedProcess]) {
    let own = Set(processes.map(\.identifier))
    for _ in 0..<Self.rounds {
      let strangers = ProcessTable.children().filter { !own.contains($0) }.compactMap(ProcessTable.entry)
      for stranger in strangers where stranger.isZombie { _ = ProcessControl.reap(stranger.identifier) }
      let left = strangers.filter { stranger in
        !stranger.isZombie && !processes.contains { $0.isParent(of: stranger) }
      }
      guard !left.isEmpty else { return }
      for stranger in left { end(stranger) }
    }
  }

  private func end(_ orphan: ProcessTable.Entry) {
    for member in ProcessTable.family(of: orphan.identifier) { ProcessControl.send(Signal.kill, to: member.identifier) }
    let ending = ProcessControl.endingDescriptor(of: orphan.identifier)
    _ = waitForInput([ending].compactMap(\.self), until: .now + .milliseconds(100))
    try? ending?.close()
    _ = ProcessControl.reap(orphan.identifier)
  }
}
