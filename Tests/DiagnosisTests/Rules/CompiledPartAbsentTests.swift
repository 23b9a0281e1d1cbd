import Testing

@testable import Diagnosis

@Suite struct CompiledPartAbsentTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: CompiledPartAbsent())
  }

  private static func guessed() -> Evidence {
    let first = Sample.exception(
      "ImportError", "this version of pandas is incompatible with numpy < 1.22.4", ["\(site)/pandas/compat.py"])
    return Sample.text(
      Sample.exception("ImportError", "C extension: None not built.", ["\(site)/pandas/__init__.py"], inner: first))
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "wanted by the package itself",
      Sample.text("ModuleNotFoundError", "No module named 'mmcv._ext'", ["\(site)/mmcv/x.py"]),
      .incompleteBuild, .likely, culprits: ["mmcv"]),
    RuleCase(
      "wanted by another one",
      Sample.text("ModuleNotFoundError", "No module named 'torch._six'", ["\(site)/apex/x.py"]), nil),
    RuleCase(
      "named so",
      Sample.text("ImportError", "cannot import name 'nms_cuda' from 'mmdet.ops.nms' (/src/mmdet/ops/nms/__init__.py)"),
      .incompleteBuild, .likely),
    RuleCase(
      "a source tree in the working directory",
      Sample.live("ModuleNotFoundError", "No module named 'vllm._C'", ["/project/vllm/x.py"]) {
        $0.put("vllm", .package, .workingDirectory, "/project/vllm/__init__.py")
      }, .incompleteBuild, .certain),
    RuleCase(
      "pandas of 2012, of itself",
      Sample.text("ImportError", "C extensions not built: if you installed already", ["\(site)/pandas/__init__.py"]),
      .incompleteBuild, .likely, culprits: ["pandas"]),
    RuleCase(
      "a name of several parts that code went on without",
      Sample.text("NameError", "name 'selective_scan_cuda_core' is not defined"), .incompleteBuild, .likely),
    RuleCase("a name of another kind", Sample.text("NameError", "name 'cuda' is not defined"), nil),
    RuleCase(
      "its own library, by its base name",
      Sample.text(
        "FileNotFoundError", "Shared library with base name 'llama' not found", ["\(site)/llama_cpp/llama_cpp.py"]),
      .incompleteBuild, .likely),
    RuleCase(
      "a build that failed before",
      Sample.text(
        Sample.exception(
          "ImportError", "cannot import name 'csrc' from 'gsplat'", ["\(site)/gsplat/cuda/_backend.py"]),
        output: "ninja: build stopped: subcommand failed."), .incompleteBuild, .likely, culprits: ["gsplat"]),
    RuleCase(
      "operators that were never registered",
      Sample.text("AttributeError", "'_OpNamespace' '_C' object has no attribute 'gelu_quick'"), .incompleteBuild),
    RuleCase(
      "named as the package, of which nobody is seen to want it",
      Sample.text("ModuleNotFoundError", "No module named 'spam._spam'"), .incompleteBuild, .likely),
    RuleCase(
      "a checkout without the module that it wants",
      Sample.text("ModuleNotFoundError", "No module named 'lead_lag.impl'", ["/home/me/lead-lag/lead_lag/contrast.py"]),
      .incompleteBuild, .likely),
    RuleCase(
      "a project without the settings that are kept elsewhere",
      Sample.text("ModuleNotFoundError", "No module named 'shop.local_settings'", ["/home/me/shop/shop/settings.py"]),
      nil),
    RuleCase(
      "SWIG's module, which the loader then refuses",
      Sample.text(
        Sample.exception(
          "ImportError", "DLL load failed: The specified module could not be found.", ["/x/spam/spam_internal.py"],
          inner: Sample.exception("ImportError", "No module named '_spam_internal'", ["/x/spam/spam_internal.py"]))),
      nil),
    RuleCase(
      "beside the package that wants it",
      Sample.text("ModuleNotFoundError", "No module named 'spam_2_cuda'", ["\(site)/spam/interface.py"]),
      .incompleteBuild, .likely),
    RuleCase("the same alone", Sample.text("ModuleNotFoundError", "No module named 'spam_2_cuda'"), .incompleteBuild),
    RuleCase("a distribution's name", Sample.text("ModuleNotFoundError", "No module named 'pycuda'"), nil),
    RuleCase("no private name", Sample.text("ModuleNotFoundError", "No module named 'spam.eggs'"), nil),
    RuleCase(
      "the package says it", Sample.text("NameError", "name '_C' is not defined", ["/src/spam/ops.py"]),
      .incompleteBuild,
      .likely),
    RuleCase(
      "a compiled module beside the file that wants it",
      Sample.text("ModuleNotFoundError", "No module named '_mask'", ["/src/pycocotools/mask.py"]), .incompleteBuild,
      .likely),
    RuleCase("of Python itself", Sample.text("ModuleNotFoundError", "No module named '_lzma'", ["/src/spam.py"]), nil),
    RuleCase(
      "a private module in Python, of which nobody is seen to want it",
      Sample.text("ModuleNotFoundError", "No module named 'sklearn.utils._joblib'"), nil),
    RuleCase("a guess of the package, after a version was refused", guessed(), nil),
    RuleCase(
      "operators of a part with a name of its own",
      Sample.text("AttributeError", "'_OpNamespace' '_vllm_fa2_C' object has no attribute 'varlen_fwd'"),
      .incompleteBuild),
    RuleCase(
      "a checkout whose package wants its compiled part",
      Sample.text(
        "ImportError",
        "cannot import name '_spam' from partially initialized module 'spam' (/home/me/spam/spam/__init__.py)"),
      .incompleteBuild, .likely),
    RuleCase(
      "a checkout, of which Python 2 does not say where it is",
      Sample.text(
        "ImportError", "cannot import name 'core'", ["/home/me/spam/spam/core/__init__.py"],
        source: "from spam.core import core"), .incompleteBuild, .likely),
    RuleCase(
      "an application that imports in a cycle",
      Sample.text(
        "ImportError",
        "cannot import name 'app' from partially initialized module 'spam' (/home/me/spam/spam/__init__.py)"), nil),
    RuleCase(
      "a constant",
      Sample.text(
        "ImportError", "cannot import name '_LIMITS' from 'spam' (/x/spam/__init__.py)", ["\(site)/spam/x.py"]), nil),
    RuleCase(
      "a name in a file of Python code",
      Sample.text(
        "ImportError", "cannot import name '_limits' from 'spam.eggs' (\(site)/spam/eggs.py)", ["\(site)/spam/x.py"]),
      nil),
    RuleCase(
      "an extension that torch was to compile",
      Sample.text(
        "ImportError",
        "/home/me/.cache/torch_extensions/py310_cu118/fused/fused.so: cannot open shared object file: No such file"),
      .incompleteBuild, .likely),
    RuleCase(
      "a library in the package's own folder",
      Sample.text("OSError", "\(site)/spam/libspam_cpu.so: cannot open shared object file: No such file or directory"),
      .incompleteBuild, .likely, culprits: ["spam"]),
    RuleCase(
      "a library that the loader looks for",
      Sample.text("OSError", "libspam_cpu.so: cannot open shared object file: No such file or directory"), nil),
    RuleCase(
      "its compiler failed", Sample.text("RuntimeError", "Error building extension 'fused'"), .incompleteBuild, .likely),
    RuleCase(
      "wanted in a checkout, in a text",
      Sample.text("ModuleNotFoundError", "No module named 'vllm._C'", ["/project/vllm/x.py"]), .incompleteBuild, .likely
    ),
    RuleCase(
      "a checkout whose folder has another word in its name",
      Sample.text(
        "ModuleNotFoundError", "No module named 'pyarrow.lib'", ["/w/ray/pyarrow_files/pyarrow/__init__.py"]),
      .incompleteBuild, .likely),
    RuleCase(
      "an application in such a folder",
      Sample.text("ModuleNotFoundError", "No module named 'shop.views'", ["/home/me/webshop/shop/urls.py"]), nil),
    RuleCase(
      "a kernel for one kind of device",
      Sample.text("ModuleNotFoundError", "No module named 'nms.gpu_nms'", ["/w/lib/nms/nms_wrapper.py"]),
      .incompleteBuild, .likely),
    RuleCase(
      "of the package itself, which a relative import says",
      Sample.text(
        "ImportError", "cannot import name _errors", ["\(site)/h5py/__init__.py"], source: "from . import _errors"),
      .incompleteBuild, .likely, culprits: ["h5py"]),
    RuleCase(
      "of no package that the text names",
      Sample.text("ImportError", "cannot import name '_C'", ["/w/detectron2/layers/__init__.py"]), .incompleteBuild),
    RuleCase(
      "a private module at the top", Sample.text("ModuleNotFoundError", "No module named '_raymarching'"),
      .incompleteBuild, .likely),
    RuleCase(
      "a kernel by its name alone", Sample.text("ModuleNotFoundError", "No module named 'alt_cuda_corr'"),
      .incompleteBuild, .likely),
    RuleCase(
      "an extension whose name does not tell",
      Sample.text("ModuleNotFoundError", "No module named 'MultiScaleDeformableAttention'"), .incompleteBuild, .likely),
    RuleCase(
      "one of flash-attn, which is there", Sample.text("ModuleNotFoundError", "No module named 'flash_attn_2_cuda'"),
      .incompleteBuild, .likely),
    RuleCase(
      "a folder of sources where the compiled part should be",
      Sample.text(
        "ImportError", "cannot import name 'f' from 'spam._rust' (unknown location)", ["\(site)/spam/__init__.py"]),
      .incompleteBuild, .likely, culprits: ["spam"]),
    RuleCase(
      "an extension for CUDA beside the code", Sample.text("ModuleNotFoundError", "No module named 'cudaops_color'"),
      .incompleteBuild, .likely),
    RuleCase(
      "a distribution's name taken for a module's",
      Sample.text("ModuleNotFoundError", "No module named 'tensorflow_cpu'"),
      nil),
    RuleCase("a published module for CUDA", Sample.text("ModuleNotFoundError", "No module named 'pycuda'"), nil),
    RuleCase(
      "a library that the project's code looks for beside itself",
      Sample.text(
        "OSError", "dlopen(/w/prometeo/linalg/../lib/libblasfeo.so, 6): image not found",
        ["/w/prometeo/linalg/wrapper.py"]), .incompleteBuild, .likely),
    RuleCase(
      "a library of another place",
      Sample.text(
        "OSError", "/usr/local/lib/libspam.so: cannot open shared object file: No such file or directory",
        ["/w/prometeo/linalg/wrapper.py"]), nil),
    RuleCase(
      "a name that nothing defined, since its import was passed over",
      Sample.text("NameError", "name 'selective_scan_cuda' is not defined", ["\(site)/mamba_ssm/ops.py"]),
      .incompleteBuild, .likely, culprits: ["mamba-ssm"]),
    RuleCase("another name", Sample.text("NameError", "name 'np' is not defined", ["\(site)/spam/ops.py"]), nil),
    RuleCase(
      "not built, as the package says",
      Sample.text(
        "ImportError", "Extension horovod.torch has not been built: \(site)/horovod/torch/mpi_lib.so not found"),
      .incompleteBuild, .likely),
    RuleCase(
      "pandas, of a module that it needs",
      Sample.text(
        "ImportError", "C extension: No module named six not built. If you want to import", ["/l/pandas/x.py"]),
      nil),
    RuleCase(
      "a part of any name whose source is there",
      Sample.live("ModuleNotFoundError", "No module named 'fastmath.core'", ["/w/fastmath/__init__.py"]) {
        $0.put("fastmath", .package, .workingDirectory, "/w/fastmath/__init__.py")
        $0.put("fastmath.core", .uncompiled, .workingDirectory, "/w/fastmath/core.pyx")
      }, .incompleteBuild, .certain),
    RuleCase(
      "what protoc has not written yet",
      Sample.live("ImportError", "cannot import name 'a_pb2' from 'rpc' (/w/rpc/__init__.py)", ["/w/rpc/client.py"]) {
        $0.put("rpc", .package, .workingDirectory, "/w/rpc/__init__.py")
        $0.put("rpc.a_pb2", .uncompiled, .workingDirectory, "/w/rpc/a.proto")
      }, .incompleteBuild, .certain),
  ]
}
