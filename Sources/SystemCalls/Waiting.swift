internal import Glibc
package import SystemPackage

/// A descriptor that is read while a child runs, and what takes its bytes.
package struct Source {
  var descriptor: FileDescriptor
  var receive: ([UInt8]) -> Void
  var isOpen = true

  package init(_ descriptor: FileDescriptor, receive: @escaping ([UInt8]) -> Void) {
    self.descriptor = descriptor
    self.receive = receive
  }
}

/// Why waiting for a child ended.
package enum WaitingEnd: Sendable {
  case childEnded, deadline, interrupted
}

/// Waits for one child and meanwhile reads what it writes.
///
/// The child decides when this ends, never its pipes: a grandchild may hold them open for as long as it likes.
package struct Waiting {
  private var sources: [Source]
  private let interruptions: Interruptions?

  package init(sources: [Source], interruptions: Interruptions?) {
    self.sources = sources
    self.interruptions = interruptions
  }

  /// - Parameters:
  ///   - deadline: Asked again and again; what was read may move it.
  ///   - tick: Called at least every tenth of a second, for a progress line.
  package mutating func wait(
    for child: borrowing ChildProcess, until deadline: () -> ContinuousClock.Instant, tick: () -> Void = {}
  ) -> WaitingEnd {
    while true {
      read(readySources(child, until: deadline()))
      tick()
      if child.hasEnded { return finish(.childEnded) }
      if interruptions?.happened == true { return finish(.interrupted) }
      if ContinuousClock.now >= deadline() { return finish(.deadline) }
    }
  }

  /// Sleeps until something happens; gives the sources that have something to read.
  private func readySources(
    _ child: borrowing ChildProcess, until deadline: ContinuousClock.Instant
  ) -> [Int] {
    let open = sources.indices.filter { sources[$0].isOpen }
    let others = [child.endingDescriptor, interruptions?.descriptor].compactMap(\.self)
    // Without a descriptor for the child's end it must be asked for.
    let longest: Duration = child.endingDescriptor == nil ? .milliseconds(10) : .milliseconds(100)
    let ready = waitForInput(open.map { sources[$0].descriptor } + others, until: min(deadline, .now + longest))
    return zip(open, ready).filter(\.1).map(\.0)
  }

  /// What the child wrote before its end is still in the pipes; a survivor that writes on is not waited for.
  private mutating func finish(_ end: WaitingEnd) -> WaitingEnd {
    for _ in 0..<Self.lastReads {
      guard read(Array(sources.indices)) else { break }
    }
    return end
  }

  /// Of 64 KiB each: more than pipes and sockets hold (pipe(7)).
  private static let lastReads = 64

  /// Reads at most one buffer of each of these sources; whether there was anything.
  @discardableResult private mutating func read(_ indices: [Int]) -> Bool {
    var any = false
    for index in indices where sources[index].isOpen {
      guard let bytes = sources[index].descriptor.availableBytes() else { continue }
      any = true
      if bytes.isEmpty { sources[index].isOpen = false } else { sources[index].receive(bytes) }
    }
    return any
  }
}
