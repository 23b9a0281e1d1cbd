/// Compiled modules that every wheel of their package has: where one is missing among installed files, it is there for
/// another Python or another platform, which Python passes over as if it were absent.
enum CompiledCores {
  static func contains(_ module: String) -> Bool { modules.contains(module) }

  private static let modules: Set<String> = [
    "numpy.core._multiarray_umath", "numpy._core._multiarray_umath", "numpy.core.multiarray", "pandas._libs",
    "pandas._libs.interval", "pandas._libs.tslibs", "PIL._imaging", "psycopg2._psycopg", "lxml.etree",
    "lxml._elementpath",
    "pydantic_core._pydantic_core", "grpc._cython.cygrpc", "cryptography.hazmat.bindings._rust", "rpds.rpds",
    "orjson.orjson", "tokenizers.tokenizers", "regex._regex", "matplotlib.ft2font", "safetensors._safetensors_rust",
    "scipy._lib._ccallback_c", "sklearn.__check_build._check_build", "h5py._errors", "h5py.defs", "bcrypt._bcrypt",
    "charset_normalizer.md", "aiohttp._http_parser", "zstandard.backend_c", "pyarrow.lib", "psutil._psutil_linux",
    "psutil._psutil_windows", "psutil._psutil_osx", "zmq.backend.cython._zmq", "kiwisolver._cext",
  ]
}
