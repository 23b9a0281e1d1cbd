package import SystemPackage

/// A program to start in this process's working directory, with all that it is given.
package struct Command: Sendable {
  package var executable: FilePath
  /// What the program sees as its own name; `nil` means the path of the executable.
  package var argumentZero: FilePath?
  package var arguments: [String]
  /// Entries `NAME=VALUE`, bytes as the system keeps them; `nil` means those of this process.
  package var environment: [[UInt8]]?

  package init(
    executable: FilePath, argumentZero: FilePath? = nil, arguments: [String] = [],
    environment: [[UInt8]]? = nil
  ) {
    self.executable = executable
    self.argumentZero = argumentZero
    self.arguments = arguments
    self.environment = environment
  }
}

/// How a process ended.
package enum ProcessEnding: Sendable, Equatable {
  case exited(Int32)
  case signalled(Int32)
  /// It was still running at its deadline and was killed.
  case timedOut
  /// The user interrupted realimport (SIGINT, SIGTERM, SIGHUP) and the process was killed with it.
  case interrupted
}

/// What a finished command left behind.
package struct CommandResult: Sendable {
  package var ending: ProcessEnding
  package var output: [UInt8]
  package var errorOutput: [UInt8]

  package init(ending: ProcessEnding, output: [UInt8], errorOutput: [UInt8]) {
    self.ending = ending
    self.output = output
    self.errorOutput = errorOutput
  }
}

/// A process could not be started or watched.
package enum ProcessProblem: Error, Sendable, Equatable {
  /// posix_spawn(3) refused to start this executable.
  case cannotStart(FilePath, Errno)
  /// A pipe or socket pair could not be made.
  case noDescriptors(Errno)
}

extension ProcessProblem {
  /// What the system said, and what is to be done about it where that is known.
  package var message: String {
    switch self {
    case .cannotStart(_, .resourceTemporarilyUnavailable):
      // RLIMIT_NPROC, or the pids controller of a control group (fork(2)).
      "the limit of processes is reached; raise it (`ulimit -u`, the container's), or end some"
    case .noDescriptors(.tooManyOpenFiles): "the limit of open files is reached; raise it (`ulimit -n`)"
    case .cannotStart(let path, let error): "`\(path)`: \(error)"
    case .noDescriptors(let error): "\(error)"
    }
  }
}
