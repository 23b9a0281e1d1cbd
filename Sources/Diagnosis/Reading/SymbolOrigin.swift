import SharedObjects

/// Where a symbol should have come from that nobody defines, by its name, by who wants it, and by what the loader says.
enum SymbolOrigin: Equatable {
  /// The interface of CPython.
  case python
  /// Another library, in another release than the one that was found.
  case otherRelease
  /// The same package or extension: its own code refers to what its build left out.
  case ownCode
  /// A library that the object is not linked with.
  case unlinked(String)
  /// Another library of the same package, so one of another installation of it.
  case ownLibrary
  /// A library of the vendor's toolkit, an older copy of which was found before the one that belongs to the object.
  case olderCopy
  /// NCCL, of which distributions for several releases of CUDA write one file.
  case overwritten
  /// The C or C++ library of the system.
  case system
  /// The GPU's driver.
  case driver

  init(_ symbol: PrintedSymbol, wantedBy object: String?, of speaker: LoaderMessage.Speaker) {
    let reading = SymbolReading(symbol.name)
    let object = WantingObject(object)
    self =
      Self.ofPython(reading, object) ?? Self.ofSystem(symbol, reading, speaker)
      ?? Self.ofVendor(symbol, reading, object, speaker) ?? Self.ofItself(symbol, reading, object) ?? .otherRelease
  }

  private static func ofPython(_ reading: SymbolReading, _ object: WantingObject) -> SymbolOrigin? {
    if reading.family == .python { return .python }
    // Python's own modules were linked with a library that had it.
    return object.path.contains("/lib-dynload/") ? .olderCopy : nil
  }

  // MARK: The system

  /// Run-time support that every libstdc++ since GCC 3.4 has: where it is missing, no libstdc++ is there at all.
  private static let oldestSupport: Set<String> = [
    "__gxx_personality_v0", "__cxa_pure_virtual", "__cxa_begin_catch", "__cxa_end_catch", "__cxa_guard_acquire",
    "__cxa_allocate_exception", "__cxa_throw", "__cxa_rethrow",
    // Streams, memory and the exceptions that its own headers throw: gnu.ver, GLIBCXX_3.4.
    "_ZSt3cin", "_ZSt4cout", "_ZSt4cerr", "_ZSt4clog", "_ZNSt8ios_base4InitC1Ev", "_ZNSt8ios_base4InitD1Ev", "_Znwm",
    "_Znam", "_ZdlPv", "_ZdaPv", "_ZSt9terminatev", "_ZSt17__throw_bad_allocv", "_ZSt19__throw_logic_errorPKc",
    "_ZSt20__throw_length_errorPKc", "_ZSt20__throw_out_of_rangePKc", "_ZTISt9exception", "_ZNSt9exceptionD2Ev",
    "_ZNKSt9exception4whatEv", "_ZNSo3putEc", "_ZNSo5flushEv", "_ZNSolsEi",
    "_ZStlsISt11char_traitsIcEERSt13basic_ostreamIcT_ES5_PKc",
  ]

  private static func ofSystem(
    _ symbol: PrintedSymbol, _ reading: SymbolReading, _ speaker: LoaderMessage.Speaker
  ) -> SymbolOrigin? {
    if speaker == .dyld {
      if symbol.definedIn?.hasPrefix("/usr/lib/") == true || reading.name.contains("chkstk_darwin") { return .system }
      // libc++ calls its namespace so; Apple's systems have no other C++ library.
      return reading.family == .standardCxx && reading.names.dropFirst().first == "__1" ? .system : nil
    }
    if speaker == .musl, ofLaterMusl.contains(reading.name) { return .system }
    if reading.name.hasPrefix("__atomic_") { return .unlinked("libatomic") }
    if reading.names.first == "__cxxabiv1" || oldestSupport.contains(reading.name) {
      // The linker writes the version of a symbol down where it finds the library that has it.
      return symbol.version == nil ? .unlinked("libstdc++") : .olderCopy
    }
    return reading.family == .standardCxx ? .system : nil
  }

  /// What musl took in with 1.1.15 to 1.2.5, by its list of changes (WHATSNEW).
  private static let ofLaterMusl: Set<String> = [
    "sched_getcpu", "pthread_setname_np", "fopencookie", "getrandom", "getentropy", "mlock2", "memfd_create",
    "explicit_bzero", "name_to_handle_at", "open_by_handle_at", "membarrier", "secure_getenv", "copy_file_range",
    "posix_spawn_file_actions_addchdir_np", "posix_spawn_file_actions_addfchdir_np", "_Fork", "reallocarray", "gettid",
    "qsort_r", "pthread_getname_np", "statx", "preadv2", "pwritev2",
  ]

  // MARK: NVIDIA

  private static let toolkit: Set<SymbolFamily> = [
    .cublas, .cudnn, .cufft, .curand, .cusolver, .cusparse, .nvjitlink, .nvrtc, .cupti, .cufile, .cudaRuntime, .nvtx,
  ]

