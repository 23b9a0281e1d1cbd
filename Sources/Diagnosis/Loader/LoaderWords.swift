package import SharedObjects

extension ObjectFile.Kind {
  /// `x86_64, 64 bits`.
  package var words: String { "\(name), \(width == .bits64 ? 64 : 32) bits" }
}

extension ObjectProblem {
  /// What the file is instead, as a phrase whose subject is the file, and what that means.
  var state: (words: String, conclusion: LoaderExplanation.Conclusion) {
    switch self {
    case .unreadable(let error): ("cannot be read: \(error)", .notAllowed)
    case .notRegular: ("is a folder or a device and no file", .damagedFile)
    case .empty: ("is empty", .damagedFile)
    case .truncated(let cut):
      ("is cut off: \(cut.size) of at least \(cut.expectedSize) bytes are there", .damagedFile)
    case .malformed: ("is damaged", .damagedFile)
    case .notELF(let format): ("is \(format.words)", format.isOfOtherSystem ? .otherSystem : .damagedFile)
    }
  }
}

extension ForeignFormat {
  fileprivate var isOfOtherSystem: Bool {
    switch self {
    case .machO, .portableExecutable: true
    default: false
    }
  }

  fileprivate var words: String {
    switch self {
    case .machO(let machines): "a library of macOS for \(machines.joined(separator: " and "))"
    case .portableExecutable(let machine): "a library of Windows" + (machine.map { " for \($0)" } ?? "")
    case .archive: "a static library, which only linkers read"
    case .bitcode: "bitcode of LLVM, which no loader reads"
    case .linkerScript: "a script for the linker, which no loader reads"
    case .script: "a script and no library"
    case .lfsPointer: "a pointer of Git LFS: the real file was never fetched"
    case .html: "an HTML page and no library, as a failed download leaves it"
    case .compressed(let compression): "compressed by \(compression.rawValue) and was not unpacked"
    case .otherText: "text and no library"
    case .otherBytes: "no object of ELF, which is what Linux loads"
    }
  }
}

extension FileRefusal {
  /// What is wrong with the file: a clause without a full stop.
  package var clause: String {
    switch self {
    case .tooShort(0): "the file is empty"
    case .tooShort(1): "the file has only 1 byte"
    case .tooShort(let size): "the file has only \(size) bytes"
    case .notRegular: "it is a folder or a device and no file"
    case .unreadableData: "it is cut off within its headers"
    case .notELF(let format): "it is \(format.words)"
    case .otherByteOrder: "it is for another byte order"
    case .otherVersionOfIdentification, .otherVersion: "it is of another version of ELF"
    case .otherABI(let abi): "it is for another system, number \(abi)"
    case .otherABIVersion(let version): "it is for a newer loader, with ABI version \(version)"
    case .padding: "its header is damaged"
    case .notLoadable: "it is no library"
    case .programHeaderSize: "its program headers are damaged"
    case .noDynamicSection: "it holds nothing but debugging information"
    case .otherKind: "it is for another machine"
    case .executableStack: "it asks for executable stacks, which glibc refuses since 2.41"
    case .broken(.truncated(let cut)): "it is cut: \(cut.size) bytes are there of at least \(cut.expectedSize)"
    case .broken(let problem): "it is damaged: \(problem)"
    }
  }
}

extension SkipReason {
  /// A clause without a full stop.
  package var clause: String {
    switch self {
    case .noSuchFile: "no such file"
    case .noSuchFolder: "no such folder"
    case .unreadable(let error): "\(error)"
    case .otherWidth(let width): "it is for programs of \(width == .bits32 ? 32 : 64) bits"
    case .otherMachine(let machine): "it is for \(machine)"
    case .excluded: "the object was linked without the folders of the system"
    case .notInCache: "it is not in ld.so.cache; ldconfig was not run since"
    case .staleCache: "ld.so.cache has it, and it is gone"
    }
  }

  /// Whether there is something at the place.
  package var isThere: Bool {
    switch self {
    case .noSuchFile, .noSuchFolder, .staleCache, .excluded: false
    case .unreadable, .otherWidth, .otherMachine, .notInCache: true
    }
  }
}
