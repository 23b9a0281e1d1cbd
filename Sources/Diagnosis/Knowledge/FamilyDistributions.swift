package import SharedObjects

extension SymbolFamily {
  /// Distributions of the index whose libraries define its symbols for others, by normalised name.
  ///
  /// Only those against which other distributions are built: what each brings a copy of its own of is left out.
  package var distributions: [String] {
    switch self {
    case .torch: ["torch"]
    case .torchvision: ["torchvision"]
    case .tensorflow: ["tensorflow", "tensorflow-cpu", "tensorflow-intel"]
    case .onnxruntime: ["onnxruntime", "onnxruntime-gpu"]
    case .tensorrt: ["tensorrt-libs", "tensorrt-cu12-libs", "tensorrt-cu13-libs"]
    case .arrow: ["pyarrow"]
    case .numpy: ["numpy"]
    case .mkl: ["mkl"]
    case .tbb: ["tbb"]
    default: []
    }
  }
}
