package import SystemCalls
internal import FoundationEssentials
internal import SystemPackage

/// A CUDA toolkit on this machine; packages that compile at run time look for one.
package struct CUDAToolkit: Sendable, Equatable {
  package var folder: String
  /// `nil` where its files do not tell.
  package var version: String?
  /// The variable or the place that led there.
  package var foundBy: String

  package init(folder: String, version: String?, foundBy: String) {
    self.folder = folder
    self.version = version
    self.foundBy = foundBy
  }
}

extension CUDAToolkit {
  /// Where `torch.utils.cpp_extension._find_cuda_home` looks, in its order: `CUDA_HOME`, `CUDA_PATH`, the `nvcc` on
  /// PATH, `/usr/local/cuda`. A variable is told even where nothing is there, since it decides.
  package static func all(_ root: SystemRoot, _ environment: ProcessEnvironment) -> [CUDAToolkit] {
    var toolkits: [CUDAToolkit] = []
    for (folder, source) in places(root, environment) where !toolkits.contains(where: { $0.folder == folder }) {
      toolkits.append(CUDAToolkit(folder: folder, version: version(root, folder), foundBy: source))
    }
    return toolkits
  }

  private static func places(_ root: SystemRoot, _ environment: ProcessEnvironment) -> [(String, String)] {
    let set = ["CUDA_HOME", "CUDA_PATH"].compactMap { (name: String) -> (String, String)? in
      guard let value = environment[name], !value.isEmpty else { return nil }
      return (String(decoding: value, as: UTF8.self), name)
    }
    let compiler = programOnPath("nvcc", environment).map {
      ($0.removingLastComponent().removingLastComponent().string, "nvcc")
    }
    let usual = "/usr/local/cuda"
    return set + [compiler, root.exists(usual) ? (usual, usual) : nil].compactMap(\.self)
  }

  /// `version.json` since CUDA 11.1, before it `version.txt` with `CUDA Version 10.2.89`.
  private static func version(_ root: SystemRoot, _ folder: String) -> String? {
    if let bytes = root.bytes("\(folder)/version.json") {
      return (try? JSONDecoder().decode(VersionFile.self, from: Data(bytes)))?.cuda.version
    }
    return root.line("\(folder)/version.txt").flatMap(GraphicsDriver.version(in:))
  }

  private struct VersionFile: Decodable {
    struct Component: Decodable { var version: String }
    var cuda: Component
  }
}
