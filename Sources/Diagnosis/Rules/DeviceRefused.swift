/// The GPU's driver is there and too old, or finds no device.
struct DeviceRefused: Rule {
  static let page = RulePage(
    "device-refused", .driverOrGPUMissing,
    sees: "Words of CUDA, ROCm and of torch about a driver or device that is absent or too old, in an exception.",
    means: "The code asks the device while it is imported. No distribution of an index helps.",
    advises:
      "A newer driver, or a build for an older CUDA; a container started with its device; a build for processors.",
    seenAt: "`Found no NVIDIA driver on your system` of torch._C._cuda_init, called at import",
    explains: [.importSideEffect, .versionConflict])

  private static let words = [
    "Found no NVIDIA driver", "CUDA driver version is insufficient", "NVIDIA driver on your system is too old",
    "no CUDA-capable device", "No CUDA GPUs are available", "cudaErrorNoDevice", "CUDA_ERROR_NO_DEVICE",
    "cudaErrorInsufficientDriver", "No HIP GPUs are available", "hipErrorNoDevice", "NVML Shared Library Not Found",
    "Driver Not Loaded", "CUDA unknown error", "Cannot find any torch accelerator", "CUDA is not available",
    "No GPU found", "0 active drivers", "Failed to infer device type", "Unable to detect compute capability",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where exception.message.contains(anyOf: Self.words) {
      let owner = exception.caller?.owner.distribution ?? exception.raiser?.owner.distribution
      return Finding(
        .driverOrGPUMissing, evidence.sure(.certain), culprits: [owner],
        "\(owner.map { evidence.label($0) } ?? "The code") asks for a GPU while it is imported, and gets none.",
        evidence: [
          exception.line, exception.raiser.map { "raised at \($0.place)" },
          exception.caller.map { "called from \($0.place)" },
        ],
        fixes: [
          Fix("run it where a device and its driver are; a container must be started with access to them"),
          Fix("where the driver is too old: update it, or install a build for an older CUDA"),
        ])
    }
    return nil
  }
}
