import Testing

@testable import Diagnosis

@Suite struct UncompiledSymbolTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: UncompiledSymbol()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "MPI's interface for C++",
      Sample.text("ImportError", "\(Sample.site)/torch/_C.so: undefined symbol: _ZN3MPI8Datatype4FreeEv"),
      .incompleteBuild),
    RuleCase(
      "a function of the extension without namespace",
      Sample.text("ImportError", "\(site)/vllm/_C.abi3.so: undefined symbol: _Z20cutlass_moe_mm_sm100RN2at6TensorE"),
      .incompleteBuild, .likely, culprits: ["vllm"]),
    RuleCase(
      "a namespace of the package's name",
      Sample.text(
        "ImportError", "/src/detectron2/detectron2/_C.so: undefined symbol: _ZN10detectron218get_cudart_versionEv"),
      .incompleteBuild, .likely),
    RuleCase(
      "a function in C that no library offers",
      Sample.text("ImportError", "\(site)/pysbf/sbf.so: undefined symbol: c_crc16"), .incompleteBuild, .likely),
    RuleCase(
      "a library whose interface never changes",
      Sample.text("ImportError", "common_ops.cpython-313-x86_64-linux-gnu.so: undefined symbol: numa_get_membind"),
      .incompleteBuild, .likely),
    RuleCase(
      "the support of C++ that each libstdc++ has",
      Sample.text("ImportError", "\(site)/spam_ext.so: undefined symbol: _ZTVN10__cxxabiv117__class_type_infoE"),
      .incompleteBuild, .likely),
    RuleCase(
      "on macOS",
      Sample.text(
        "ImportError", "dlopen(/p/dnet.so, 2): Symbol not found: _addr_bcast\n  Referenced from: /p/dnet.so"),
      .incompleteBuild, .likely),
    RuleCase(
      "a function that zlib has always had",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: inflateInit2_"), .incompleteBuild, .likely),
    RuleCase(
      "the same with a version, so linked",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: inflateInit2_, version ZLIB_1.2"), nil),
    RuleCase(
      "the same, wanted by a library",
      Sample.text("ImportError", "\(site)/spam/libspam.so.1: undefined symbol: inflateInit2_"), nil),
    RuleCase(
      "of an abbreviation of the package's name",
      Sample.text("ImportError", "\(site)/verovio/_verovio.so: undefined symbol: _ZN3vrv7Toolkit4LoadEv"),
      .incompleteBuild, .likely, culprits: ["verovio"]),
    RuleCase(
      "of a namespace that is not the package's",
      Sample.text("ImportError", "\(site)/verovio/_verovio.so: undefined symbol: _ZN5boost6system4FailEv"), nil),
    RuleCase(
      "the stub of a kernel",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: _Z26__device_stub__scale_kernelPfi"),
      .incompleteBuild, .likely),
    RuleCase(
      "of an older OpenMP",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: __kmpc_dispatch_deinit"), nil),
    RuleCase(
      "a function that the package's own library does not have",
      Sample.text("AttributeError", "\(site)/spam/libspam_cuda.so: undefined symbol: cspam_blockwise"),
      .incompleteBuild,
      .likely, culprits: ["spam"]),
    RuleCase(
      "of torch", Sample.text("ImportError", "\(site)/vllm/_C.abi3.so: undefined symbol: _ZN3c104cuda9SetDeviceEi"), nil
    ),
    RuleCase(
      "of a library that is known",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: sqlite3_enable_load_extension"), nil),
    RuleCase(
      "a class outside of namespaces, as Qt's",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: _ZN7QStringC1Ev"), nil),
    RuleCase(
      "the type of such a class", Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: _ZTI7QWidget"), nil),
    RuleCase(
      "of another release of ICU", Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: u_strToLower_66"),
      nil),
    RuleCase(
      "with a version, so of a library",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: eggs, version EGGS_2"), nil),
    RuleCase(
      "a routine that each LAPACK has",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: zgelsd_"), .incompleteBuild, .likely),
    RuleCase(
      "BLAS for C", Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: cblas_sgemm"),
      .incompleteBuild, .likely),
    RuleCase(
      "a routine of later releases",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: dgeqrt3_"), nil),
    RuleCase(
      "Fortran code that is no routine of LAPACK",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: interpolate_"), nil),
    RuleCase(
      "streams, which each libstdc++ has",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: _ZSt4cout"), .incompleteBuild, .likely),
    RuleCase(
      "the module that wraps a library of its name",
      Sample.text("ImportError", "\(site)/_openbabel.so: undefined symbol: _ZN9OpenBabel9OBBuilder5BuildERNS_5OBMolE"),
      nil),
    RuleCase(
      "FreeBSD",
      Sample.text("ImportError", "\(site)/matplotlib/ft2font.so: Undefined symbol \"FT_Done_Glyph\""),
      .incompleteBuild, .likely, culprits: ["matplotlib"]),
  ]
}
