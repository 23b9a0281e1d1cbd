/// C libraries of their own, by how the functions begin that they offer to programs.
///
/// From the libraries' public headers; only those that extension modules of Python are often linked with, and whose names
/// nobody else uses. What ``SymbolFamily`` knows is not repeated.
enum LibraryInterfaces {
  /// Whether a C function belongs to such a library.
  static func offer(_ name: String) -> Bool { prefixes.contains(where: name.hasPrefix) || isFortran(name) }

  /// BLAS, LAPACK and other Fortran code: lower case, and an underscore at the end.
  private static func isFortran(_ name: String) -> Bool {
    name.hasSuffix("_") && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0.isDigit }
  }

  private static let prefixes: [String] = [
    "sqlite3_", "PQ", "mysql_", "xml", "xslt", "html", "XML_", "curl_", "GEOS", "proj_", "pj_", "GDAL", "OGR", "OSR",
    "CPL", "VSI", "nc_", "png_", "jpeg_", "jpeg12_", "TIFF", "DGif", "EGif", "WebP", "FT_", "FcP", "cairo_", "pango_",
    "g_", "gtk_", "gdk_", "rl_", "inflate", "deflate", "BZ2_", "lzma_", "ZSTD_", "LZ4", "krb5_", "gss_", "ldap_",
    "zmq_",
    "uv_", "gsl_", "fftw", "gmp", "__gmp", "mpfr_", "av_", "avcodec_", "avformat_", "sws_", "swr_", "snd_", "Pa_",
    "libusb_", "iJIT_", "ibv_", "ucp_", "uct_", "OMPI_", "ERR_", "X509", "ASN1_", "BIO_", "RSA_", "EC_", "PEM_",
    "CRYPTO_", "TLS_", "DTLS_", "BN_", "SDL_", "glX", "egl", "XOpen", "XCreate", "xcb_", "hwloc_", "udev_",
    "secp256k1_", "_gfortran_", "libiconv",
    "rcl_", "rcutils_", "rmw_", "rosidl_",
  ]
}
