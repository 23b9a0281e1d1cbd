/// Functions that each release of a library has had: where one is missing, the library was not linked at all.
///
/// From the libraries' public headers: the first steps of using them, which none of their releases has taken out.
extension LibraryInterfaces {
  /// The library, for a sentence.
  static func library(thatAlwaysHad function: String) -> String? {
    if isOfLAPACK(function) { return "BLAS and LAPACK" }
    return oldest.first { $0.functions.contains(function) }?.library
  }

  /// By LAPACK's own scheme of names: the type of the numbers, the kind of matrix, what is done
  /// (LAPACK Users' Guide, "Naming Scheme"), and the interface for C of the same (cblas.h).
  private static func isOfLAPACK(_ function: String) -> Bool {
    let isForC = function.hasPrefix("cblas_")
    guard isForC || function.hasSuffix("_") else { return false }
    let name = isForC ? function.dropFirst("cblas_".count) : function.dropLast()
    guard (4...6).contains(name.utf8.count), name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      let type = name.first, "sdcz".contains(type)
    else { return false }
    return kindsOfMatrix.contains(String(name.dropFirst().prefix(2)))
      || vectorOperations.contains(where: name.dropFirst().hasPrefix)
  }

  private static let kindsOfMatrix: Set<String> = [
    "gb", "ge", "gg", "gt", "hb", "he", "hp", "hs", "op", "or", "pb", "po", "pp", "pt", "sb", "sp", "st", "sy", "tb",
    "tp", "tr", "un", "up",
  ]
  private static let vectorOperations: [String] = ["dot", "axpy", "scal", "copy", "swap", "nrm2", "asum", "rot"]

