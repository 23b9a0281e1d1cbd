package import SystemCalls
package import SystemPackage

/// What `/etc/ld.so.cache` holds: the libraries that ldconfig(8) found in the folders of `/etc/ld.so.conf`.
///
/// The layout is that of glibc's `sysdeps/generic/dl-cache.h`: an old table (`ld.so-1.7.0`), a new one
/// (`glibc-ld.so.cache1.1`), or the old one with the new one behind it. What the loader refuses is refused here.
package struct LoaderCache: Sendable {
  let table: CacheTable
  /// Names of folders below `glibc-hwcaps`, to which entries refer by number.
  let subfolders: [[UInt8]]

  /// - Parameter order: That of the machine whose loader reads the file; a cache in the other one is ignored.
  /// - Throws: ``CacheProblem``; the loader goes on without a cache then, and says nothing.
  package init(opening path: FilePath, _ order: ObjectFile.ByteOrder) throws(CacheProblem) {
    let file: MappedFile
    do throws(RegularFileProblem) {
      file = try MappedFile(opening: path)
    } catch {
      throw .unreadable(error)
    }
    try self.init(file, order)
  }

  /// The same of a file in memory.
  package init(_ file: MappedFile, _ order: ObjectFile.ByteOrder) throws(CacheProblem) {
    table = try CacheTable(FileView(file: file, isBigEndian: order == .bigEndian))
    subfolders = table.isNew ? CacheExtension(table.view, header: table.header)?.subfolders ?? [] : []
  }

  /// All libraries of the cache, for every kind of machine, in its order; entries that name nothing are left out.
  package var entries: [CacheEntry] { (0..<table.count).compactMap { entry($0) } }

  /// `nil` where the name or the path lies outside of the file.
  func entry(_ index: Int) -> CacheEntry? {
    guard let raw = table.rawEntry(index), let name = table.string(raw.name),
      let path = table.string(raw.path)
    else { return nil }
    let subfolder = raw.subfolder.flatMap { subfolders.indices.contains($0) ? subfolders[$0] : nil }
    return CacheEntry(name: name, path: path, flags: raw.flags, subfolder: subfolder)
  }
}

/// A library of the cache.
package struct CacheEntry: Sendable, Equatable {
  /// The SONAME under which the loader asks for it.
  package let name: [UInt8]
  package let path: [UInt8]
  /// For which kind of machine it is: `FLAG_…` of glibc's `sysdeps/generic/ldconfig.h`.
  package let flags: Int
  /// The folder below `glibc-hwcaps` in which it lies, such as `x86-64-v3`.
  package let subfolder: [UInt8]?
}

/// Why the loader does not use a cache.
package enum CacheProblem: Error, Sendable, Equatable {
  case unreadable(RegularFileProblem)
  /// It begins like no cache, or it is shorter than its header.
  case notCache
  /// It says that it has more entries than its size allows.
  case truncated
  /// It was written on a machine with the other byte order.
  case otherByteOrder
}
