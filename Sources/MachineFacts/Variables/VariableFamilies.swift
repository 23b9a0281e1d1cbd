/// The environment variables that change what an import does, by name; no other one is ever shown.
enum VariableFamilies {
  /// Whether a variable of this name belongs to the description.
  static func contain(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains(where: name.hasPrefix)
  }

  /// PATH is among them: it decides which Python, compiler and `nvidia-smi` are found. HOME and XDG_CACHE_HOME, where
  /// caches of compiled kernels lie, are left out: they say who the user is.
  private static let names: Set<String> = [
    "PATH", "VIRTUAL_ENV", "MALLOC_ARENA_MAX", "GLIBC_TUNABLES", "TMPDIR", "CC", "CXX", "MAX_JOBS",
    "SETUPTOOLS_USE_DISTUTILS",
    "GPU_DEVICE_ORDINAL", "MKLROOT", "ONEAPI_ROOT", "ZE_AFFINITY_MASK", "SYCL_DEVICE_FILTER", "USE_FLASH_ATTENTION",
  ]

  /// CPython's "Environment variables" (`PYTHON`), ld.so(8) (`LD_`), and the manuals of those whose name they bear.
  private static let prefixes: [String] = [
    "PYTHON", "PYENV", "LD_", "CUDA", "CUDNN", "CUBLAS", "NVIDIA_", "NCCL", "NVTE_", "VLLM", "TORCH", "PYTORCH",
    "ATEN_",
    "TRITON", "XFORMERS", "FLASHINFER", "FLASH_ATT", "HF_", "HUGGINGFACE", "TRANSFORMERS_", "SAFETENSORS_",
    "TOKENIZERS_",
    "XLA", "TF_CPP_", "TF_ENABLE_", "TF_FORCE_", "TF_XLA_", "TF_GPU_", "JAX_", "RAY_", "ROCM", "ROCR_", "HIP", "HSA",
    "AMD_", "MIOPEN_", "RCCL", "OMP_", "GOMP_", "MKL_",
    "KMP_", "OPENBLAS_", "BLIS_", "GOTO_", "VECLIB_", "NUMEXPR_", "NUMBA_", "NPY_", "CONDA", "UV_", "PIP_",
  ]
}
