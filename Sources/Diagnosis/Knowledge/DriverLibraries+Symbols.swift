internal import SharedObjects

extension DriverLibraries {
  package static func contains(_ library: String) -> Bool { DriverLibraries(of: LibraryName(library)) != nil }

  /// The library whose interface a symbol belongs to: CUDA's driver API begins its names with `cu` and a capital letter,
  /// NVML's with `nvml`.
  package static func library(of symbol: String) -> String? {
    let apis: [(prefix: String, library: String)] = [("cu", "libcuda.so.1"), ("nvml", "libnvidia-ml.so.1")]
    let api = apis.first { symbol.hasPrefix($0.prefix) && symbol.dropFirst($0.prefix.count).first?.isUppercase == true }
    // Of cuFile, a library of the CUDA toolkit.
    return symbol.hasPrefix("cuFile") ? nil : api?.library
  }
}
