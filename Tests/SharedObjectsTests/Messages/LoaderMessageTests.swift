import SharedObjects
import Testing

/// Each row is a text as it occurs, and all that it says.
struct MessageRow: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let messages: [LoaderMessage]

  init(_ testDescription: String, _ text: String, _ messages: LoaderMessage...) {
    self.testDescription = testDescription
    self.text = text
    self.messages = messages
  }
}

extension LoaderMessage {
  static func glibc(
    _ problem: LoaderProblem, _ object: String? = nil, requested: String? = nil, program: String? = nil, line: Int = 1
  ) -> LoaderMessage {
    LoaderMessage(
      speaker: .glibc, problem: problem, object: object, requested: requested, endedProgram: program, line: line)
  }
}

@Suite struct LoaderMessageTests {
  /// Whole messages; the words are those of the sources of glibc 2.17 to 2.42.
  static let glibc: [MessageRow] = [
    MessageRow(
      "a library that is missing", "libGL.so.1: cannot open shared object file: No such file or directory",
      .glibc(.missingLibrary, "libGL.so.1")),
    MessageRow(
      "a path that is missing", "OSError: /a b/libx.so: cannot open shared object file: No such file or directory",
      .glibc(.missingLibrary, "/a b/libx.so")),
    MessageRow(
      "no permission", "ImportError: /opt/libx.so: cannot open shared object file: Permission denied",
      .glibc(.unopenable(.permissionDenied), "/opt/libx.so")),
    MessageRow(
      "too many open files", "libx.so: cannot open shared object file: Too many open files",
      .glibc(.unopenable(.tooManyOpenFiles), "libx.so")),
    MessageRow(
      "a folder", "/opt/lib.so: cannot read file data: Is a directory",
      .glibc(.unopenable(.isFolder), "/opt/lib.so")),
    MessageRow(
      "an undefined symbol", "/x/_C.so: undefined symbol: _ZN3c104cuda9SetDeviceEi",
      .glibc(.undefinedSymbol(PrintedSymbol(name: "_ZN3c104cuda9SetDeviceEi")), "/x/_C.so")),
    MessageRow(
      "an undefined symbol with a version",
      "/x/libcublas.so.11: undefined symbol: cublasLtGetStatusString, version libcublasLt.so.11",
      .glibc(
        .undefinedSymbol(PrintedSymbol(name: "cublasLtGetStatusString", version: "libcublasLt.so.11")),
        "/x/libcublas.so.11")),
    MessageRow(
      "the same until 2.29",
      "/x/_cffi.abi3.so: symbol clSVMAlloc, version OPENCL_2.0 not defined in file libOpenCL.so.1 with link time reference",
      .glibc(
        .undefinedSymbol(PrintedSymbol(name: "clSVMAlloc", version: "OPENCL_2.0", definedIn: "libOpenCL.so.1")),
        "/x/_cffi.abi3.so")),
    MessageRow(
      "the same without the comma",
      "/x/libcublas.so.11: symbol cublasLtHSH version libcublasLt.so.11 not defined in file libcublasLt.so.11 with link time reference",
      .glibc(
        .undefinedSymbol(
          PrintedSymbol(name: "cublasLtHSH", version: "libcublasLt.so.11", definedIn: "libcublasLt.so.11")),
        "/x/libcublas.so.11")),
    MessageRow(
      "a symbol with stars for its underscores", "/x/_C.so: undefined symbol: *ZNK3c104Meta18init*is_contiguousEv",
      .glibc(.undefinedSymbol(PrintedSymbol(name: "_ZNK3c104Meta18init_is_contiguousEv")), "/x/_C.so")),
    MessageRow(
      "a program that ends by it", "python3: symbol lookup error: /x/_C.so: undefined symbol: f",
      .glibc(.undefinedSymbol(PrintedSymbol(name: "f")), "/x/_C.so", program: "python3")),
    MessageRow(
      "a program that does not start",
      "/usr/bin/python3: error while loading shared libraries: libpython3.11.so.1.0: cannot open shared object file: No such file or directory",
      .glibc(.missingLibrary, "libpython3.11.so.1.0", program: "/usr/bin/python3")),
    MessageRow(
      "a version that is missing", "/lib64/libc.so.6: version `GLIBC_2.28' not found (required by /x/_rust.abi3.so)",
      .glibc(.missingVersion("GLIBC_2.28", requiredBy: "/x/_rust.abi3.so"), "/lib64/libc.so.6")),
    MessageRow(
      "a version of the compiler's, without the file",
      "version `GLIBCXX_3.4.29' not found (required by /x/m.so)",
      .glibc(.missingVersion("GLIBCXX_3.4.29", requiredBy: "/x/m.so"))),
    MessageRow("a version of something else, without a file", "version `1.2' not found"),
    MessageRow(
      "a weak version", "/lib/libx.so.1: weak version `V2' not found (required by /x/m.so)",
      .glibc(.missingVersion("V2", requiredBy: "/x/m.so"), "/lib/libx.so.1")),
    MessageRow(
      "no versions at all", "python3: /opt/libtinfo.so.6: no version information available (required by /bin/bash)",
      .glibc(.noVersionInformation(requiredBy: "/bin/bash"), "/opt/libtinfo.so.6")),
    MessageRow("32 bits", "/x/a.so: wrong ELF class: ELFCLASS32", .glibc(.wrongClass(bits: 32), "/x/a.so")),
    MessageRow("a script", "/x/a.so: invalid ELF header", .glibc(.notAnObjectFile, "/x/a.so")),
    MessageRow("64 bits, without the file", "wrong ELF class: ELFCLASS64", .glibc(.wrongClass(bits: 64))),
    MessageRow("an empty file", "/x/a.so: file too short", .glibc(.truncated, "/x/a.so")),
    MessageRow(
      "an object file", "/x/a.so: only ET_DYN and ET_EXEC can be loaded",
      .glibc(.unsuitable("only ET_DYN and ET_EXEC can be loaded"), "/x/a.so")),
    MessageRow(
      "an executable", "/bin/x.so: cannot dynamically load position-independent executable",
      .glibc(.notLoadable("cannot dynamically load position-independent executable"), "/bin/x.so")),
    MessageRow(
      "a file system without execution", "/x/a.so: failed to map segment from shared object: Operation not permitted",
      .glibc(.unmappable("failed to map segment from shared object", .notPermitted), "/x/a.so")),
    MessageRow(
      "the same without a reason", "/x/a.so: failed to map segment from shared object",
      .glibc(.unmappable("failed to map segment from shared object", nil), "/x/a.so")),
    MessageRow(
      "SELinux", "/x/a.so: cannot restore segment prot after reloc: Permission denied",
      .glibc(.unmappable("cannot restore segment prot after reloc", .permissionDenied), "/x/a.so")),
    MessageRow(
      "static TLS", "/x/libgomp-d22c30c5.so.1: cannot allocate memory in static TLS block",
      .glibc(.staticTLS, "/x/libgomp-d22c30c5.so.1")),
    MessageRow(
      "static TLS, before glibc 2.22", "dlopen: cannot load any more object with static TLS", .glibc(.staticTLS, nil)),
    MessageRow(
      "an executable stack", "/x/a.so: cannot enable executable stack as shared object requires: Invalid argument",
      .glibc(.executableStack(.invalidArgument), "/x/a.so")),
    MessageRow(
      "a relocation", "/x/a.so: unexpected reloc type 0x25",
      .glibc(.relocation("unexpected reloc type 0x25"), "/x/a.so")),
    MessageRow(
      "an IFUNC", "python3: Relink `/x/libm.so.6' with `/x/libc.so.6' for IFUNC symbol `memcpy'",
      .glibc(.indirectFunction(symbol: "memcpy", definedIn: "/x/libc.so.6"), "/x/libm.so.6")),
    MessageRow(
      "a newer processor", "/x/a.so: CPU ISA level is lower than required", .glibc(.processorLevel, "/x/a.so")),
    MessageRow(
      "a preload",
      "ERROR: ld.so: object 'libjemalloc.so' from LD_PRELOAD cannot be preloaded (cannot open shared object file): ignored.",
      .glibc(.preloadIgnored(from: "LD_PRELOAD", reason: "cannot open shared object file"), "libjemalloc.so")),
    MessageRow(
      "a preload in 2.17", "ERROR: ld.so: object 'a.so' from LD_PRELOAD cannot be preloaded: ignored.",
      .glibc(.preloadIgnored(from: "LD_PRELOAD", reason: nil), "a.so")),
    MessageRow("ldd", "\tlibGL.so.1 => not found", .glibc(.missingLibrary, "libGL.so.1")),
    MessageRow(
      "ldd -r", "undefined symbol: _Z1fv\t(./a.so)",
      .glibc(.undefinedSymbol(PrintedSymbol(name: "_Z1fv")), "./a.so")),
    MessageRow(
      "no memory", "dlopen: cannot create TLS data structures",
      .glibc(.exhausted("cannot create TLS data structures"), "dlopen")),
    MessageRow(
      "German", "libx.so.1: Kann die Shared-Object-Datei nicht öffnen: Datei oder Verzeichnis nicht gefunden",
      .glibc(.missingLibrary, "libx.so.1")),
    MessageRow(
      "Chinese, a path", "OSError: /x/a.so: 无法打开共享目标文件: 权限不够",
      .glibc(.unopenable(.other("权限不够")), "/x/a.so")),
  ]

