package import SystemCalls

/// What the machine, its kernel and its container say of themselves, read without starting Python.
package struct MachineDescription: Sendable {
  package var kernel: Kernel?
  package var operatingSystem: OperatingSystem?
  package var architecture: String?
  package var libc: String?
  package var muslLoader: String?
  package var processor: Processor
  /// Those that this process may use (sched_getaffinity(2)).
  package var usableProcessors: Int
  package var memory: Memory
  /// Bytes that `/dev/shm` can hold: data loaders pass tensors through it, and containers have 64 MB of it.
  package var sharedMemory: Int?
  package var controlGroup: ControlGroup
  package var containerHints: [ContainerHint]
  package var graphics: Graphics

  /// Reads it all; what cannot be read is `nil` or empty.
  package init(root: SystemRoot = SystemRoot(), environment: ProcessEnvironment) {
    kernel = Machine.kernel()
    operatingSystem = OperatingSystem(root)
    architecture = Machine.architecture()
    libc = Machine.libc()
    muslLoader = MuslLoader.path(root)
    processor = Processor(root)
    usableProcessors = Machine.processorCount()
    memory = Memory(root)
    sharedMemory = fileSystemSize(root.path("/dev/shm"))
    controlGroup = ControlGroup(root)
    containerHints = ContainerHint.all(root)
    graphics = Graphics(root, environment)
  }

  package var isWindowsSubsystem: Bool { kernel?.isWindowsSubsystem ?? false }
}
