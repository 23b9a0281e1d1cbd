/// Words that tell what a line may be, wherever they stand in it.
struct PhraseSet: OptionSet {
  let rawValue: UInt32

  /// The head of a traceback.
  static let header = PhraseSet(rawValue: 1 << 0)
  /// A place in a file, as Python writes it.
  static let frame = PhraseSet(rawValue: 1 << 1)
  static let cause = PhraseSet(rawValue: 1 << 2)
  static let context = PhraseSet(rawValue: 1 << 3)
  static let repeated = PhraseSet(rawValue: 1 << 4)
  /// The interpreter gave up.
  static let fatal = PhraseSet(rawValue: 1 << 5)
  /// The head of a stack that faulthandler wrote.
  static let stack = PhraseSet(rawValue: 1 << 6)
  /// A process died.
  static let death = PhraseSet(rawValue: 1 << 7)
  /// The dynamic loader's own words.
  static let loader = PhraseSet(rawValue: 1 << 8)
  /// What an exception of an import says, or a package that swallowed one.
  static let failure = PhraseSet(rawValue: 1 << 9)
  /// pip or uv could not build a distribution.
  static let build = PhraseSet(rawValue: 1 << 10)
  /// A Python warning, or a line that calls itself one.
  static let warning = PhraseSet(rawValue: 1 << 11)
  /// A message of several lines that a library prints and no exception holds.
  static let notice = PhraseSet(rawValue: 1 << 12)
  /// A name of a Python file and a number, as pytest and warnings write it.
  static let place = PhraseSet(rawValue: 1 << 13)
  /// It may tell what is installed.
  static let version = PhraseSet(rawValue: 1 << 14)

  /// Those at which a failure may begin.
  static let ofFailures: PhraseSet = [
    .header, .frame, .fatal, .stack, .death, .loader, .failure, .notice, .place,
  ]

