/// The parts of a description that are about the machine.
enum MachineSections {
  private typealias Row = DescriptionSection.Row

  static func system(_ machine: MachineReport) -> DescriptionSection {
    DescriptionSection(
      "System",
      [
        Row("distribution", machine.operatingSystem.flatMap { $0.name ?? $0.id }),
        Row("kernel", machine.kernel.map { "\($0.name) \($0.release)" + (machine.isWindowsSubsystem ? " (WSL)" : "") }),
        Row("libc", joined([machine.libc, machine.muslLoader.map { "musl's loader \($0)" }])),
        Row("container", joined(machine.containers.map { "\($0.name) (\($0.evidence))" })),
        Row("processor", joined([machine.processor.model, machine.architecture])),
        Row("processors", processors(machine)),
        Row("instructions", machine.processor.flags.isEmpty ? nil : machine.processor.flags.joined(separator: " ")),
        Row("memory", memory(machine)),
      ].compactMap(\.self))
  }

  private static func processors(_ machine: MachineReport) -> String? {
    let limit = machine.limits.processors.map { "limited to the time of \(Amount.decimal($0))" }
    return joined(["\(machine.processor.usable) of \(machine.processor.count)", limit])
  }

  private static func memory(_ machine: MachineReport) -> String? {
    let memory = machine.memory
    return joined([
      memory.total.map(Amount.bytes), memory.available.map { "\(Amount.bytes($0)) available" },
      machine.limits.memory.map { "limited to \(Amount.bytes($0))" },
      memory.swap.flatMap { $0 == 0 ? nil : "\(Amount.bytes($0)) swap" },
      memory.shared.map { "/dev/shm \(Amount.bytes($0))" },
    ])
  }

  static func graphics(_ graphics: GraphicsReport) -> DescriptionSection {
    let answered = graphics.nvidiaQuery?.devices ?? []
    return DescriptionSection(
      "Graphics",
      [Row("gpu", graphics.devices.isEmpty && answered.isEmpty ? "none seen" : nil)].compactMap(\.self)
        + graphics.devices.compactMap { Row("gpu \($0.address)", $0.words) }
        + graphics.drivers.compactMap { Row("driver", "\($0.name) \($0.version)") }
        + answered.compactMap { Row("nvidia-smi", $0.words) }
        + [
          Row("nvidia-smi", graphics.nvidiaQuery?.failure),
          Row("device files", joined(graphics.nodes)),
          Row("libcuda", joined(graphics.cudaLibraries)),
        ].compactMap(\.self)
        + graphics.cudaToolkits.compactMap { Row("CUDA", $0.words) })
  }

  /// `nil` where there is nothing to join.
  private static func joined(_ parts: [String?]) -> String? {
    let parts = parts.compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension GraphicsDeviceReport {
  fileprivate var words: String {
    ["\(vendor) \(name ?? id)", memory.map(Amount.bytes), driver.map { "driver \($0)" } ?? "no driver"]
      .compactMap(\.self).joined(separator: ", ")
  }
}

extension NVIDIAQueryReport.Device {
  fileprivate var words: String {
    let parts = [
      name, memory.map(Amount.bytes), computeCapability.map { "compute capability \($0)" },
      driverVersion.map { "driver \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension CUDAToolkitReport {
  fileprivate var words: String { "\(version ?? "no version told"), \(folder) (found by \(foundBy))" }
}