  /// musl 1.2.5.
  static let musl: [MessageRow] = [
    MessageRow(
      "a library that is missing",
      "Error loading shared library libstdc++.so.6: No such file or directory (needed by /x/_C.so)",
      LoaderMessage(speaker: .musl, problem: .missingLibrary, object: "libstdc++.so.6", requested: "/x/_C.so")),
    MessageRow(
      "another machine's", "Error loading shared library /x/a.so: Exec format error",
      LoaderMessage(speaker: .musl, problem: .wrongMachine(has: nil, needs: nil), object: "/x/a.so")),
    MessageRow(
      "a symbol", "ImportError: Error relocating /x/_C.so: __memcpy_chk: symbol not found",
      LoaderMessage(
        speaker: .musl, problem: .undefinedSymbol(PrintedSymbol(name: "__memcpy_chk")), object: "/x/_C.so")),
    MessageRow(
      "TLS", "Error relocating /x/a.so: t: initial-exec TLS resolves to dynamic definition in /x/b.so",
      LoaderMessage(speaker: .musl, problem: .staticTLS, object: "/x/a.so")),
    MessageRow(
      "TLS of a local symbol",
      "Error relocating /x/a.so: (null): initial-exec TLS resolves to dynamic definition in /x/a.so",
      LoaderMessage(speaker: .musl, problem: .staticTLS, object: "/x/a.so")),
    MessageRow(
      "a relocation", "Error relocating /x/a.so: unsupported relocation type 37",
      LoaderMessage(speaker: .musl, problem: .relocation("unsupported relocation type 37"), object: "/x/a.so")),
  ]

