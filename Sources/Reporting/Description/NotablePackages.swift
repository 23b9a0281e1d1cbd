/// The distributions whose versions an issue about machine learning is asked for.
enum NotablePackages {
  /// Those among the installed ones, the best known first.
  static func among(_ installed: [InstalledReport]) -> [InstalledReport] {
    let ranked = installed.compactMap { report in rank(normalized(report.name)).map { (rank: $0, report: report) } }
    return ranked.sorted { ($0.rank, $0.report.name) < ($1.rank, $1.report.name) }.map(\.report)
  }

  private static func rank(_ name: String) -> Int? {
    if let place = names.firstIndex(of: name) { return place }
    return prefixes.firstIndex(where: name.hasPrefix).map { names.count + $0 }
  }

  /// PEP 503, for names that are well-formed; of others none is in the table.
  private static func normalized(_ name: String) -> String {
    name.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }.joined(separator: "-")
  }

  /// What `torch.utils.collect_env` and vllm's `collect_env.py` look for, and what they load.
  private static let names: [String] = [
    "torch", "torchvision", "torchaudio", "torchao", "torchdata", "torchtext", "vllm", "sglang", "sgl-kernel", "triton",
    "triton-rocm", "pytorch-triton", "pytorch-triton-rocm", "pytorch-triton-xpu", "xformers", "flash-attn",
    "flash-attn-3", "flashinfer-python", "flashinfer", "transformers", "tokenizers", "safetensors", "huggingface-hub",
    "accelerate", "peft", "diffusers", "datasets", "sentence-transformers", "bitsandbytes", "deepspeed", "numpy",
    "scipy",
    "numba", "llvmlite", "pandas", "pyarrow", "scikit-learn", "ray", "outlines", "xgrammar", "compressed-tensors",
    "mistral-common", "lightning", "pytorch-lightning", "tensorflow", "keras", "jax", "jaxlib", "onnx", "onnxruntime",
    "onnxruntime-gpu", "tensorrt", "cupy", "apex", "transformer-engine", "optree", "protobuf", "pydantic", "pyzmq",
    "openvino", "intel-extension-for-pytorch", "setuptools", "pip",
  ]
  private static let prefixes: [String] = [
    "nvidia-", "cupy-cuda", "transformer-engine-", "tensorrt-", "jax-cuda", "amd-", "rocm-",
  ]
}
