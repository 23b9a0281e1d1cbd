import Testing

@testable import Diagnosis

@Suite struct DriverAbsentTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: DriverAbsent()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "a library of the driver, in a package's own words",
      Sample.live(
        "RuntimeError", "Failed to dlopen libcuda.so.1", ["\(site)/cuda/ccuda.pyx"], installed: "cuda-python 12.3"),
      .driverOrGPUMissing, .likely),
    RuleCase(
      "another library, in such words",
      Sample.live(
        "RuntimeError", "Failed to dlopen libspam.so.1", ["\(site)/cuda/x.py"], installed: "cuda-python 12.3"),
      nil),
    RuleCase(
      "too old",
      Sample.text(
        "RuntimeError", "The NVIDIA driver on your system is too old (found version 11040).",
        ["\(site)/torch/cuda/__init__.py"]),
      .driverOrGPUMissing, .likely, culprits: ["torch"]),
    RuleCase("no device", Sample.text("RuntimeError", "No CUDA GPUs are available"), .driverOrGPUMissing, .likely),
    RuleCase(
      "a symbol of the driver",
      Sample.text("ImportError", "\(site)/vllm/_C.abi3.so: undefined symbol: cuTensorMapEncodeTiled"),
      .driverOrGPUMissing, .likely),
    RuleCase(
      "an empty file in the place of the driver's",
      Sample.text("ImportError", "/usr/lib/x86_64-linux-gnu/libcuda.so.1: file too short", ["\(site)/cudf/a.py"]),
      .driverOrGPUMissing, .likely, culprits: ["cudf"]),
    RuleCase(
      "an empty file of a package", Sample.text("ImportError", "\(site)/spam/libspam.so.1: file too short"), nil),
    RuleCase(
      "Vulkan", Sample.text("RuntimeError", "vkCreateInstance failed: VK_ERROR_INCOMPATIBLE_DRIVER"),
      .driverOrGPUMissing, .likely),
    RuleCase(
      "a driver that was replaced under the kernel",
      Sample.text("RuntimeError", "Failed to initialize NVML: Driver/library version mismatch"), .driverOrGPUMissing,
      .likely),
    RuleCase(
      "devices that others use",
      Sample.text("RuntimeError", "CUDA error: all CUDA-capable devices are busy or unavailable"),
      .driverOrGPUMissing, .likely),
    RuleCase(
      "Docker without NVIDIA's toolkit",
      Sample.text(
        "?", "docker: Error response from daemon: could not select device driver \"\" with capabilities: [[gpu]]."),
      .driverOrGPUMissing, .likely),
    RuleCase("a driver of something else", Sample.text("RuntimeError", "the database driver is too old"), nil),
    RuleCase(
      "OpenCL without a platform", Sample.text("LogicError", "clGetPlatformIDs failed: PLATFORM_NOT_FOUND_KHR"),
      .driverOrGPUMissing, .likely),
    RuleCase(
      "what TensorFlow can do without, before another exception",
      Sample.text(
        Sample.exception("ImportError", "cannot import name 'a' from 'b'"),
        output: "failed call to cuInit: UNKNOWN ERROR (303)"), nil),
    RuleCase(
      "PyCUDA without a device", Sample.text("LogicError", "cuInit failed: initialization error"),
      .driverOrGPUMissing, .likely),
  ]
}
