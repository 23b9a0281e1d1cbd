import SharedObjects

extension SearchRule {
  /// What the report calls it.
  var word: String {
    switch self {
    case .program: "program"
    case .loaded: "loaded"
    case .path: "path"
    case .rpath: "rpath"
    case .libraryPath: "library-path"
    case .runpath: "runpath"
    case .cache: "cache"
    case .defaultFolder: "default-folder"
    case .configuredFolder: "configured-folder"
    }
  }
}

extension SkipReason {
  /// What the report says of it: a clause without a full stop.
  var words: String {
    switch self {
    case .noSuchFile: "no such file"
    case .noSuchFolder: "no such folder"
    case .unreadable(let error): "\(error)"
    case .otherWidth(let width): "it is for \(width == .bits32 ? 32 : 64) bits"
    case .otherMachine(let machine): "it is for \(machine)"
    case .excluded: "the object was linked without the system's folders"
    case .notInCache: "ldconfig has not been run since"
    case .staleCache: "the cache names it, and it is gone"
    }
  }
}

extension FileRefusal {
  /// What is wrong with the file: a clause without a full stop.
  var words: String {
    switch self {
    case .tooShort(0): "the file is empty"
    case .tooShort(let size): "the file has only \(size) bytes"
    case .unreadableData: "it cannot be read as a file"
    case .notELF(let format): "it is no ELF file but \(format.words)"
    case .otherByteOrder: "it is for another byte order"
    case .otherVersionOfIdentification, .otherVersion: "it is of another version of ELF"
    case .otherABI(let abi): "it is for another system, number \(abi)"
    case .otherABIVersion(let version): "it is for a newer loader, with ABI version \(version)"
    case .padding: "its header is damaged"
    case .notLoadable: "it is no library"
    case .programHeaderSize: "its program headers are damaged"
    case .noDynamicSection: "it holds nothing but debugging information"
    case .otherKind: "it is for another machine"
    case .broken(.truncated(let cut)): "it is cut: \(cut.size) bytes are there of at least \(cut.expectedSize)"
    case .broken(let problem): "it is damaged: \(problem)"
    }
  }
}

extension ForeignFormat {
  fileprivate var words: String {
    switch self {
    case .machO(let machines): "an object of macOS for \(machines.joined(separator: ", "))"
    case .portableExecutable(let machine): "an object of Windows for \(machine ?? "DOS")"
    case .archive: "a static library"
    case .bitcode: "bitcode of LLVM"
    case .linkerScript: "a script for the linker"
    case .script(let interpreter): "a script for \(interpreter)"
    case .lfsPointer: "a pointer of Git LFS, whose file was not brought"
    case .html: "a page in HTML"
    case .compressed(let compression): "a file compressed by \(compression.rawValue)"
    case .otherText: "text"
    case .otherBytes: "something else"
    }
  }

  /// Whether distributions ship such files under the names of libraries for linkers and not for loaders.
  var isForLinkers: Bool {
    switch self {
    case .archive, .bitcode, .linkerScript: true
    case .machO, .portableExecutable, .script, .lfsPointer, .html, .compressed, .otherText, .otherBytes: false
    }
  }
}
