/// GPUs, as far as they can be told without CUDA, ROCm or Python.
package struct GraphicsReport: Codable, Sendable, Equatable {
  package var devices: [GraphicsDeviceReport] = []
  package var drivers: [GraphicsDriverReport] = []
  /// The device files that are there.
  package var nodes: [String] = []
  /// `nil` where there is no `nvidia-smi` on PATH.
  @ExplicitNull package var nvidiaQuery: NVIDIAQueryReport?
  /// Where `libcuda.so.1` lies, in the loader's order.
  package var cudaLibraries: [String] = []
  package var cudaToolkits: [CUDAToolkitReport] = []

  enum CodingKeys: String, CodingKey {
    case devices, drivers, nodes
    case nvidiaQuery = "nvidia_smi"
    case cudaLibraries = "cuda_libraries"
    case cudaToolkits = "cuda_toolkits"
  }

  package init() {}
}

/// A GPU on the bus.
package struct GraphicsDeviceReport: Codable, Sendable, Equatable {
  package var vendor: String
  package var address: String
  package var id: String
  @ExplicitNull package var name: String?
  @ExplicitNull package var driver: String?
  @ExplicitNull package var memory: Int?

  enum CodingKeys: String, CodingKey {
    case vendor, address, id, name, driver
    case memory = "memory_bytes"
  }

  package init(vendor: String, address: String, id: String, name: String?, driver: String?, memory: Int?) {
    self.vendor = vendor
    self.address = address
    self.id = id
    self.name = name
    self.driver = driver
    self.memory = memory
  }
}

package struct GraphicsDriverReport: Codable, Sendable, Equatable {
  package var name: String
  package var version: String
  package var evidence: String

  package init(name: String, version: String, evidence: String) {
    self.name = name
    self.version = version
    self.evidence = evidence
  }
}

/// What `nvidia-smi` answered, or how it failed.
package struct NVIDIAQueryReport: Codable, Sendable, Equatable {
  package var program: String
  package var devices: [Device]
  @ExplicitNull package var failure: String?

  package struct Device: Codable, Sendable, Equatable {
    package var name: String
    @ExplicitNull package var driverVersion: String?
    @ExplicitNull package var memory: Int?
    @ExplicitNull package var computeCapability: String?

    enum CodingKeys: String, CodingKey {
      case name
      case driverVersion = "driver_version"
      case memory = "memory_bytes"
      case computeCapability = "compute_capability"
    }

    package init(name: String, driverVersion: String?, memory: Int?, computeCapability: String?) {
      self.name = name
      self.driverVersion = driverVersion
      self.memory = memory
      self.computeCapability = computeCapability
    }
  }

  package init(program: String, devices: [Device], failure: String?) {
    self.program = program
    self.devices = devices
    self.failure = failure
  }
}

package struct CUDAToolkitReport: Codable, Sendable, Equatable {
  package var folder: String
  @ExplicitNull package var version: String?
  package var foundBy: String

  enum CodingKeys: String, CodingKey {
    case folder, version
    case foundBy = "found_by"
  }

  package init(folder: String, version: String?, foundBy: String) {
    self.folder = folder
    self.version = version
    self.foundBy = foundBy
  }
}
