/// What a module is asked about how it was built and what it sees, once it is imported.
struct BuildQuestion {
  let name: String
  let expression: String

  private init(_ name: String, _ expression: String) {
    self.name = name
    self.expression = expression
  }

  static func all(of module: String) -> [BuildQuestion] { module == "torch" ? torch : [] }

  /// What `torch.utils.collect_env` asks; a build without CUDA has no NCCL to be asked.
  private static let torch: [BuildQuestion] = [
    BuildQuestion("built for CUDA", "torch.version.cuda"),
    BuildQuestion("built for ROCm", "torch.version.hip"),
    BuildQuestion("git version", "torch.version.git_version"),
    BuildQuestion("debug build", "torch.version.debug"),
    BuildQuestion("CUDA available", "torch.cuda.is_available()"),
    BuildQuestion(
      "devices", "', '.join(torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count())) or None"),
    BuildQuestion("architectures", "' '.join(torch.cuda.get_arch_list()) or None"),
    BuildQuestion("C++11 ABI", "torch.compiled_with_cxx11_abi()"),
    BuildQuestion("cuDNN", "torch.backends.cudnn.version()"),
    BuildQuestion("NCCL", "torch.version.cuda and '.'.join(map(str, torch.cuda.nccl.version()))"),
    BuildQuestion("configuration", "torch.__config__.show()"),
  ]
}
