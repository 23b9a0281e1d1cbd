/// The library, or family of libraries that are released together, to which a symbol belongs by its name.
package enum SymbolFamily: String, Sendable, CaseIterable {
  case torch, torchvision, tensorflow, onnxruntime, tensorrt, opencv, protobuf, arrow, abseil, boost, llvm, pybind11
  case python, numpy, standardCxx = "libstdc++"
  case cudaDriver = "cuda-driver", cudaRuntime = "cuda-runtime", cublas, cudnn, cufft, curand, cusolver, cusparse
  case cufile, cupti, nccl, nvjitlink, nvml, nvrtc, nvtx
  case rocm, openMP = "openmp", mpi, mkl, blas, tbb, hdf5, openSSL = "openssl", libffi, libnuma, openCL = "opencl"

  init?(of name: String, scopes: [String]) {
    let family = scopes.isEmpty ? Self.cName(name) : Self.scope(scopes)
    guard let family else { return nil }
    self = family
  }

  private static func scope(_ scopes: [String]) -> SymbolFamily? {
    guard let first = scopes.first else { return nil }
    if first == "google" { return scopes.dropFirst().first == "protobuf" ? .protobuf : nil }
    return namespaces[first]
  }

  /// Outermost namespaces.
  private static let namespaces: [String: SymbolFamily] = [
    "c10": .torch, "c10d": .torch, "at": .torch, "torch": .torch, "caffe2": .torch, "vision": .torchvision,
    "tensorflow": .tensorflow, "tsl": .tensorflow, "xla": .tensorflow, "stream_executor": .tensorflow,
    "onnxruntime": .onnxruntime, "nvinfer1": .tensorrt, "cv": .opencv, "arrow": .arrow, "parquet": .arrow,
    "absl": .abseil, "boost": .boost, "llvm": .llvm, "mlir": .llvm, "pybind11": .pybind11, "std": .standardCxx,
    "__gnu_cxx": .standardCxx, "__cxxabiv1": .standardCxx, "MPI": .mpi, "tbb": .tbb, "H5": .hdf5,
  ]

  private static func cName(_ name: String) -> SymbolFamily? {
    prefixes.first { prefix, _ in name.hasPrefix(prefix) && name.continuesAName(after: prefix) }?.family
  }

  /// Beginnings of C names; of two that fit, the longer one stands first. One that ends in a small letter must be followed by no other: `cuInit`
  /// is CUDA's, `cube` nobody's.
  private static let prefixes: [(prefix: String, family: SymbolFamily)] = [
    ("aoti_torch_", .torch), ("THP", .torch),
    ("npy_", .numpy), ("PyArray_", .numpy), ("Py", .python), ("_Py", .python),
    ("cuda", .cudaRuntime), ("__cuda", .cudaRuntime), ("cublas", .cublas), ("cudnn", .cudnn), ("cufft", .cufft),
    ("curand", .curand), ("cusolver", .cusolver), ("cusparse", .cusparse), ("cuFile", .cufile), ("cupti", .cupti),
    ("nccl", .nccl), ("nvJitLink", .nvjitlink), ("__nvJitLink", .nvjitlink), ("nvml", .nvml), ("nvrtc", .nvrtc),
    ("nvtx", .nvtx), ("cu", .cudaDriver),
    ("hipblas", .rocm), ("hip", .rocm), ("rocblas", .rocm), ("miopen", .rocm),
    ("GOMP_", .openMP), ("omp_", .openMP), ("__kmpc_", .openMP), ("kmp_", .openMP),
    ("MPI_", .mpi), ("PMPI_", .mpi), ("ompi_", .mpi),
    ("mkl_", .mkl), ("MKL_", .mkl), ("cblas_", .blas), ("LAPACKE_", .blas), ("openblas_", .blas),
    ("H5", .hdf5), ("SSL_", .openSSL), ("EVP_", .openSSL), ("OPENSSL_", .openSSL), ("ffi_", .libffi),
    ("numa_", .libnuma), ("cl", .openCL), ("__cxa_", .standardCxx), ("__gxx_", .standardCxx),
  ]
}

extension String {
  fileprivate func continuesAName(after prefix: String) -> Bool {
    guard let last = prefix.utf8.last, last.isSmallLetter else { return true }
    guard let next = utf8.dropFirst(prefix.utf8.count).first else { return false }
    return !next.isSmallLetter
  }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { (0x61...0x7A).contains(self) }
}
