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
