import SharedObjects

/// There is no driver of the GPU, no GPU, or the driver is older than the toolkit that a package brings.
struct DriverAbsent: Rule {
  static let page = RulePage(
    "driver-absent", .driverOrGPUMissing,
    sees: """
      What CUDA and ROCm say where no device or driver is there, or the driver is too old; a symbol of the driver that \
      nothing defines.
      """,
    means: "Packages bring the toolkit, the system brings the driver. A container sees it only if it is started so.",
    advises: "Install or update the driver; start the container with its GPUs; or install a build for the CPU.",
    seenAt: """
      torch with "The NVIDIA driver on your system is too old (found version 11040)"; TensorFlow with "CUDA driver version \
      is insufficient for CUDA runtime version"
      """,
    explains: [
      .importSideEffect, .versionConflict, .abiMismatch, .dependencyMissingFeature, .missingSharedLibrary,
    ])

  private static let words = [
    "driver on your system is too old", "driver version is insufficient", "Found no NVIDIA driver",
    "no CUDA-capable device", "No CUDA GPUs are available", "No HIP GPUs are available", "no ROCm-capable device",
    "cudaErrorNoDevice", "cudaErrorInsufficientDriver", "Driver/library version mismatch",
    "forward compatibility was attempted on non supported HW", "compiled with an unsupported toolchain",
    "0 active drivers", "Driver Not Loaded", "Cannot find any torch accelerator",
    "CUDA driver library cannot be found", "nvcuda.dll", "torch.cuda.is_available() is False",
    "Failed to infer device type", "PLATFORM_NOT_FOUND_KHR", "CUDA unknown error - this may be due to",
    "failed call to cuInit", "cuInit failed", "Call to cuInit results in", "NVML/RM version mismatch",
    "platform not found khr", "No visible GPU/TPU devices", "CUDA driver is too old", "No visible GPU devices",
    "NVML Shared Library Not Found", "Error while calling cudaGetDevice",
    "Could not find cuda drivers on your machine, and", "CUDA_ERROR_NO_DEVICE", "CUDA driver initialization failed",
    "VK_ERROR_INCOMPATIBLE_DRIVER", "No XPU devices are available",
    "EGL driver does not support", "devices are busy or unavailable", "ERROR_DEVICE_NOT_FOUND",
    "system has unsupported display driver", "could not select device driver", "A GPU is needed",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    let symbol = evidence.failure.missingSymbol { $0 == .driver }
    guard let line = evidence.failure.raisedLine(withAnyOf: Self.words + [symbol?.symbol.name].compactMap(\.self))
    else {
      return library(evidence) ?? placeholder(evidence)
    }
    let raiser = evidence.failure.exception?.raiser?.owner.distribution ?? symbol?.object?.owningDistribution
    let state = State(line)
    return Finding(
      .driverOrGPUMissing, .likely, culprits: [raiser],
      state.sentence(raiser.map { evidence.label($0) } ?? "a package here"),
      evidence: [line, evidence.failure.exception?.raiser.map { "raised at \($0.place)" }], fixes: [state.fix])
  }

  /// What is wrong with the driver.
  private enum State {
    case absent, older, replaced

    init(_ line: String) {
      if line.contains("Driver/library version mismatch") {
        self = .replaced
      } else {
        self =
          line.contains(anyOf: ["too old", "insufficient", "Insufficient", "unsupported toolchain"]) ? .older : .absent
      }
    }

    func sentence(_ user: String) -> String {
      switch self {
      case .absent: "The driver of the GPU, or the GPU, is not to be had here."
      case .older: "The driver of the GPU is older than \(user) needs."
      case .replaced: "The driver's libraries are of another release than the part of it that the kernel has loaded."
      }
    }

    var fix: Fix {
      switch self {
      case .absent: Fix("see what the driver says", commands: ["nvidia-smi"])
      case .older: Fix("update the driver, or install a build for an older toolkit", commands: ["nvidia-smi"])
      case .replaced: Fix("restart the machine, so that the new driver is loaded; of a container, restart that")
      }
    }
  }

  /// Words of a package's own about a library of the driver that it did not get.
  private static let vain = [
    "ailed to dlopen", "ailed to load", "ailed to open", "ould not load", "ould not open", "ould not find",
    "annot load",
    "annot open", "annot find", "nable to load", "nable to open", "nable to find", "not found",
  ]

  private func library(_ evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard exception.complaint == .other, exception.message.contains(anyOf: Self.vain),
        let (file, driver) = exception.message.driverLibrary
      else { continue }
      return Finding(
        driver.cause, .likely, culprits: [exception.raiser?.owner.distribution],
        "\(exception.raiser?.owner.distribution.map { evidence.label($0) } ?? "The code") does not get \(file), which comes with the \(driver.rawValue).",
        evidence: [exception.line, exception.raiser.map { "raised at \($0.place)" }], fixes: AbsentLibrary.fixes(driver)
      )
    }
    return nil
  }

  /// A library of the driver that is there and is none: images keep empty files where NVIDIA's container toolkit puts the
  /// host's.
  private func placeholder(_ evidence: Evidence) -> Finding? {
    for message in evidence.failure.loaderMessages where message.problem == .truncated {
      guard let object = message.object, let driver = DriverLibraries(of: LibraryName(object)) else { continue }
      return Finding(
        driver.cause, .likely, culprits: [evidence.failure.exception?.raiser?.owner.distribution],
        "\(object) is an empty file: the \(driver.rawValue) was not brought into this container.",
        evidence: [evidence.failure.line(withAnyOf: [object])], fixes: AbsentLibrary.fixes(driver))
    }
    return nil
  }
}

extension String {
  /// The first word that names a file of a driver.
  fileprivate var driverLibrary: (file: String, driver: DriverLibraries)? {
    split { !($0.isLetter || $0.isNumber || "_-.".contains($0)) }.prefix(200).lazy.compactMap { word in
      guard word.hasPrefix("lib"), word.range(ofWords: ".so") != nil else { return nil }
      return DriverLibraries(of: LibraryName(String(word))).map { (String(word), $0) }
    }.first
  }
}