  private static let oldest: [(library: String, functions: Set<String>)] = [
    (
      "zlib",
      [
        "inflate", "inflateEnd", "inflateInit_", "inflateInit2_", "inflateReset", "deflate", "deflateEnd",
        "deflateInit_",
        "deflateInit2_", "deflateReset", "compress", "compress2", "compressBound", "uncompress", "crc32", "adler32",
        "zlibVersion", "gzopen", "gzread", "gzwrite", "gzclose", "gzgets", "gzputs", "gzseek", "gzeof", "zError",
      ]
    ),
    (
      "libbz2",
      [
        "BZ2_bzCompressInit", "BZ2_bzCompress", "BZ2_bzCompressEnd", "BZ2_bzDecompressInit", "BZ2_bzDecompress",
        "BZ2_bzDecompressEnd", "BZ2_bzBuffToBuffDecompress", "BZ2_bzReadOpen", "BZ2_bzRead", "BZ2_bzWriteOpen",
      ]
    ),
    ("liblzma", ["lzma_auto_decoder", "lzma_stream_decoder", "lzma_easy_encoder", "lzma_code", "lzma_end"]),
    (
      "SQLite",
      [
        "sqlite3_open", "sqlite3_open_v2", "sqlite3_close", "sqlite3_exec", "sqlite3_prepare_v2", "sqlite3_step",
        "sqlite3_finalize", "sqlite3_errmsg", "sqlite3_free", "sqlite3_column_text", "sqlite3_libversion",
      ]
    ),
    (
      "libpq",
      [
        "PQconnectdb", "PQfinish", "PQexec", "PQclear", "PQstatus", "PQerrorMessage", "PQbackendPID", "PQgetvalue",
        "PQntuples", "PQresultStatus",
      ]
    ),
    ("libmysqlclient", ["mysql_init", "mysql_real_connect", "mysql_close", "mysql_query", "mysql_error"]),
    ("giflib", ["DGifCloseFile", "DGifOpenFileName", "DGifSlurp", "EGifCloseFile", "EGifPutLine"]),
    (
      "libjpeg",
      ["jpeg_std_error", "jpeg_CreateDecompress", "jpeg_CreateCompress", "jpeg_read_header", "jpeg_finish_decompress"]
    ),
    (
      "libpng",
      ["png_create_read_struct", "png_create_write_struct", "png_create_info_struct", "png_read_info", "png_error"]
    ),
    ("libtiff", ["TIFFOpen", "TIFFClose", "TIFFGetField", "TIFFSetField", "TIFFReadScanline"]),
    ("expat", ["XML_ParserCreate", "XML_Parse", "XML_ParserFree", "XML_SetElementHandler"]),
    ("libcurl", ["curl_easy_init", "curl_easy_setopt", "curl_easy_perform", "curl_easy_cleanup", "curl_global_init"]),
    (
      "OpenSSL",
      [
        "SSL_CTX_new", "SSL_CTX_free", "SSL_new", "SSL_free", "SSL_connect", "SSL_accept", "SSL_read", "SSL_write",
        "EVP_EncryptInit_ex", "EVP_EncryptUpdate", "EVP_EncryptFinal_ex", "EVP_DecryptInit_ex", "EVP_DecryptUpdate",
        "EVP_DecryptFinal_ex", "EVP_DigestInit_ex", "EVP_DigestUpdate", "EVP_DigestFinal_ex", "EVP_sha1", "EVP_sha256",
        "EVP_aes_128_cbc", "RAND_bytes", "BN_new", "BN_free", "ERR_get_error", "PEM_read_bio_PrivateKey",
      ]
    ),
    (
      "MPI",
      [
        "MPI_Init", "MPI_Finalize", "MPI_Comm_rank", "MPI_Comm_size", "MPI_Send", "MPI_Recv", "MPI_Bcast",
        "MPI_Allreduce",
      ]
    ),
    ("HDF5", ["H5open", "H5Fopen", "H5Fcreate", "H5Fclose", "H5Dread", "H5Dwrite", "H5Dclose", "H5Sclose"]),
    (
      "FreeType",
      [
        "FT_Init_FreeType", "FT_Done_FreeType", "FT_New_Face", "FT_Done_Face", "FT_Load_Glyph", "FT_Get_Glyph",
        "FT_Done_Glyph", "FT_Set_Char_Size", "FT_Get_Char_Index",
      ]
    ),
    (
      "libgfortran",
      [
        "_gfortran_st_write", "_gfortran_st_write_done", "_gfortran_st_read", "_gfortran_st_read_done",
        "_gfortran_concat_string", "_gfortran_compare_string", "_gfortran_runtime_error", "_gfortran_stop_string",
        "_gfortran_pow_i4_i4",
      ]
    ),
    // Parts of the C library that were libraries of their own before glibc 2.34, and that of mathematics.
    ("libm", ["exp", "log", "log2", "log10", "pow", "sqrt", "sin", "cos", "tan", "floor", "ceil", "round", "fmod"]),
    ("libdl", ["dlopen", "dlsym", "dlclose", "dlerror"]),
    ("libpthread", ["pthread_create", "pthread_join", "pthread_mutex_trylock", "sem_init", "sem_wait", "sem_post"]),
    ("librt", ["clock_gettime", "shm_open", "shm_unlink", "timer_create", "aio_read"]),
    ("libcrypt", ["crypt"]), ("libuuid", ["uuid_generate", "uuid_unparse", "uuid_parse"]),
    ("ncurses", ["tgetent", "tputs", "initscr", "endwin", "tigetstr"]),
    ("libusb", ["libusb_init", "libusb_exit", "libusb_open", "libusb_close", "libusb_control_transfer"]),
    ("FFTW", ["fftw_execute", "fftw_destroy_plan", "fftw_plan_dft_1d", "fftwf_execute", "fftwf_destroy_plan"]),
    ("PortAudio", ["Pa_Initialize", "Pa_Terminate", "Pa_OpenStream", "Pa_StartStream"]),
  ]

  /// Functions that only newer OpenMP runtimes have: those of OpenMP 5, and what LLVM's compiler calls since release 19.
  static func isOfLaterOpenMP(_ name: String) -> Bool { laterOpenMP.contains(name) || name.contains("_nonmonotonic_") }

  private static let laterOpenMP: Set<String> = [
    "__kmpc_dispatch_deinit", "__kmpc_error", "__kmpc_masked", "__kmpc_end_masked", "__kmpc_scope", "GOMP_alloc",
    "GOMP_free", "omp_alloc", "omp_free",
  ]
}
