package import SystemPackage

/// By which of its rules the loader takes a file, or looks at it (ld.so(8)).
package enum SearchRule: Sendable, Equatable {
  /// It is the program itself, or its loader.
  case program
  /// An object with this name or SONAME is there already.
  case loaded
  /// The name has a slash in it.
  case path
  /// DT_RPATH of this object, which holds for what its dependencies need, too.
  case rpath(of: FilePath)
  /// LD_LIBRARY_PATH.
  case libraryPath
  /// DT_RUNPATH of this object, which needs the library itself.
  case runpath(of: FilePath)
  /// `/etc/ld.so.cache`.
  case cache
  /// A folder that is compiled into the loader.
  case defaultFolder
  /// A folder of `/etc/ld.so.conf`, which only ldconfig(8) reads; or of musl's `/etc/ld-musl-ARCH.path`.
  case configuredFolder
}

/// A file or folder at which the loader would have looked for a library, and why it did not take it.
package struct ConsideredPlace: Sendable, Equatable {
  package let path: FilePath
  package let rule: SearchRule
  package let reason: SkipReason

  package init(_ path: FilePath, _ rule: SearchRule, _ reason: SkipReason) {
    (self.path, self.rule, self.reason) = (path, rule, reason)
  }
}

/// Why the loader goes on with its search.
package enum SkipReason: Sendable, Equatable {
  case noSuchFile
  /// The path is that of the folder, which is not there or is no folder.
  case noSuchFolder
  /// What open(2) says.
  case unreadable(Errno)
  case otherWidth(ObjectFile.Width)
  case otherMachine(ObjectFile.Machine)
  /// The object that needs it was linked with `-z nodefaultlib`: default folders do not count for it.
  case excluded
  /// The file is there, but the cache was not made anew since: ldconfig(8) is to be run.
  case notInCache
  /// The cache has it at this path, but nothing is there any more.
  case staleCache
}

/// Why the loader gives up at a file that it found: it goes on with no other.
///
/// The cases are those of `open_verify` in glibc's `elf/dl-load.c`.
package enum FileRefusal: Error, Sendable, Equatable {
  /// "file too short"
  case tooShort(size: Int)
  /// "cannot read file data": a folder, or a file that is cut within its headers.
  case unreadableData
  /// "invalid ELF header"
  case notELF(ForeignFormat)
  /// "ELF file data encoding not little-endian" and the like.
  case otherByteOrder
  /// "ELF file version ident does not match current one", "ELF file version does not match current one"
  case otherVersion
  /// "ELF file OS ABI invalid"
  case otherABI(UInt8)
  /// "ELF file ABI version invalid"
  case otherABIVersion(UInt8)
  /// "nonzero padding in e_ident"
  case padding
  /// "only ET_DYN and ET_EXEC can be loaded"
  case notLoadable
  /// "ELF file's phentsize not the expected size"
  case programHeaderSize
  /// "object file has no dynamic section", as files that hold the debugging information of others
  case noDynamicSection
  /// The header is in order, and something behind it is not: what the loader makes of that differs.
  case broken(ObjectProblem)
}
