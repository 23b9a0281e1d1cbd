/// Compiled modules that projects build beside or below their packages, and whose names do not tell it.
///
/// From the build files (setup.py, CMakeLists.txt) of projects that are mostly run from their sources. Where one is
/// missing, the project's own build was left out or failed.
enum ExtensionModules {
  static func contains(_ name: String) -> Bool { names.contains(name) }

  /// By the names that projects give to extension modules, and to what their builds write; others are private parts in
  /// Python, which releases move.
  static func looksCompiled(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == "_c" || name == "_mask" || name == "_version" || name == "_lib" || name == "_libs"
      || name.contains(anyOf: ["_c_", "ext", "cuda", "cpp", "rust", "native", "umath", "imag", "psycopg", "kernels"])
      || isForDevice(name) || name.hasPrefix("cython_")
  }

  /// Whether a module's own name says it: `cython_bbox`, `nms.gpu_nms`, `cudaops_color`.
  static func isSaid(_ name: String) -> Bool {
    let last = name.lastName
    if last.hasPrefix("cython_") || last.contains("_cuda_") { return true }
    if name.contains(".") { return isForDevice(last) }
    // Alone it may be that of a distribution, which some take for a module's: `tensorflow_cpu`.
    return isForDevice(last) && !last.hasSuffix("pu") || name.contains("cuda") && !published.contains(name)
  }

  /// Kernels are compiled for one kind of device each: `nms.gpu_nms`, `torch_scatter.scatter_cpu`.
  private static func isForDevice(_ name: String) -> Bool {
    ["cpu_", "gpu_"].contains(where: name.hasPrefix) || ["_cpu", "_gpu"].contains(where: name.hasSuffix)
  }

  private static let published: Set<String> = ["cuda", "pycuda", "skcuda", "cudamat", "cudaq", "numba_cuda"]

  private static let names: Set<String> = [
    // apex, DeepSpeed, Megatron.
    "amp_C", "apex_C", "syncbn", "fused_adam", "cpu_adam", "fused_lamb", "transformer_inference",
    // Attention and quantisation.
    "exllama_kernels", "exllamav2_kernels", "awq_inference_engine", "awq_ext", "marlin", "sgl_kernel.common_ops",
    "dropout_layer_norm", "rotary_emb", "xentropy_cuda_lib",
    // Detection, point clouds and rendering.
    "MultiScaleDeformableAttention", "DCN", "DCNv3", "DCNv4", "chamfer_3D", "lietorch_backends", "droid_backends",
    "nvdiffrast_plugin", "tinycudann_bindings", "bev_pool_v2_ext", "upfirdn2d_op", "fused", "pointops_cuda",
    "nms.nms", "utils.bbox", "utils.cython_bbox", "open3d.cpu.pybind", "open3d.cuda.pybind", "pydensecrf.densecrf",
    "pykdtree.kdtree",
    // Text.
    "fairseq.data.data_utils_fast", "fairseq.data.token_block_utils_fast", "fairseq.libnat", "fairseq.libbleu",
    "gensim.models.word2vec_inner", "gensim._matutils",
    // Older releases, of which there are no wheels.
    "cupy.core.core", "cupy._core.core", "faiss._swigfaiss", "swigfaiss",
  ]
}
