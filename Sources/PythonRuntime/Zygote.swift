internal import Glibc
internal import Probing

/// What a worker does so that others need not start Python anew: it forks.
struct Zygote {
  let session: Session

  init(_ session: Session) {
    self.session = session
  }

  private var python: Python { session.python }

  /// Forks as Python code does, so that what was registered for that (os.register_at_fork) runs, and random numbers
  /// differ.
  func fork(_ channels: WorkerChannels) {
    let child = copy(channels, diesWithParent: true)
    if child != 0 { session.link.messages.send(.forked(max(child, 0))) }
  }

  /// Leaves a copy of the process for others to be forked from. It outlives this one, and ends with the front, which its
  /// orders come from.
  /// - Returns: Whether this is the copy.
  func keep(_ channels: WorkerChannels) -> Bool {
    let child = copy(channels, diesWithParent: false)
    guard child != 0 else { return true }
    let isSafe = child > 0 && Self.threadCount() == 1
    if child > 0, !isSafe {
      kill(child, SIGKILL)
      _ = Self.reap(child)
    }
    session.link.messages.send(.kept(isSafe ? child : 0))
    return false
  }

  /// 0 in the copy, which has become a worker of its own; negative where none could be made.
  private func copy(_ channels: WorkerChannels, diesWithParent: Bool) -> Int32 {
    let descriptors = session.link.descriptorsOfOrder()
    // What stands in Python's own buffers would be written by each child once more.
    python.flushOutput()
    freeze()
    let child = forkPython().map { Int32($0) } ?? -1
    if child == 0 {
      session.link.become(channels, descriptors, diesWithParent: diesWithParent)
    } else {
      for descriptor in descriptors { close(descriptor) }
      if child > 0 { setpgid(child, child) }
    }
    return child
  }

  /// Imports a module, and says how many threads a fork after that would have beside it.
  ///
  /// Libraries such as OpenBLAS have threads of their own and end them before a fork (pthread_atfork(3)), so one fork
  /// is made for trial first.
  func preload(_ module: String) -> PreloadFacts {
    guard case .value = python.run("import \(module)") else { return PreloadFacts(succeeded: false, threads: 0) }
    python.flushOutput()
    switch forkPython() {
    case 0?: _exit(0)
    case let child?:
      _ = Self.reap(Int32(child))
      return PreloadFacts(succeeded: true, threads: Self.threadCount())
    case nil: return PreloadFacts(succeeded: false, threads: 0)
    }
  }

  /// The status that waitpid(2) gives for a child that has ended.
  static func reap(_ child: Int32) -> Int32? {
    var status: Int32 = 0
    var result: pid_t = 0
    repeat { result = waitpid(child, &status, 0) } while result < 0 && errno == EINTR
    return result == child ? status : nil
  }

  private func forkPython() -> Int? {
    // Since 3.12 a fork beside threads warns, of our own fork too.
    session.warnings.insist(python)
    guard let posix = python.loadedModule("posix"), let fork = python.attribute("fork", of: posix),
      let result = session.warnings.without({ python.call(fork) })
    else { return nil }
    return python.integer(of: result)
  }

  /// Keeps the garbage collector of each child from going through all that is here already, and from so copying it
  /// (gc.freeze, made for this).
  private func freeze() {
    python.withModule("gc") { collector in
      if let freeze = python.attribute("freeze", of: collector) { python.call(freeze) }
    }
  }

  private static func threadCount() -> Int {
    guard let folder = opendir("/proc/self/task") else { return 1 }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      if entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
    }
    return count
  }
}
