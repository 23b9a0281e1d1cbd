package import SharedObjects

/// Libraries that come with a device's driver or its vendor's toolkit. Installing a distribution does not bring them.
package enum DriverLibraries: String, Sendable {
  case nvidia = "NVIDIA driver"
  case rocm = "ROCm"
  case ascend = "Ascend CANN"
  case ascendDriver = "Ascend driver"
  case accelerator = "driver of the accelerator"

  /// - Parameter name: Of a library, in any release.
  package init?(of name: LibraryName) {
    if Self.nvidiaStems.contains(name.stem) {
      self = .nvidia
    } else if Self.rocmStems.contains(name.stem) {
      self = .rocm
    } else if Self.ascendStems.contains(name.stem) {
      self = .ascend
    } else if Self.ascendDriverStems.contains(name.stem) {
      self = .ascendDriver
    } else if Self.acceleratorStems.contains(name.stem) {
      self = .accelerator
    } else {
      return nil
    }
  }

  /// What it means that they are not there: of the toolkits alone, libraries that one can install.
  package var cause: Cause { self == .rocm || self == .ascend ? .missingSharedLibrary : .driverOrGPUMissing }

  /// What NVIDIA's container toolkit takes from the host's driver (src/nvc_info.c of libnvidia-container).
  private static let nvidiaStems: Set<String> = [
    "libcuda", "libcudadebugger", "libnvcuvid", "libnvidia-allocator", "libnvidia-cfg", "libnvidia-compiler",
    "libnvidia-encode", "libnvidia-fatbinaryloader", "libnvidia-fbc", "libnvidia-glcore", "libnvidia-glvkspirv",
    "libnvidia-gpucomp", "libnvidia-ml", "libnvidia-ngx", "libnvidia-nscq", "libnvidia-nvvm", "libnvidia-opencl",
    "libnvidia-opticalflow", "libnvidia-ptxjitcompiler", "libnvidia-rtcore", "libnvidia-tls", "libnvoptix",
    "libvdpau_nvidia", "libGLX_nvidia", "libEGL_nvidia", "libGLESv2_nvidia", "libdxcore",
    // On Jetson, from the list of what it mounts out of the host (l4t.csv): parts of L4T's driver.
    "libnvrm_gpu", "libnvrm_mem", "libnvrm_graphics", "libnvdla_compiler", "libnvdla_runtime", "libnvos",
  ]

  /// What PyTorch's build for ROCm copies out of /opt/rocm (.ci/manywheel/build_rocm.sh), but for MAGMA. Wheels for ROCm
  /// have copies of their own; those of the index are not built for it.
  private static let rocmStems: Set<String> = [
    "libMIOpen", "libamd_comgr", "libamd_smi", "libamdhip64", "libhipblas", "libhipblaslt", "libhipfft", "libhiprand",
    "libhiprtc", "libhipsolver", "libhipsparse", "libhsa-runtime64", "librccl", "librocblas", "librocfft",
    "librocm-core", "librocm_smi64", "librocprofiler-register", "librocrand", "librocsolver", "librocsparse",
    "libroctracer64", "libroctx64",
  ]

  /// What torch_npu is linked with stand-ins of (third_party/acl/libs/build_stub.sh of Ascend/pytorch), but for `libgraph`,
  /// a name that others have, too. CANN's set_env.sh puts their folder into LD_LIBRARY_PATH.
  private static let ascendStems: Set<String> = [
    "libacl_op_compiler", "libacl_tdt_channel", "libascend_ml", "libascendcl", "libge_runner", "libhccl",
  ]

  /// What the driver's package puts into /usr/local/Ascend/driver; containers are given that folder of the host.
  private static let ascendDriverStems: Set<String> = ["libascend_hal", "libdcmi", "libdrvdsmi_host"]

  /// Of other makers: Moore Threads (MUSA), Cambricon, Habana, Intel's user-mode driver for its GPUs.
  private static let acceleratorStems: Set<String> = [
    "libmusa", "libmtml", "libcndev", "libcndrv", "libhl-thunk", "libze_intel_gpu",
  ]
}
