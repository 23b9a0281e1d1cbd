import MachineFacts
import Probing
import Reporting
import Supervision
import SystemCalls

extension MachineReport {
  init(_ machine: MachineDescription) {
    self.init()
    kernel = machine.kernel.map { KernelReport(name: $0.name, release: $0.release, version: $0.version) }
    operatingSystem = machine.operatingSystem.map {
      OperatingSystemReport(id: $0.id, version: $0.version, name: $0.prettyName)
    }
    architecture = machine.architecture
    libc = machine.libc
    muslLoader = machine.muslLoader
    isWindowsSubsystem = machine.isWindowsSubsystem
    processor.model = machine.processor.model
    processor.count = machine.processor.count
    processor.usable = machine.usableProcessors
    processor.flags = machine.processor.flags
    memory = MemoryReport(machine)
    limits.memory = machine.controlGroup.memoryLimit
    limits.processors = machine.controlGroup.processorLimit
    containers = machine.containerHints.map { ContainerReport(name: $0.name, evidence: $0.evidence) }
    graphics = GraphicsReport(machine.graphics)
  }
}

extension MemoryReport {
  fileprivate init(_ machine: MachineDescription) {
    self.init()
    total = machine.memory.total
    available = machine.memory.available
    swap = machine.memory.swap
    shared = machine.sharedMemory
  }
}

extension GraphicsReport {
  fileprivate init(_ graphics: Graphics) {
    self.init()
    devices = graphics.devices.map {
      GraphicsDeviceReport(
        vendor: $0.vendor.name, address: $0.address, id: "\($0.vendor.rawValue):\($0.id)", name: $0.name,
        driver: $0.driver, memory: $0.memory)
    }
    drivers = graphics.drivers.map {
      GraphicsDriverReport(name: $0.name, version: $0.version, evidence: $0.evidence)
    }
    nodes = graphics.nodes
    nvidiaQuery = graphics.query.map(NVIDIAQueryReport.init)
    cudaLibraries = graphics.cudaLibraries
    cudaToolkits = graphics.cudaToolkits.map {
      CUDAToolkitReport(folder: $0.folder, version: $0.version, foundBy: $0.foundBy)
    }
  }
}

extension NVIDIAQueryReport {
  fileprivate init(_ query: NVIDIAQuery) {
    self.init(program: PythonPath(query.program).description, devices: [], failure: nil)
    switch query.answer {
    case .failure(let words): failure = words
    case .devices(let answered):
      devices = answered.map {
        Device(
          name: $0.name, driverVersion: $0.driverVersion, memory: $0.memory, computeCapability: $0.computeCapability)
      }
    }
  }
}
