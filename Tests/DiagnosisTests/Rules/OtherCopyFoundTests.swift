import Testing

@testable import Diagnosis

@Suite struct OtherCopyFoundTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OtherCopyFound()) }

  static let cases: [RuleCase] = [
    RuleCase(
      "the support library of another compiler",
      Sample.text(
        "ImportError", "/opt/nvidia/hpc_sdk/21.2/lib/libgomp.so.1: undefined symbol: __pgi_nvomp_drain_async"),
      .environmentVariable, .likely),
    RuleCase(
      "a part of cuDNN for another part",
      Sample.text(
        "OSError",
        "/e/nvidia/cudnn/lib/libcudnn_cnn_infer.so.8: undefined symbol: _ZN11nvrtcHelper4loadEb, version libcudnn_ops_infer.so.8"
      ),
      .environmentVariable, .likely),
    RuleCase(
      "between libraries of NVIDIA",
      Sample.text(
        "ImportError",
        "\(site)/torch/lib/../../nvidia/cusparse/lib/libcusparse.so.12: undefined symbol: __nvJitLinkComplete_12_4, version libnvJitLink.so.12"
      ), .environmentVariable, .likely),
    RuleCase(
      "wanted by torch",
      Sample.text(
        "ImportError",
        "\(site)/torch/lib/libtorch_cuda.so: undefined symbol: cusparseSpSM_analysis, version libcusparse.so.11"),
      .environmentVariable, .likely),
    RuleCase(
      "between layers of MKL",
      Sample.text("OSError", "/opt/intel/libmkl_avx512.so.1: undefined symbol: mkl_sparse_optimize_bsr_trsm_i8"),
      .environmentVariable, .likely),
    RuleCase(
      "wanted by a module of Python itself",
      Sample.text(
        "ImportError",
        "/usr/lib/python3.12/lib-dynload/pyexpat.cpython-312-x86_64-linux-gnu.so: undefined symbol: XML_SetReparseDeferralEnabled"
      ), .environmentVariable, .likely),
    RuleCase(
      "wanted by somebody else",
      Sample.text("ImportError", "\(site)/spam/_b.so: undefined symbol: cublasLtGetStatusString"), nil),
    RuleCase(
      "support of C++ that the linker found in a libstdc++",
      Sample.text(
        "ImportError",
        "/e/site-packages/numpy/_core/_m.so: undefined symbol: _ZTVN10__cxxabiv120__si_class_type_infoE, version CXXABI_1.3"
      ),
      .environmentVariable, .likely),
    RuleCase(
      "a folder of the user's own before torch's",
      Sample.text(
        "ImportError", "/home/me/libtorch/lib/libtorch_python.so: undefined symbol: PyThread_tss_alloc",
        ["\(site)/torch/__init__.py"]), .environmentVariable, .likely),
    RuleCase(
      "the same, wanted by code of the user's own",
      Sample.text(
        "ImportError", "/home/me/build/libspam.so: undefined symbol: eggs", ["/home/me/spam.py"]), nil),
    RuleCase(
      "the system's Python with a library of conda",
      Sample.text(
        "ImportError",
        "/home/me/conda/lib/libcrypto.so.3: version `OPENSSL_3.4.0' not found (required by /usr/lib64/python3.9/lib-dynload/_hashlib.so)"
      ), .environmentVariable, .likely),
    RuleCase(
      "another folder before that of a Python",
      Sample.text(
        "ImportError",
        "/srv/profile/lib/libcrypto.so.3: version `OPENSSL_3.3.0' not found (required by /store/python3/lib/python3.13/lib-dynload/_ssl.so)"
      ), .environmentVariable, .likely),
    RuleCase(
      "the Python's own folder",
      Sample.text(
        "ImportError",
        "/opt/python/lib/libcrypto.so.3: version `OPENSSL_3.3.0' not found (required by /opt/python/lib/python3.13/lib-dynload/_ssl.so)"
      ), nil),
    RuleCase(
      "the system's library",
      Sample.text(
        "ImportError",
        "/lib64/libcrypto.so.3: version `OPENSSL_3.3.0' not found (required by /opt/python/lib/python3.13/lib-dynload/_ssl.so)"
      ), nil),
    RuleCase(
      "an older MKL, wanted by torch",
      Sample.text("ImportError", "\(site)/torch/lib/libmkldnn.so.0: undefined symbol: cblas_gemm_s8u8s32"),
      .environmentVariable, .likely),
    RuleCase(
      "a toolkit in a folder of the user's own",
      Sample.text(
        "OSError", "/home/me/Ascend/nnal/lib/libspam.so: undefined symbol: _ZN3Mki2DlC1Ev", ["\(site)/torch_npu/a.py"]),
      nil),
    RuleCase(
      "conda's own Python",
      Sample.text(
        "ImportError",
        "/home/me/conda/lib/libstdc++.so.6: version `GLIBCXX_3.4.30' not found (required by /home/me/conda/lib/python3.9/x.so)"
      ), nil),
    RuleCase(
      "a part of MKL on macOS, where no variable leads to another one",
      Sample.text(
        "?",
        "dlopen(/c/lib/libmkl_intel_thread.dylib, 9): Symbol not found: _mkl_serv_inspector_loaded\n  Referenced from: /c/lib/libmkl_intel_thread.dylib\n  Expected in: flat namespace"
      ), nil),
  ]
}
