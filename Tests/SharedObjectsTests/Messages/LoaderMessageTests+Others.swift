import SharedObjects

/// Messages of other systems than Linux, and of what loads libraries itself.
extension LoaderMessageTests {
  static let windows: [MessageRow] = [
    MessageRow(
      "126", "ImportError: DLL load failed while importing _ext: The specified module could not be found.",
      LoaderMessage(speaker: .windows, problem: .missingLibrary, requested: "_ext")),
    MessageRow(
      "127", "DLL load failed: The specified procedure could not be found.",
      LoaderMessage(speaker: .windows, problem: .missingProcedure)),
    MessageRow(
      "193", "DLL load failed while importing _ext: %1 is not a valid Win32 application.",
      LoaderMessage(speaker: .windows, problem: .wrongMachine(has: nil, needs: nil), requested: "_ext")),
    MessageRow(
      "another language", "DLL load failed while importing _ext: Das angegebene Modul wurde nicht gefunden.",
      LoaderMessage(speaker: .windows, problem: .notLoaded, requested: "_ext")),
    MessageRow(
      "127, in German", "DLL load failed while importing _ext: Die angegebene Prozedur wurde nicht gefunden.",
      LoaderMessage(speaker: .windows, problem: .missingProcedure, requested: "_ext")),
    MessageRow(
      "127, with an apostrophe", "DLL load failed while importing _ext: La procédure spécifiée est introuvable.",
      LoaderMessage(speaker: .windows, problem: .missingProcedure, requested: "_ext")),
    MessageRow(
      "193, in Chinese", "DLL load failed: %1 不是有效的 Win32 应用程序。",
      LoaderMessage(speaker: .windows, problem: .wrongMachine(has: nil, needs: nil))),
    MessageRow(
      "1114, in Chinese", "ImportError: DLL load failed: 动态链接库(DLL)初始化例程失败。",
      LoaderMessage(speaker: .windows, problem: .initializationFailed)),
    MessageRow(
      "1455, in French", "DLL load failed while importing _ext: Le fichier de pagination est insuffisant.",
      LoaderMessage(speaker: .windows, problem: .exhausted("The paging file is too small"), requested: "_ext")),
    MessageRow(
      "a status", "Process finished with exit code -1073741515 (0xC0000135)",
      LoaderMessage(speaker: .windows, problem: .missingLibrary)),
    MessageRow(
      "a status in an error code's place", "ImportError: DLL load failed with error code -1073741795",
      LoaderMessage(speaker: .windows, problem: .processorLevel)),
    MessageRow(
      "the same without a sign", "DLL load failed with error code 3221225785 while importing _ext",
      LoaderMessage(speaker: .windows, problem: .missingProcedure, requested: "_ext")),
    MessageRow(
      "the status of an access violation, in an error code's place", "DLL load failed with error code -1073741819",
      LoaderMessage(speaker: .windows, problem: .notLoaded)),
    MessageRow("the status of an access violation", "Process finished with exit code -1073741819 (0xC0000005)"),
    MessageRow(
      "PyInstaller", #"Error loading Python DLL 'C:\t\_MEI1\python39.dll'."#,
      LoaderMessage(speaker: .windows, problem: .notLoaded, requested: #"C:\t\_MEI1\python39.dll"#)),
    MessageRow(
      "PyTorch's",
      #"OSError: [WinError 126] Das Modul. Error loading "c:\e\torch\lib\fbgemm.dll" or one of its dependencies."#,
      LoaderMessage(speaker: .windows, problem: .missingLibrary, requested: #"c:\e\torch\lib\fbgemm.dll"#)),
    MessageRow(
      "PyTorch's, as somebody copied it", "Erro loading “xxx\\fbgemm.dll” or one of its dependencies.",
      LoaderMessage(speaker: .windows, problem: .notLoaded, requested: "xxx\\fbgemm.dll")),
    MessageRow(
      "ctypes'", #"FileNotFoundError: Could not find module 'C:\a b\c10.dll' (or one of its dependencies)"#,
      LoaderMessage(speaker: .windows, problem: .missingLibrary, requested: #"C:\a b\c10.dll"#)),
    MessageRow(
      "another Python's", "ImportError: Module use of python39.dll conflicts with this version of Python.",
      LoaderMessage(speaker: .python, problem: .otherPython("python39.dll"))),
  ]

  static let others: [MessageRow] = [
    MessageRow(
      "no init function", "dynamic module does not define module export function (PyInit_x)",
      LoaderMessage(speaker: .python, problem: .missingInitFunction("PyInit_x"))),
    MessageRow(
      "no module", "SystemError: initialization of _x did not return an extension module",
      LoaderMessage(speaker: .python, problem: .badInitialization, requested: "_x")),
    MessageRow(
      "PyTorch", "OSError: Could not load this library: /x/libtorchaudio.so",
      LoaderMessage(speaker: .wrapper, problem: .notLoaded, requested: "/x/libtorchaudio.so")),
    MessageRow("PyTorch's source line", #"    raise OSError(f"Could not load this library: {path}") from e"#),
    MessageRow(
      "TensorFlow",
      "W dso_loader.cc:64] Could not load dynamic library 'libnvinfer.so.7'; dlerror: libnvrtc.so.11.1: cannot open shared object file: No such file or directory",
      .glibc(.missingLibrary, "libnvrtc.so.11.1", requested: "libnvinfer.so.7")),
    MessageRow(
      "cuDNN",
      "Could not load library libcudnn_cnn_infer.so.8. Error: libnvrtc.so: cannot open shared object file: No such file or directory",
      .glibc(.missingLibrary, "libnvrtc.so", requested: "libcudnn_cnn_infer.so.8")),
    MessageRow(
      "ONNX Runtime",
      "FAIL : Failed to load library libonnxruntime_providers_cuda.so with error: libcublasLt.so.11: cannot open shared object file: No such file or directory",
      .glibc(.missingLibrary, "libcublasLt.so.11", requested: "libonnxruntime_providers_cuda.so")),
    MessageRow(
      "cffi",
      "OSError: cannot load library 'libsndfile.so': libsndfile.so: cannot open shared object file: No such file or directory",
      .glibc(.missingLibrary, "libsndfile.so", requested: "libsndfile.so")),
    MessageRow(
      "torchvision", "UserWarning: Failed to load image Python extension: '/x/image.so: undefined symbol: _Z1fv'If you",
      .glibc(.undefinedSymbol(PrintedSymbol(name: "_Z1fv")), "/x/image.so")),
    MessageRow(
      "MKL", "Intel MKL FATAL ERROR: Cannot load libmkl_avx512.so or libmkl_def.so.",
      LoaderMessage(speaker: .wrapper, problem: .missingLibrary, object: "libmkl_avx512.so")),
    MessageRow(
      "sounddevice", "OSError: PortAudio library not found",
      LoaderMessage(speaker: .wrapper, problem: .missingLibrary, object: "portaudio")),
    MessageRow(
      "Django", #"ImproperlyConfigured: Could not find the GDAL library (tried "gdal", "GDAL"). Is GDAL installed?"#,
      LoaderMessage(speaker: .wrapper, problem: .missingLibrary, object: "gdal")),
    MessageRow(
      "psycopg", "- couldn't import psycopg 'python' implementation: libpq library not found",
      LoaderMessage(speaker: .wrapper, problem: .missingLibrary, object: "pq")),
    MessageRow(
      "bitsandbytes", "CUDA_SETUP: WARNING! libcudart.so not found in any environmental path. Searching elsewhere",
      LoaderMessage(speaker: .wrapper, problem: .missingLibrary, object: "libcudart.so")),
    MessageRow(
      "macOS, of which a line was broken",
      "(mach-o file, but is an\nincompatible architecture (have 'x86_64', need 'arm64')),",
      LoaderMessage(speaker: .dyld, problem: .wrongMachine(has: "x86_64", needs: "arm64"), line: 2)),
  ]

  static let otherSystems: [MessageRow] = [
    MessageRow(
      "FreeBSD, a symbol", "ImportError: /l/ft2font.so: Undefined symbol \"FT_Done_Glyph\"",
      LoaderMessage(
        speaker: .unix, problem: .undefinedSymbol(PrintedSymbol(name: "FT_Done_Glyph")), object: "/l/ft2font.so")),
    MessageRow(
      "FreeBSD, a library", #"ImportError: Shared object "libicui18n.so.70" not found, required by "_icu.so""#,
      LoaderMessage(speaker: .unix, problem: .missingLibrary, object: "libicui18n.so.70", requested: "_icu.so")),
    MessageRow(
      "FreeBSD, a version", "/lib/libc.so.7: version FBSD_1.5 required by /l/_x.so not found",
      LoaderMessage(
        speaker: .unix, problem: .missingVersion("FBSD_1.5", requiredBy: "/l/_x.so"), object: "/lib/libc.so.7")),
    MessageRow(
      "Solaris, a library", "ld.so.1: python2.7: fatal: libssl.so.1.0.0: open failed: No such file or directory",
      LoaderMessage(speaker: .unix, problem: .missingLibrary, object: "libssl.so.1.0.0")),
    MessageRow(
      "Solaris, a symbol",
      "ld.so.1: python: fatal: relocation error: file /l/SSL.so: symbol SSL_new: referenced symbol not found",
      LoaderMessage(speaker: .unix, problem: .undefinedSymbol(PrintedSymbol(name: "SSL_new")), object: "/l/SSL.so")),
    MessageRow(
      "Android, a library",
      #"dlopen failed: library "libz.so.1" not found: needed by /d/_imaging.so in namespace (default)"#,
      LoaderMessage(speaker: .bionic, problem: .missingLibrary, object: "libz.so.1", requested: "/d/_imaging.so")),
    MessageRow(
      "Android, a symbol", #"dlopen failed: cannot locate symbol "XML_Stop" referenced by "/d/pyexpat.so"..."#,
      LoaderMessage(
        speaker: .bionic, problem: .undefinedSymbol(PrintedSymbol(name: "XML_Stop")), object: "/d/pyexpat.so")),
    MessageRow(
      "Android, another width", #"dlopen failed: "/d/_x.so" is 64-bit instead of 32-bit"#,
      LoaderMessage(speaker: .bionic, problem: .wrongClass(bits: 64), object: "/d/_x.so")),
    MessageRow(
      "Android, another machine", #"dlopen failed: "/d/_x.so" has unexpected e_machine: 62 (EM_X86_64)"#,
      LoaderMessage(speaker: .bionic, problem: .wrongMachine(has: nil, needs: nil), object: "/d/_x.so")),
    MessageRow(
      "Android, an empty file", #"dlopen failed: file offset for the library "/d/_x.so" >= file size: 0 >= 0"#,
      LoaderMessage(speaker: .bionic, problem: .truncated, object: "/d/_x.so")),
    MessageRow("no loader's words", "a version required by law not found"),
    MessageRow(
      "Windows' text alone", "%1 is not a valid Win32 application.",
      LoaderMessage(speaker: .windows, problem: .wrongMachine(has: nil, needs: nil))),
  ]
}
