/// What comes with the driver of a graphics processor and never from an index of packages.
///
/// The libraries are those that NVIDIA's container toolkit mounts into containers for "compute", "utility" and "video"
/// (libnvidia-container, src/nvc_info.c), by the start of their names.
enum DriverLibraries {
  static func contains(_ library: String) -> Bool { libraries.contains(where: library.hasPrefix) }

  private static let libraries: [String] = [
    "libcuda.so", "libcudadebugger.so", "libnvidia-ml.so", "libnvidia-ptxjitcompiler.so", "libnvidia-nvvm.so",
    "libnvidia-opencl.so", "libnvidia-cfg.so", "libnvcuvid.so", "libnvidia-encode.so", "libnvidia-opticalflow.so",
  ]

  /// The library whose interface a symbol belongs to: CUDA's driver API begins its names with `cu` and a capital letter,
  /// NVML's with `nvml`.
  static func library(of symbol: String) -> String? {
    let apis: [(prefix: String, library: String)] = [("cu", "libcuda.so.1"), ("nvml", "libnvidia-ml.so.1")]
    let api = apis.first { symbol.hasPrefix($0.prefix) && symbol.dropFirst($0.prefix.count).first?.isUppercase == true }
    // Of cuFile, a library of the CUDA toolkit.
    return symbol.hasPrefix("cuFile") ? nil : api?.library
  }
}
