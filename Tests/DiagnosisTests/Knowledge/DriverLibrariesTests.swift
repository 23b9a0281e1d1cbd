import Testing

@testable import Diagnosis

@Suite struct DriverLibrariesTests {
  @Test(arguments: [
    ("libcuda.so.1", true), ("libcuda.so", true), ("libamdhip64.so.6", true), ("libmusa.so.4", true),
    ("libascend_hal.so", true), ("libcudart.so.12", false),
    ("libc.so.6", false), ("", false),
  ])
  func libraries(_ name: String, isOfDriver: Bool) {
    #expect(DriverLibraries.contains(name) == isOfDriver)
  }

  @Test(arguments: [
    ("cuCtxGetCurrent", "libcuda.so.1"), ("nvmlInit_v2", "libnvidia-ml.so.1"), ("cudaMalloc", nil), ("cuFileOpen", nil),
    ("cutoff", nil), ("cu", nil), ("", nil),
  ])
  func symbols(_ name: String, library: String?) {
    #expect(DriverLibraries.library(of: name) == library)
  }
}
