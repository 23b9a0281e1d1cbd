/// The machine, its system and what limits this process. `nil` where it is not known, or there is none.
package struct MachineReport: Codable, Sendable {
  @ExplicitNull package var kernel: KernelReport?
  @ExplicitNull package var operatingSystem: OperatingSystemReport?
  @ExplicitNull package var architecture: String?
  @ExplicitNull package var libc: String?
  @ExplicitNull package var muslLoader: String?
  /// The Windows Subsystem for Linux.
  package var isWindowsSubsystem = false
  package var processor = ProcessorReport()
  package var memory = MemoryReport()
  package var limits = LimitsReport()
  package var containers: [ContainerReport] = []
  package var graphics = GraphicsReport()

  enum CodingKeys: String, CodingKey {
    case kernel, architecture, libc, processor, memory, limits, containers, graphics
    case operatingSystem = "operating_system"
    case muslLoader = "musl_loader"
    case isWindowsSubsystem = "wsl"
  }

  package init() {}
}

/// In the words of uname(2).
package struct KernelReport: Codable, Sendable, Equatable {
  package var name: String
  package var release: String
  package var version: String

  package init(name: String, release: String, version: String) {
    self.name = name
    self.release = release
    self.version = version
  }
}

/// The distribution of Linux, by os-release(5).
package struct OperatingSystemReport: Codable, Sendable, Equatable {
  @ExplicitNull package var id: String?
  @ExplicitNull package var version: String?
  @ExplicitNull package var name: String?

  package init(id: String?, version: String?, name: String?) {
    self.id = id
    self.version = version
    self.name = name
  }
}

package struct ProcessorReport: Codable, Sendable, Equatable {
  @ExplicitNull package var model: String?
  package var count = 0
  /// Those that this process may run on.
  package var usable = 0
  /// The instructions that compiled packages ask for.
  package var flags: [String] = []

  package init() {}
}

/// In bytes.
package struct MemoryReport: Codable, Sendable, Equatable {
  @ExplicitNull package var total: Int?
  @ExplicitNull package var available: Int?
  @ExplicitNull package var swap: Int?
  /// What `/dev/shm` can hold.
  @ExplicitNull package var shared: Int?

  enum CodingKeys: String, CodingKey {
    case total = "total_bytes"
    case available = "available_bytes"
    case swap = "swap_bytes"
    case shared = "shared_bytes"
  }

  package init() {}
}

/// What control groups allow; `nil`: no limit.
package struct LimitsReport: Codable, Sendable, Equatable {
  @ExplicitNull package var memory: Int?
  @ExplicitNull package var processors: Double?

  enum CodingKeys: String, CodingKey {
    case memory = "memory_bytes"
    case processors
  }

  package init() {}
}

/// A sign of a container, and where it stands.
package struct ContainerReport: Codable, Sendable, Equatable {
  package var name: String
  package var evidence: String

  package init(name: String, evidence: String) {
    self.name = name
    self.evidence = evidence
  }
}
