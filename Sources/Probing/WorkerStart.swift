/// Which Python a worker starts.
package struct WorkerStart: Sendable, Equatable {
  package var libpython: PythonPath
  /// The environment's own `bin/python`: CPython finds pyvenv.cfg by it.
  package var executable: PythonPath
  /// Keeps the working directory off `sys.path`.
  package var safePath: Bool
  package var channels: WorkerChannels

  package init(libpython: PythonPath, executable: PythonPath, safePath: Bool, channels: WorkerChannels) {
    self.libpython = libpython
    self.executable = executable
    self.safePath = safePath
    self.channels = channels
  }
}

/// The numbers of a worker's own ends of its streams, before it moves them out of the way.
package struct WorkerDescriptors: Sendable {
  package var orders: Int32
  package var messages: Int32
  package var evidence: Int32
  /// Not a stream, but memory that it shares with the front.
  package var imports: Int32

  package init(orders: Int32, messages: Int32, evidence: Int32, imports: Int32) {
    self.orders = orders
    self.messages = messages
    self.evidence = evidence
    self.imports = imports
  }

  /// Four numbers in a row, as a new process is given them.
  package init(first: Int32) {
    self.init(orders: first, messages: first + 1, evidence: first + 2, imports: first + 3)
  }
}

/// Where a worker's own streams can be opened anew: imported code may close every descriptor there is.
package struct WorkerChannels: Sendable, Equatable {
  /// The process of the front.
  package var front: Int32
  /// The numbers that the writing ends have there.
  package var messages: Int32
  package var evidence: Int32

  package init(front: Int32, messages: Int32, evidence: Int32) {
    self.front = front
    self.messages = messages
    self.evidence = evidence
  }
}

/// How a worker ends once it has done everything.
package enum Shutdown: String, Sendable {
  /// As Python does: every object is torn down, which can take as long as the import, and can crash.
  case whole
  /// Threads are waited for and exit functions run; the memory is left to the system.
  case brief
}

/// What a worker is told to do next.
package enum WorkerOrder: Sendable {
  /// The first order: start Python.
  case start(WorkerStart)
  /// Import these, in this order, look at them, and end in this manner. The last order, unless it says to stay.
  case probe([ModulePlan], then: Shutdown, stays: Bool)
  /// After the probe: leave a copy of the process, to be forked from, and end. The copy has the descriptors that come
  /// with the order; the answer is ``WorkerMessage/kept(_:)``.
  case keep(WorkerChannels)
  /// After the probe: end.
  case finish
  /// Import this and go on waiting, so that forks have it already; the answer is ``WorkerMessage/preloaded(_:)``.
  case preload(String)
  /// Keep compiled modules in this folder, and look for them there alone (`sys.pycache_prefix`).
  case cacheBytecode(PythonPath)
  /// Fork. The child has the descriptors that come with the order, and obeys orders of its own.
  case fork(WorkerChannels)
  /// Wait for a forked child that has ended; the answer is ``WorkerMessage/reaped(_:status:)``.
  case reap(Int32)
}
