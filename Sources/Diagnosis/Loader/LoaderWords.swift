package import SharedObjects

extension ObjectFile.Kind {
  /// `x86_64, 64 bits`.
  package var words: String { "\(machine), \(width == .bits64 ? 64 : 32) bits" }
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
