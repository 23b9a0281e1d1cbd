package import SystemCalls

/// All about GPUs that can be told without CUDA, ROCm or Python.
package struct Graphics: Sendable {
  package var devices: [GraphicsDevice]
  package var drivers: [GraphicsDriver]
  package var nodes: [String]
  /// `nil` where there is no `nvidia-smi`.
  package var query: NVIDIAQuery?
  package var cudaLibraries: [String]
  package var cudaToolkits: [CUDAToolkit]

  package init(_ root: SystemRoot, _ environment: ProcessEnvironment) {
    devices = GraphicsDevice.all(root)
    drivers = GraphicsDriver.all(root)
    nodes = GraphicsNodes.all(root)
    query = NVIDIAQuery(environment)
    cudaLibraries = CUDALibrary.paths(root, environment)
    cudaToolkits = CUDAToolkit.all(root, environment)
  }
}
