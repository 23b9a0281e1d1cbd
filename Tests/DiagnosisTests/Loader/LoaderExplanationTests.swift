import Diagnosis
import SharedObjects
import TestSupport
import Testing

/// From a message and facts to a conclusion, a sentence and what it rests on.
@Suite struct LoaderExplanationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var facts: LoaderFacts
    var kind: LoaderExplanation.Kind
    var conclusion: String
    var summary: String
    var evidence: [String]
    var testDescription: String { name }

    init(
      _ name: String, _ text: String, _ kind: LoaderExplanation.Kind, _ conclusion: String, _ summary: String,
      _ evidence: [String] = [], _ facts: (inout LoaderFacts) -> Void = { _ in }
    ) {
      (self.name, self.text, self.kind, self.conclusion) = (name, text, kind, conclusion)
      (self.summary, self.evidence) = (summary, evidence)
      self.facts = LoaderFacts()
      facts(&self.facts)
    }
  }

  private static let x86 = ObjectFile.Kind(
    width: .bits64, byteOrder: .littleEndian, machine: ObjectFile.Machine(rawValue: 62))
  private static let arm = ObjectFile.Kind(
    width: .bits64, byteOrder: .littleEndian, machine: ObjectFile.Machine(rawValue: 183))
  private static let torch = OwningDistribution(name: "torch", version: "2.2.0")
  private static let module = OwnedFile(
    path: "/s/vllm/_C.so", distribution: OwningDistribution(name: "vllm", version: "0.4.3"))

  private static func file(_ path: String, _ name: String? = nil) -> OwnedFile {
    OwnedFile(path: path, distribution: name.map { OwningDistribution(name: $0, version: "1.0") })
  }

  // MARK: Libraries

  private static let missing = ": cannot open shared object file: No such file or directory"

  static let libraries: [Row] = [
    Row(
      "text alone", "libcudart.so.13\(missing)", .missingLibrary, "unknown",
      "The loader was asked for `libcudart.so.13`, and no file of that name was found.",
      ["`libcudart.so.13` is in nvidia-cuda-runtime from the package index."]),
    Row(
      "the driver's", "libcuda.so.1\(missing)", .missingLibrary, "comes-with-driver",
      "`_C.so` of vllm 0.4.3 needs `libcuda.so.1`, which comes with the NVIDIA driver and with no package of an index."
    ) { $0.object = module },
    Row(
      "another release", "libx.so.2\(missing)", .missingLibrary, "other-release-installed",
      "`_C.so` of vllm 0.4.3 needs `libx.so.2`, and only another release of that library is installed.",
      [
        "The way there: m.so → _C.so.", "Installed: libx.so.1 of x 1.0 (/s/x/libx.so.1).",
        "Looked for: LD_LIBRARY_PATH is not set; 2 folders of the RUNPATH of _C.so (/f/libx.so.2: it is for aarch64); "
          + "1 folder of the system.",
      ]
    ) { facts in
      (facts.object, facts.process) = (module, x86)
      facts.chain = [file("/s/vllm/m.so"), module]
      facts.copies = [LibraryCopy(file: file("/s/x/libx.so.1", "x"), soname: "libx.so.1")]
      facts.considered = [
        Considered(place: "/e", rule: .runpath, owner: "/s/vllm/_C.so", reason: "no such folder"),
        Considered(
          place: "/f/libx.so.2", rule: .runpath, owner: "/s/vllm/_C.so", reason: "it is for aarch64", isThere: true),
        Considered(place: "/lib/libx.so.2", rule: .defaultFolder, reason: "no such file"),
      ]
    },
    Row(
      "installed elsewhere", "libx.so.1\(missing)", .missingLibrary, "off-search-path",
      "`_C.so` of vllm 0.4.3 needs `libx.so.1`, which is installed where the loader does not look.",
      ["Installed: libx.so.1 of x 1.0 (/s/x/libx.so.1)."]
    ) { facts in
      facts.object = module
      facts.copies = [LibraryCopy(file: file("/s/x/libx.so.1", "x"), soname: "libx.so.1")]
    },
    Row(
      "beside a build without CUDA", "libcudart.so.12\(missing)", .missingLibrary, "part-left-out",
      "`_C.so` of vllm 0.4.3 needs `libcudart.so.12`, a library of CUDA, and the installed torch 2.2.0 is built without "
        + "CUDA.",
      [
        "vllm 0.4.3 is built for CUDA, torch 2.2.0 is not: both must be of one kind.",
        "`libcudart.so.12` is in nvidia-cuda-runtime-cu12 from the package index.",
      ]
    ) { ($0.object, $0.buildWithoutCUDA) = (module, torch) },
    Row(
      "required and not installed", "libcudart.so.12\(missing)", .missingLibrary, "not-installed",
      "torch 2.2.0 needs `libcudart.so.12`, and nothing that is installed has it.",
      [
        "Needed by libc10_cuda.so.",
        "torch 2.2.0 requires nvidia-cuda-runtime-cu12==12.1.105, which has it and is not installed so.",
      ]
    ) { facts in
      facts.neededBy = [OwnedFile(path: "/s/torch/lib/libc10_cuda.so", distribution: torch)]
      (facts.unmetRequirement, facts.process) = ("nvidia-cuda-runtime-cu12==12.1.105", x86)
    },
    Row(
      "as linkers name it", "Unable to find zbar shared library", .missingLibrary, "not-installed",
      "pyzbar 0.1.9 asks for `libzbar.so`, and nothing that is installed has it.",
      ["`libzbar.so` is in libzbar0 of Debian 12."]
    ) { ($0.asker, $0.process) = (OwningDistribution(name: "pyzbar", version: "0.1.9"), x86) },
  ]

  // MARK: Symbols

  private static let exchange = "/s/vllm/_C.so: undefined symbol: _ZN3c104cuda14ExchangeDeviceEa"
  private static let cxx11 = "_ZN3lib4openENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"
  private static let demangled =
    "lib::open(std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >)"

  static let symbols: [Row] = [
    Row(
      "text alone", exchange, .undefinedSymbol, "unknown",
      "`_C.so` wants `c10::cuda::ExchangeDevice(signed char)`, and nothing that was loaded defines it."),
    Row(
      "another signature", exchange, .undefinedSymbol, "built-against-other-release",
      "`_C.so` of vllm 0.4.3 was built against another release of torch than the installed 2.2.0: it wants "
        + "`c10::cuda::ExchangeDevice(signed char)`.",
      [
        "`libc10_cuda.so` of torch 2.2.0 has `c10::cuda::ExchangeDevice(int)`.",
        "vllm 0.4.3 requires torch==2.3.0; 2.2.0 is installed.",
      ]
    ) { facts in
      facts.object = module
      facts.symbol = SymbolFacts()
      facts.symbol?.provider = torch
      facts.symbol?.requirement = "torch==2.3.0"
      facts.symbol?.isFulfilled = false
      let library = OwnedFile(path: "/s/torch/lib/libc10_cuda.so", distribution: torch)
      facts.symbol?.near = NearForm.nearest(
        to: "_ZN3c104cuda14ExchangeDeviceEa", among: ["_ZN3c104cuda14ExchangeDeviceEi"]
      ).map { OwnedForm(form: $0, file: library) }
    },
    Row(
      "nothing near, requirement fulfilled", exchange, .undefinedSymbol, "unknown",
      "`_C.so` of vllm 0.4.3 wants `c10::cuda::ExchangeDevice(signed char)`, which no library of the installed torch "
        + "2.2.0 defines.",
      [
        "Neither it nor anything near it is in libc10.so.", "vllm 0.4.3 requires torch>=2; 2.2.0 is installed.",
      ]
    ) { facts in
      facts.object = module
      facts.symbol = SymbolFacts()
      facts.symbol?.provider = torch
      facts.symbol?.requirement = "torch>=2"
      facts.symbol?.isFulfilled = true
      facts.symbol?.libraries = [OwnedFile(path: "/s/torch/lib/libc10.so", distribution: torch)]
    },
    Row(
      "the other string ABI", "/s/vllm/_C.so: undefined symbol: \(cxx11)", .undefinedSymbol, "other-string-abi",
      "`_C.so` of vllm 0.4.3 was compiled with the other of the two C++ string ABIs than `liblib.so` of lib 1.0.",
      ["Wanted is `\(demangled)`; `liblib.so` of lib 1.0 has `lib::open(std::string)`."]
    ) { facts in
      facts.object = module
      facts.symbol = SymbolFacts()
      facts.symbol?.near = NearForm.nearest(to: cxx11, among: ["_ZN3lib4openESs"])
        .map { OwnedForm(form: $0, file: file("/s/lib/liblib.so", "lib")) }
    },
    Row(
      "a part for CUDA", exchange, .undefinedSymbol, "part-left-out",
      "`_C.so` of vllm 0.4.3 wants `c10::cuda::ExchangeDevice(signed char)`, a part for CUDA, and the installed torch "
        + "2.2.0 is built without CUDA."
    ) { facts in
      (facts.object, facts.buildWithoutCUDA, facts.symbol) = (module, torch, SymbolFacts())
    },
    Row(
      "the driver's", "/s/vllm/_C.so: undefined symbol: cuPointerGetAttribute", .undefinedSymbol, "comes-with-driver",
      "`_C.so` of vllm 0.4.3 wants `cuPointerGetAttribute`, which the NVIDIA driver has to define; it is not there, or "
        + "older."
    ) { ($0.object, $0.symbol) = (module, SymbolFacts()) },
    Row(
      "a newer Python's", "/s/vllm/_C.so: undefined symbol: Py_Version", .undefinedSymbol, "newer-python",
      "`_C.so` of vllm 0.4.3 wants `Py_Version`, which Python has since 3.11; this is Python 3.9."
    ) { ($0.object, $0.pythonMinor) = (module, 9) },
    Row(
      "of a library that it is not linked with", "/s/vllm/_C.so: undefined symbol: frobnicate", .undefinedSymbol,
      "not-linked",
      "`_C.so` of vllm 0.4.3 wants `frobnicate`, which only libraries define that it is not linked with.",
      ["`libf.so` of f 1.0 defines it, and must be loaded before."]
    ) { facts in
      (facts.object, facts.symbol) = (module, SymbolFacts())
      facts.symbol?.definedElsewhere = [file("/s/f/libf.so", "f")]
    },
  ]

  // MARK: Versions and files

  private static let version =
    "/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /s/vllm/_C.so)"

  static let files: [Row] = [
    Row(
      "version by text alone", version, .missingVersion, "library-too-old",
      "`_C.so` needs `GLIBCXX_3.4.32` of `libstdc++.so.6`; `/lib/libstdc++.so.6` does not have it.",
      ["`GLIBCXX_3.4.32` came with GCC 13.2."]),
    Row(
      "version that another copy offers", version, .missingVersion, "other-copy-first",
      "`_C.so` of vllm 0.4.3 needs `GLIBCXX_3.4.32` of `libstdc++.so.6`; `/lib/libstdc++.so.6` does not have it and "
        + "goes up to `GLIBCXX_3.4.30`.",
      [
        "`GLIBCXX_3.4.32` came with GCC 13.2; the library that was found is of GCC 12.1.",
        "`/e/lib/libstdc++.so.6` offers it, and is not the one that the process has (/e/lib/libstdc++.so.6).",
      ]
    ) { facts in
      facts.object = module
      facts.versions = VersionFacts(
        library: file("/lib/libstdc++.so.6"), offered: ["GLIBCXX_3.4.9", "GLIBCXX_3.4.30", "CXXABI_1.3.13"],
        others: [file("/e/lib/libstdc++.so.6")])
    },
    Row(
      "version of glibc", "/lib/libc.so.6: version `GLIBC_2.38' not found (required by /s/vllm/_C.so)",
      .missingVersion, "library-too-old",
      "`_C.so` needs `GLIBC_2.38` of `libc.so.6`; `/lib/libc.so.6` does not have it.",
      [
        "`GLIBC_2.38` came with glibc 2.38, so of Debian 13 or newer, Ubuntu 24.04 or newer, RHEL 10 or newer."
      ]),
    Row(
      "another machine, which the loader calls missing", "/s/vllm/_C.so\(missing)", .unusableFile, "other-machine",
      "`_C.so` of vllm 0.4.3 is compiled for aarch64, 64 bits.", ["This Python is a program of x86_64, 64 bits."]
    ) { ($0.object, $0.state, $0.process) = (module, .object(arm, cut: nil), x86) },
    Row(
      "Git LFS", "/s/vllm/_C.so: invalid ELF header", .unusableFile, "damaged-file",
      "`_C.so` of vllm 0.4.3 is a pointer of Git LFS: the real file was never fetched."
    ) { ($0.object, $0.state) = (module, .problem(.notELF(.lfsPointer("version")))) },
    Row(
      "macOS", "/s/vllm/_C.so: invalid ELF header", .unusableFile, "other-system",
      "`_C.so` of vllm 0.4.3 is a library of macOS for arm64."
    ) { ($0.object, $0.state) = (module, .problem(.notELF(.machO(["arm64"])))) },
    Row(
      "header without facts", "/s/vllm/_C.so: file too short", .unusableFile, "damaged-file",
      "`_C.so` is cut off before the end of its header."),
    Row(
      "static storage", "/s/vllm/_C.so: cannot allocate memory in static TLS block", .staticTLS, "unknown",
      "`_C.so` of vllm 0.4.3 needs 64 bytes of the thread-local storage that is set apart when the process starts, "
        + "more than is left of it.",
      [
        "The file says that it can do with no other storage (DF_STATIC_TLS).",
        "1664 bytes are set apart for all that is loaded later; GLIBC_TUNABLES=glibc.rtld.optional_static_tls=… says "
          + "how many.",
        "Loaded before it, of the same kind: libgomp.so (512 bytes).",
      ]
    ) { facts in
      facts.object = module
      facts.storage = StorageFacts(size: 64, isStatic: true, others: [(file("/s/g/libgomp.so", "g"), 512)], room: 1664)
    },
    Row(
      "executable stack",
      "/s/vllm/_C.so: cannot enable executable stack as shared object requires: Invalid argument", .executableStack,
      "not-allowed", "`_C.so` of vllm 0.4.3 asks for executable stacks, which the system does not allow here.",
      ["Its header asks for it (PT_GNU_STACK with the flag for execution)."]
    ) { ($0.object, $0.stack) = (module, .executable) },
    Row(
      "executable stack that the loader refuses",
      "/s/vllm/_C.so: cannot enable executable stack as shared object requires: Invalid argument", .executableStack,
      "not-allowed", "`_C.so` of vllm 0.4.3 asks for executable stacks, which the loader does not allow here.",
      [
        "Its header says nothing of stacks (no PT_GNU_STACK), which means the same.",
        "Since release 2.41 glibc makes no stack executable for what a program loads later.",
      ]
    ) { ($0.object, $0.stack, $0.loaderKeepsStacks) = (module, .unstated, true) },
    Row(
      "a module of another name", "dynamic module does not define module export function (PyInit__D)", .noModule,
      "unknown", "`_C.so` of vllm 0.4.3 does not define `PyInit__D`, by which Python would make a module of it.",
      ["It defines `PyInit__C`: it is a module of another name."]
    ) { ($0.object, $0.initFunctions) = (module, ["PyInit__C"]) },
  ]

  @Test(arguments: libraries + symbols + files)
  func explained(_ row: Row) throws {
    let message = try #require(LoaderMessage.all(in: row.text).first)
    let explanation = try #require(LoaderExplanation(message, words: row.text, facts: row.facts))
    #expect(explanation.kind == row.kind)
    #expect(explanation.conclusion.code == row.conclusion)
    #expect(explanation.summary == row.summary)
    #expect(explanation.evidence == row.evidence)
  }

  @Test func noticesAreNotExplained() throws {
    let text =
      "ERROR: ld.so: object 'libx.so' from LD_PRELOAD cannot be preloaded (cannot open shared object file): ignored."
    let message = try #require(LoaderMessage.all(in: text).first)
    let explanation = LoaderExplanation(message, words: text, facts: LoaderFacts())
    #expect(explanation?.summary == nil)
  }
}
