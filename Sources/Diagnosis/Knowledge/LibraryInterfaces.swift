/// C libraries of their own, by how the functions begin that they offer to programs.
///
/// From the libraries' public headers; only those that extension modules of Python are often linked with, and whose names
/// nobody else uses. What ``SymbolFamily`` knows is not repeated.
enum LibraryInterfaces {
  /// Whether a C function belongs to such a library.
  static func offer(_ name: String) -> Bool {
    prefixes.contains(where: name.hasPrefix) || isFortran(name) || isOfICU(name)
  }

  /// BLAS, LAPACK and other Fortran code: lower case, and an underscore at the end.
  private static func isFortran(_ name: String) -> Bool {
    name.hasSuffix("_") && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0.isDigit }
  }

  /// ICU's functions end in the number of its release: `u_strToLower_66` (urename.h).
  private static func isOfICU(_ name: String) -> Bool {
    guard name.hasPrefix("u"), let place = name.utf8.lastIndex(of: UInt8(ascii: "_")) else { return false }
    let number = name.utf8[place...].dropFirst()
    return name.utf8[..<place].contains(UInt8(ascii: "_")) && number.count == 2 && number.allSatisfy(\.isDigit)
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
    // Pictures, sound and writing.
    "opj_", "hb_", "fribidi_", "raqm_", "cmsCreate", "cmsOpen", "aom_", "vpx_", "dav1d_", "x264_", "x265_", "opus_",
    "vorbis_", "ogg_", "FLAC__", "sf_open", "gst_", "glfw", "vkCreate", "vkGet", "wl_", "drm", "fz_", "poppler_",
    "zbar_",
    "TessBase", "pixRead", "pixCreate",
    // Storage, networks and text.
    "git_", "ssh_", "libssh2_", "leveldb_", "rocksdb_", "mdb_", "rd_kafka_", "amqp_", "memcached_", "grpc_", "gnutls_",
    "gcry_", "gpgme_", "sodium_", "pcap_", "dbus_", "ares_", "nghttp2_", "archive_", "magic_", "yaml_", "pcre_",
    "pcre2_",
    "onig_", "Brotli", "snappy_", "redis", "d2i_", "i2d_", "PKCS", "OSSL_", "HMAC_", "DSA_", "ECDSA_", "ENGINE_",
    // Numbers and programs.
    "nlopt_", "glp_", "igraph_", "METIS_", "umfpack_", "cholmod_", "fmpz_", "mpc_", "CVode", "GRB", "CPX", "Petsc",
    "clang_", "LLVM", "lua_", "luaL_", "Rf_", "Tcl_", "Tk_", "elf_", "dwarf_", "unw_", "bpf_", "seccomp_",
    "PMIx_", "slurm_", "hid_", "v4l2_", "blosc_", "blosc2_", "arb_", "virConnect", "virDomain", "gpiod_", "rs2_",
    "mosquitto_", "grib_", "codes_handle_", "codes_get_", "ncmpi_", "SCOTCH_", "KSPSet", "KSPGet", "EPSSet", "EPSGet",
    "rpmts", "rpmlog", "sd_journal_", "sd_bus_", "sd_event_",
    "Mix_", "IMG_", "TTF_", "alcOpen", "alcCreate", "jack_", "pa_stream_", "pa_context_", "pa_simple_",
    // What of OpenSSL, libpq, OpenLDAP and libsodium begins otherwise.
    "FIPS_", "SSLv", "DH_", "RAND_", "OCSP_", "CMS_", "OBJ_nid2", "OBJ_obj2", "sk_num", "sk_value", "lo_truncate",
    "lo_lseek", "lo_tell", "lo_create", "ber_", "sasl_", "crypto_sign", "crypto_box", "crypto_secretbox",
    "crypto_scalarmult", "crypto_aead", "crypto_pwhash", "crypto_generichash", "crypto_core",
  ]
}
