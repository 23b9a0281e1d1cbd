internal import CLinux
internal import Glibc
package import SystemPackage

/// A child process and the group that it leads. Nothing of the group outlives this value.
package struct ChildProcess: ~Copyable {
  package let identifier: Int32
  /// Readable once the process has ended (pidfd_open(2), Linux 5.3); absent on older kernels.
  package let endingDescriptor: FileDescriptor?

  /// Starts `command`; the child finds `grants` under the numbers given there, and nothing else of ours.
  package init(starting command: Command, grants: [DescriptorGrant] = []) throws(ProcessProblem) {
    identifier = try spawn(command, grants: grants)
    let descriptor = linux_pidfd_open(identifier)
    endingDescriptor = descriptor >= 0 ? FileDescriptor(rawValue: descriptor) : nil
  }

  /// Runs `body` in a copy of this process, with what it prints going to `output` and nothing to read.
  ///
  /// Only while this process has one thread: a copy of any other has locks that nobody will ever open (fork(2)).
  /// The child keeps this processor, and this process uses the others, until ``Processors/restore()``.
  package init(forkingInto output: FileDescriptor, _ body: () -> Never) throws(ProcessProblem) {
    Processors.stay()
    identifier = linux_fork()
    guard identifier >= 0 else {
      let problem = Errno(rawValue: errno)
      Processors.restore()
      throw .cannotStart("/proc/self/exe", problem)
    }
    if identifier == 0 {
      Processors.restore()
      setpgid(0, 0)
      Self.redirect(output)
      body()
    }
    Processors.leave()
    // Whichever of the two comes first.
    setpgid(identifier, identifier)
    let descriptor = linux_pidfd_open(identifier)
    endingDescriptor = descriptor >= 0 ? FileDescriptor(rawValue: descriptor) : nil
  }

  private static func redirect(_ output: FileDescriptor) {
    if let null = try? FileDescriptor.open("/dev/null", .readOnly, options: .closeOnExec) {
      dup2(null.rawValue, STDIN_FILENO)
      try? null.close()
    }
    dup2(output.rawValue, STDOUT_FILENO)
    dup2(output.rawValue, STDERR_FILENO)
  }

  /// Whether the process has ended. It stays a zombie, so that its identifier cannot be used again meanwhile.
  package var hasEnded: Bool {
    var information = siginfo_t()
    let status = waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT)
    return status == 0 ? information._sifields._sigchld.si_pid == identifier : errno == ECHILD
  }

  package func sendToGroup(_ signal: Int32) {
    kill(-identifier, signal)
  }

  /// Kills what is left of the group and says how its leader ended.
  package consuming func end() -> ProcessEnding {
    let ending = reap()
    discard self
    return ending
  }

  deinit { _ = reap() }

  private borrowing func reap() -> ProcessEnding {
    sendToGroup(SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    try? endingDescriptor?.close()
    return ProcessEnding(waitStatus: status)
  }
}
