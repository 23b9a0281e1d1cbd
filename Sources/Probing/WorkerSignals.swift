/// Signals with a meaning between front and worker.
package enum WorkerSignals {
  /// Asks a worker for the Python stacks of all its threads. A real-time signal (signal(7)): programs rarely use those,
  /// and hardly the last ones.
  package static let stacks: Int32 = 62
}
