package import Probing

/// One thing to be done in a process of its own.
package final class Job {
  package enum Task {
    /// Import these modules in this order in one process. Where that comes from is asked when there is a place for it;
    /// `nil` means not yet.
    case probe([ModulePlan], from: () -> Origin?, then: Shutdown)
    /// Ask plain Python the same.
    case control(ControlQuestion)
  }

  /// How the process of a probe comes about.
  package enum Origin: Equatable {
    /// A newly started Python.
    case start
    /// A fork of a Python that has started, and has imported these modules before.
    case fork(preloaded: [String])
  }

  package enum Priority {
    case inTurn
    /// Before all that has not begun.
    case next
    /// At once, even where every place is taken.
    case immediate
  }

  package enum Result {
    case observed(Observation)
    case control(ControlResult)
    /// No process could be started; the text says why.
    case impossible(String)
  }

  package let task: Task
  package let timeout: Duration
  package let priority: Priority
  /// Variables that its process has beside those of all; it is never a fork then.
  package let variables: [String: String]
  let finished: (Result) -> Void
  /// May be called once a process that is no fork has said all that it has to say, and shuts down: what is to be made
  /// of that can be made ready meanwhile. How the process ends is not known yet.
  package var foreseen: ((Observation) -> Void)?
  /// Called once, when half of the time of a module is over.
  package var halfTime: (() -> Void)?
  /// Asked when a forked worker that has these ready, and has begun to import those itself, is seen to import this module:
  /// what it should better have been forked from, if anything.
  package var reconsider: (([String], Set<String>, String) -> Origin?)?
  /// Asked after a forked worker has imported everything: under which name a copy of it is kept, to fork others from.
  package var keepsAs: ((Observation) -> [String]?)?
  private(set) var isCancelled = false

  package init(
    _ task: Task, timeout: Duration, priority: Priority = .inTurn, variables: [String: String] = [:],
    finished: @escaping (Result) -> Void
  ) {
    self.task = task
    self.timeout = timeout
    self.priority = priority
    self.variables = variables
    self.finished = finished
  }

  /// Nobody wants the result any more: the process is ended, and `finished` is not called.
  package func cancel() {
    isCancelled = true
  }
}