  /// Written in lower case; the text is compared without regard to case.
  static let table: [(phrase: String, means: PhraseSet)] = [
    ("traceback (most recent call last)", .header), ("traceback (innermost last)", .header),
    ("\", line ", .frame), (".py:", .place), (".py - ", .place), (".py in ", .place), (".pyx:", .place),
    ("the above exception was the direct cause of the following exception", .cause),
    ("during handling of the above exception, another exception occurred", .context),
    ("[previous line repeated ", .repeated), ("fatal python error", .fatal), ("windows fatal exception", .fatal),
    ("(most recent call first)", .stack),

    ("segmentation fault", .death), ("illegal instruction", .death), ("illegal hardware instruction", .death),
    ("core dumped", .death), ("bus error", .death),
    ("aborted", .death), ("killed", .death), ("floating point exception", .death), ("sigsegv", .death),
    ("sigill", .death), ("sigabrt", .death), ("sigkill", .death), ("sigbus", .death), ("sigfpe", .death),
    ("exit code", .death), ("exitcode", .death), ("exited with", .death), ("exit status", .death),
    ("terminate called", .death), ("segfault", .death), ("trace/breakpoint trap", .death), ("abort trap", .death),
    ("oom-kill", .death), ("oom_kill", .death), ("exit=", .death), ("by signal ", .death), ("on signal ", .death),
    ("code=dumped", .death), ("trap invalid opcode", .death), ("exception code", .death),

    ("symbol lookup error", .loader), ("error while loading shared libraries", .loader),
    ("undefined symbol", .loader), ("cannot open shared object file", .loader), ("library not loaded", .loader),
    ("symbol not found", .loader), ("dlopen(", .loader), ("dll load failed", .loader),
    ("not found (required by", .loader), ("image not found", .loader), ("in static tls block", .loader),
    ("cannot enable executable stack", .loader), ("invalid elf header", .loader), ("wrong elf class", .loader),
    ("not defined in file", .loader), ("file too short", .loader), ("error relocating", .loader),
    ("one of its dependencies", .loader), ("with static tls", .loader), ("version `", .loader),
    ("version 'gl", .loader), ("version gl", .loader), ("version 'cxxabi", .loader), ("version cxxabi", .loader),
    ("wrong architecture", .loader), ("compatible architecture", .loader), ("newer than running os", .loader),
    ("kernel too old", .loader), ("mkl fatal error", .loader), ("python dll", .loader),
    ("0xc000013", .loader), ("0xc0000142", .loader), ("0xc000007b", .loader),
    ("dynamic module does not define", .loader), ("not a valid win32 application", .loader),
    ("required by \"", .loader), ("dlopen failed", .loader), ("not valid for use in process", .loader),
    ("referenced symbol not found", .loader), ("libraries may fail to load", .loader),
    ("3221225781", .loader), ("3221225785", .loader), ("3221225595", .loader),

    ("no module named", .failure), ("cannot import name", .failure), ("has no attribute", .failure),
    ("partially initialized module", .failure), ("failed to import", .failure), ("failed to load", .failure),
    ("could not load", .failure), ("cannot load", .failure), ("can't load", .failure),
    ("could not import", .failure), ("cannot import", .failure), ("unable to import", .failure),
    ("exception has occurred: ", .failure), ("error loading", .failure), ("is not available", .failure),
    ("may indicate binary incompatibility", .failure),
    ("no such operator", .failure), ("nms does not exist", .failure), ("compiled against api version", .failure),
    ("no kernel image is available", .failure), ("driver version is insufficient", .failure),
    ("driver on your system is too old", .failure), ("no cuda-capable device", .failure),
    ("aren't available on your machine", .failure), ("missing required cpu features", .failure),
    ("couldn't load", .failure), ("seems to be not installed", .failure), ("optional dependency", .failure),
    ("library version not found", .failure), ("not found in any environmental", .failure),
    ("maybe you need to compile it from source", .failure), ("ninja: build stopped", .failure),
    ("is required for a normal functioning", .failure), ("importerror", .failure), ("modulenotfounderror", .failure),
    ("generated code is out of date", .failure), ("is incompatible with", .failure), (", but you have ", .failure),
    ("requires a different python", .failure), ("is not a supported wheel", .failure), ("exec format error", .failure),
    ("bad cpu type in executable", .failure), ("loaded runtime cudnn library", .failure),
    ("not find the qt platform plugin", .failure), ("not load the qt platform plugin", .failure),
    ("nvml shared library not found", .failure), ("pthread_create failed", .failure),
    // Lib/site.py, `addpackage`, `execsitecustomize` and `execusercustomize`.
    ("error processing line ", .failure), ("error in sitecustomize", .failure), ("error in usercustomize", .failure),
    ("require a different python", .failure), ("have conflicting dependencies", .failure),
    ("with the current pytorch installation", .failure), ("registered commandline options", .failure),
    ("0 active drivers", .failure), ("library version mismatch", .failure), ("driver not loaded", .failure),
    ("vk_error_incompatible_driver", .failure), ("driver initialization failed", .failure),
    ("no nvidia driver", .failure), ("no cuda gpus", .failure), ("no xpu devices", .failure),
    ("could not find the operator", .failure), ("compiled against numpy", .failure),
    ("the wrong size, try recompiling", .failure), ("instructions, which your cpu", .failure),
    ("built using avx", .failure),
    ("sublibrary_version_mismatch", .failure), ("out of memory", .failure),
    ("not enough memory", .failure), ("cpu does not support", .failure), ("could not open '/lib", .failure),
    ("failed to open elf", .failure), ("rocm-capable device", .failure), ("could not select device driver", .failure),

    ("did not run successfully", .build), ("subprocess-exited-with-error", .build), ("failed to build", .build),
    ("failed building wheel", .build), ("[end of output]", .build), ("collecting ", .build), ("processing ", .build),
    ("could not build wheels", .build), ("failed to build installable", .build),
    ("building wheel for ", .build), ("preparing metadata", .build), ("backend returned an error", .build),
    ("note: this error originates from", .build),
    ("errored out with exit status", .build), ("failed to download and build", .build),

    ("warning", .warning),
    ("compiled using numpy 1.x cannot", .notice), ("omp: error #", .notice), ("error #15: initializing", .notice),
    ("library version mismatched", .notice), ("failed to import the site module", .notice),
    ("terminate called after throwing", .notice), ("terminating with uncaught exception", .notice),
    ("terminating due to uncaught exception", .notice), ("======= memory map", .notice),
    ("======= backtrace: ====", .notice), ("pure virtual method called", .notice),
    ("incompatible libpng version", .notice),
    ("wrong jpeg library version", .notice), ("protocol buffer runtime library", .notice),
    ("cannot mix incompatible qt", .notice), ("is implemented in both", .notice),
    ("file already exists in database", .notice), ("cannot register existing type", .notice),
    ("(): invalid pointer", .notice), ("double free or corruption", .notice),
    ("(): memory corruption", .notice), ("corrupted size vs. prev_size", .notice), ("stack smashing detected", .notice),
    ("kernel appears to have died", .notice), ("kernel died, restarting", .notice),

    ("python", .version), ("version", .version), ("==", .version), ("+cu", .version), ("pypi", .version),
  ]
}

/// Looks for all phrases in one pass over a line.
struct PhraseScanner {
  private struct Candidate {
    let bytes: [UInt8]
    let means: PhraseSet
  }

  /// By the first two bytes: where in `candidates` those phrases are that begin so; 0 for none.
  private var index = [UInt8](repeating: 0, count: 1 << 16)
  private var candidates: [[Candidate]] = [[]]

  init() {
    let deaths = SignalTranslations.table.map { (phrase: $0.words, means: PhraseSet.death) }
    for row in PhraseSet.table + deaths {
      let bytes = Array(row.phrase.utf8)
      guard bytes.count > 1 else { continue }
      let place = Int(bytes[0]) << 8 | Int(bytes[1])
      if index[place] == 0 {
        index[place] = UInt8(candidates.count)
        candidates.append([])
      }
      candidates[Int(index[place])].append(Candidate(bytes: bytes, means: row.means))
    }
  }

  func phrases(in line: Bytes) -> PhraseSet {
    var found: PhraseSet = []
    var last: UInt8 = 0
    for place in line.indices {
      let byte = line[place].lowercased
      let entry = index[Int(last) << 8 | Int(byte)]
      last = byte
      if entry != 0 { add(candidates[Int(entry)], to: &found, in: line[(place - 1)...]) }
    }
    return found
  }

  private func add(_ candidates: [Candidate], to found: inout PhraseSet, in line: Bytes) {
    for candidate in candidates where !found.isSuperset(of: candidate.means) {
      guard line.count >= candidate.bytes.count else { continue }
      let fits = zip(line, candidate.bytes).allSatisfy { $0.lowercased == $1 }
      if fits { found.formUnion(candidate.means) }
    }
  }
}
