internal import Synchronization

/// A file that another thread may read before it is asked for.
///
/// Both threads go through the same files: whichever comes to one first reads it.
final class FileAhead<Contents: Sendable>: Sendable {
  private let reading: @Sendable () throws(ReadFailure) -> Contents
  private let state = Mutex(State.open)

  private enum State {
    case open, begun, taken
    case read(Result<Contents, ReadFailure>)
  }

  init(_ reading: @escaping @Sendable () throws(ReadFailure) -> Contents) {
    self.reading = reading
  }

  /// What the other thread does.
  func read() {
    guard begin() else { return }
    let result = Result { () throws(ReadFailure) in try reading() }
    state.withLock { state in
      if case .begun = state { state = .read(result) }
    }
  }

  private func begin() -> Bool {
    state.withLock { state in
      guard case .open = state else { return false }
      state = .begun
      return true
    }
  }

  /// What was read, and no longer kept here; where that has not come to an end, the file is read in this thread.
  func take() throws(ReadFailure) -> Contents {
    let before = state.withLock { state in
      defer { state = .taken }
      return state
    }
    guard case .read(let result) = before else { return try reading() }
    return try result.get()
  }
}