  private static func ofVendor(
    _ symbol: PrintedSymbol, _ reading: SymbolReading, _ object: WantingObject, _ speaker: LoaderMessage.Speaker
  ) -> SymbolOrigin? {
    guard let family = reading.family else {
      // What the parts of one of these libraries have for one another has names of no family.
      if object.isOfToolkit, WantingObject(symbol.version).isOfToolkit { return .olderCopy }
      return object.isCompilersOwn ? .olderCopy : nil
    }
    switch family {
    case .cudaDriver, .nvml: return .driver
    case .nccl where object.isOfTorch || object.file.isEmpty: return .overwritten
    // MKL only adds to what it has beside BLAS, and packages require one that is new enough. No variable leads the loader
    // of macOS to another one (dyld(1)).
    case .mkl where object.isMKL || object.isOfTorch: return speaker == .dyld ? .otherRelease : .olderCopy
    case .blas where object.isOfTorch && reading.name.hasPrefix("cblas_gemm_"): return .olderCopy
    case .libnuma: return .unlinked("libnuma")
    case .openMP where symbol.version == nil && !LibraryInterfaces.isOfLaterOpenMP(reading.name):
      return .unlinked("the OpenMP runtime")
    default:
      guard toolkit.contains(family) else { return nil }
      return object.isOfToolkit || object.isOfTorch || object.file.isEmpty && symbol.version != nil ? .olderCopy : nil
    }
  }

  // MARK: The package itself

  private static func ofItself(
    _ symbol: PrintedSymbol, _ reading: SymbolReading, _ object: WantingObject
  ) -> SymbolOrigin? {
    let isCxx = reading.name.hasPrefix("_Z") || reading.name.hasPrefix("__Z")
    // MPI's interface for C++, which MPI 3 took out: a library of its own beside that for C.
    if isCxx, reading.names.first == "MPI" { return .unlinked("MPI's library for C++") }
    if object.isOfTorch {
      return reading.family == .torch || isCxx && reading.family == nil ? .ownLibrary : nil
    }
    if symbol.version == nil, let library = LibraryInterfaces.library(thatAlwaysHad: reading.name), object.isExtension {
      return .unlinked(library)
    }
    guard reading.family == nil, symbol.version == nil, symbol.definedIn == nil else { return nil }
    // What nvcc and hipcc write beside each kernel for the code that calls it.
    if reading.name.hasPrefix("__fatbinwrap_") || reading.names.first?.hasPrefix("__device_stub__") ?? false {
      return .ownCode
    }
    guard object.isExtension || object.isPrivateLibrary else { return nil }
    if isCxx {
      // Libraries put their functions into a namespace or a class, and extensions leave theirs outside.
      if reading.name.isFreeFunction { return .ownCode }
      return reading.names.first.map { object.isNamed($0) && !object.isBinding(of: $0) } ?? false ? .ownCode : nil
    }
    return LibraryInterfaces.offer(reading.name) ? nil : .ownCode
  }
}

extension String {
  /// Whether a symbol of C++ is a function outside of classes and namespaces: `_Z4sizev`.
  fileprivate var isFreeFunction: Bool {
    utf8.drop { $0 == UInt8(ascii: "_") }.dropFirst().first.map { (0x30...0x39).contains($0) } ?? false
  }
}

/// The file that wants a symbol, by its path alone.
private struct WantingObject {
  let path: String
  let file: String
  /// The module at the top that it belongs to.
  let package: String

  init(_ path: String?) {
    self.path = path ?? ""
    let parts = self.path.split { $0 == "/" || $0 == "\\" }.map(String.init)
    file = parts.last ?? ""
    let installed = self.path.moduleBelowSitePackages
    package = installed.isEmpty ? parts.dropLast().last ?? "" : installed
  }

  /// What Python imports, and no library for others.
  var isExtension: Bool {
    !file.isEmpty && LibraryName(path: path) == nil && !isInSystemFolder
  }

  /// A library that a package brings for itself alone: in its own folder, with its name.
  var isPrivateLibrary: Bool {
    path.isInSiteFolder && package.utf8.count > 2 && file.hasPrefix("lib\(package)")
  }

  /// Whether a namespace bears the package's name, or is an abbreviation of it: `vrv` in verovio.
  func isNamed(_ namespace: String) -> Bool {
    if namespace == package { return true }
    var rest = package.drop { $0 == "_" }.lowercased()[...]
    guard namespace.utf8.count > 2, namespace.utf8.count < rest.utf8.count, namespace.lowercased().first == rest.first
    else { return false }
    return namespace.lowercased().allSatisfy { letter in
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
      return true
    }
  }

  /// Whether it is what SWIG and its kin call the module that wraps a library of this namespace: `_caffe`, `_pcl`.
  func isBinding(of namespace: String) -> Bool {
    let stem = file.prefix { $0 != "." }.lowercased()
    return stem == "_" + namespace.lowercased() || stem == "py" + namespace.lowercased()
  }

  /// Debian's folder for one kind of machine, and those of other systems.
  private var isInSystemFolder: Bool {
    let folder = path.split(separator: "/").dropLast()
    return folder == ["usr", "lib64"]
      || folder.count == 3 && folder.starts(with: ["usr", "lib"]) && path.contains("-linux-")
  }

  var isOfTorch: Bool { path.contains(anyOf: ["/torch/lib/lib", "/torch/_C."]) }

  var isOfToolkit: Bool {
    guard let name = LibraryName(path: path)?.stem else { return false }
    return ["libcu", "libnv", "libnpp"].contains(where: name.hasPrefix)
  }

  /// The support library of another compiler, in its own folder: what Python itself needs does not lie there.
  var isCompilersOwn: Bool {
    guard path.hasPrefix("/opt/"), !path.contains("conda"), let name = LibraryName(path: path)?.stem else {
      return false
    }
    return ["libgomp", "libiomp5", "libomp", "libstdc++", "libgcc_s"].contains(name)
  }

  var isMKL: Bool { file.hasPrefix("libmkl_") }
}