  static let dyld: [MessageRow] = [
    MessageRow(
      "a library that is missing, old form",
      "dlopen(/x/l.so, 6): Library not loaded: /opt/libomp.dylib\n  Referenced from: /x/l.so\n  Reason: image not found",
      LoaderMessage(speaker: .dyld, problem: .missingLibrary, object: "/opt/libomp.dylib", requested: "/x/l.so")),
    MessageRow(
      "a library that is too old",
      "dlopen(/x/l.so, 2): Library not loaded: @rpath/liba.11.dylib\n  Referenced from: /x/libb.dylib\n  Reason: Incompatible library version: libb.dylib requires version 12.0.0 or later, but liba.11.dylib provides version 11.0.0",
      LoaderMessage(
        speaker: .dyld, problem: .missingVersion("12.0.0", requiredBy: "libb.dylib"), object: "@rpath/liba.11.dylib",
        requested: "/x/libb.dylib")),
    MessageRow(
      "a library that is missing, new form",
      "dlopen(/x/l.so, 0x0006): Library not loaded: '@rpath/libomp.dylib'\n  Referenced from: <4C4C-44> '/x/l.so'\n  Reason: tried: '/opt/libomp.dylib' (no such file)",
      LoaderMessage(speaker: .dyld, problem: .missingLibrary, object: "@rpath/libomp.dylib", requested: "/x/l.so")),
    MessageRow(
      "another machine's",
      "dlopen(/x/l.so, 0x0002): tried: '/x/l.so' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64'))",
      LoaderMessage(
        speaker: .dyld, problem: .wrongMachine(has: "x86_64", needs: "arm64"), object: "/x/l.so", requested: "/x/l.so")),
    MessageRow(
      "another machine's, in a file for several",
      "dlopen(/x/l.so, 0x0002): tried: '/x/l.so' (fat file, but missing compatible architecture (have 'x86_64', need 'arm64'))",
      LoaderMessage(
        speaker: .dyld, problem: .wrongMachine(has: "x86_64", needs: "arm64"), object: "/x/l.so", requested: "/x/l.so")),
    MessageRow(
      "another machine's, old form",
      "dlopen(/x/l.so, 2): no suitable image found.  Did find:\n\t/x/l.so: mach-o, but wrong architecture",
      LoaderMessage(
        speaker: .dyld, problem: .wrongMachine(has: nil, needs: nil), object: "/x/l.so", requested: "/x/l.so")),
    MessageRow(
      "no library at all", "dlopen(/x/l.so, 0x0002): tried: '/x/l.so' (not a mach-o file)",
      LoaderMessage(speaker: .dyld, problem: .notAnObjectFile, object: "/x/l.so", requested: "/x/l.so")),
    MessageRow(
      "a command of a newer system",
      "dlopen(/x/l.so, 2): no suitable image found.  Did find:\n\t/x/l.so: unknown required load command 0x80000034",
      LoaderMessage(speaker: .dyld, problem: .newerSystem, object: "/x/l.so", requested: "/x/l.so")),
    MessageRow(
      "a symbol whose underscores Markdown took",
      "dlopen(/x/_ext.so, 0x0002): symbol not found in flat namespace 'N2at3mps9MPSStream6commitEb'",
      LoaderMessage(
        speaker: .dyld, problem: .undefinedSymbol(PrintedSymbol(name: "_ZN2at3mps9MPSStream6commitEb")),
        requested: "/x/_ext.so")),
    MessageRow(
      "a symbol", "dlopen(/x/_psycopg.so, 0x0002): symbol not found in flat namespace '_PQbackendPID'",
      LoaderMessage(
        speaker: .dyld, problem: .undefinedSymbol(PrintedSymbol(name: "PQbackendPID")), requested: "/x/_psycopg.so")),
    MessageRow(
      "a symbol, old form",
      "Symbol not found: __ZN2at6TensorE\n  Referenced from: /x/_C.so\n  Expected in: /x/libc10.dylib",
      LoaderMessage(
        speaker: .dyld,
        problem: .undefinedSymbol(PrintedSymbol(name: "_ZN2at6TensorE", definedIn: "/x/libc10.dylib")),
        object: "/x/_C.so")),
  ]

  @Test(arguments: [glibc, musl, dyld, windows, others, otherSystems].flatMap { $0 })
  func whole(_ row: MessageRow) {
    #expect(LoaderMessage.all(in: row.text) == row.messages)
  }

  /// Before every message there can be a log's prefix, behind it more text, around it quotation marks.
  @Test(arguments: [glibc, musl].flatMap { $0 }.filter { $0.messages.count == 1 && !$0.text.contains("ld.so: ") })
  func inALog(_ row: MessageRow) {
    let text = "first\n2024-07-04 12:22:32,004 ERROR [worker] raised: ImportError('\(row.text)')\nlast: line\n"
    var expected = row.messages
    for index in expected.indices { expected[index].line = 2 }
    // ldd's lines are lines of their own.
    guard !row.testDescription.hasPrefix("ldd") else { return }
    #expect(LoaderMessage.all(in: text) == expected)
  }
}
