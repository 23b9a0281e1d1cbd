package import SystemCalls

/// What all workers of one run have in common.
package struct WorkerSettings: Sendable {
  package var interpreter: Interpreter
  package var environment: ProcessEnvironment
  /// Keeps the working directory off `sys.path`.
  package var safePath: Bool
  /// For each module.
  package var timeout: Duration
  /// Bytes that a worker and its children may hold in memory together (resident set size).
  package var memoryLimit: Int?
  /// How many processes work at the same time.
  package var jobs: Int

  package init(
    interpreter: Interpreter, environment: ProcessEnvironment, safePath: Bool, timeout: Duration,
    memoryLimit: Int? = nil, jobs: Int
  ) {
    self.interpreter = interpreter
    self.environment = environment
    self.safePath = safePath
    self.timeout = timeout
    self.memoryLimit = memoryLimit
    self.jobs = jobs
  }

  /// The same for one job.
  func adapted(to job: Job) -> WorkerSettings {
    var settings = self
    settings.timeout = job.timeout
    settings.environment = environment.setting(job.variables)
    return settings
  }
}
