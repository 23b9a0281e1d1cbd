internal import SystemCalls
internal import SystemPackage

/// A GPU as the bus shows it, whether or not a driver works.
package struct GraphicsDevice: Sendable, Equatable {
  package var vendor: Vendor
  /// On the bus, such as `0000:65:00.0`.
  package var address: String
  /// The vendor's number of it, such as `0x20b2`.
  package var id: String
  /// As the driver names it; the numbers' names are in a data base that not every machine has.
  package var name: String?
  /// The kernel's driver that is bound to it: `nvidia`, `nouveau`, `amdgpu`, `i915`, `vfio-pci`.
  package var driver: String?
  /// Bytes of its own memory, where the driver says.
  package var memory: Int?

  /// Vendors of GPUs that Python packages compute on; the raw values are PCI's numbers.
  package enum Vendor: String, Sendable, CaseIterable {
    case nvidia = "0x10de"
    case amd = "0x1002"
    case intel = "0x8086"

    package var name: String {
      switch self {
      case .nvidia: "NVIDIA"
      case .amd: "AMD"
      case .intel: "Intel"
      }
    }
  }
}

extension GraphicsDevice {
  /// More than any machine has on its bus; each costs opening two files.
  private static let mostDevices = 4096

  /// Those on the bus, in its order (`Documentation/ABI/testing/sysfs-bus-pci` of Linux).
  package static func all(_ root: SystemRoot) -> [GraphicsDevice] {
    root.names(in: folder).prefix(mostDevices).compactMap { GraphicsDevice(root, address: $0) }
  }

  private static let folder = "/sys/bus/pci/devices"

  private init?(_ root: SystemRoot, address: String) {
    let place = "\(Self.folder)/\(address)"
    guard let vendor = root.line("\(place)/vendor").flatMap(Vendor.init), let kind = root.line("\(place)/class"),
      Self.kinds.contains(where: kind.hasPrefix)
    else { return nil }
    self.vendor = vendor
    self.address = address
    id = root.line("\(place)/device") ?? "?"
    driver = root.path("\(place)/driver").link()?.lastComponent?.string
    name = root.line("\(place)/product_name") ?? Self.nvidiaModel(root, address)
    // "GPU memory information" of the kernel's amdgpu pages.
    memory = root.line("\(place)/mem_info_vram_total").flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Base classes of "PCI Code and ID Assignment": displays, and processing accelerators as AMD calls its newest.
  private static let kinds: [String] = ["0x03", "0x12"]

  /// What NVIDIA's driver says of the device at this address.
  private static func nvidiaModel(_ root: SystemRoot, _ address: String) -> String? {
    let bytes = root.bytes("/proc/driver/nvidia/gpus/\(address)/information") ?? []
    let model = KeyedLines(bytes, sign: ":").first { $0.has(key: "Model") && !$0.value.isEmpty }
    return model?.text
  }
}
