internal import SystemPackage
internal import SystemCalls

/// The folders that a list such as DT_RUNPATH or LD_LIBRARY_PATH names: `fillin_rpath` of glibc's `elf/dl-load.c`.
struct FolderList {
  /// Each once, in order, and absolute.
  let folders: [FilePath]

  /// No list has more; a crafted file of megabytes would cost a search in each of a million folders.
  private static let most = 4096

  /// - Parameters:
  ///   - separators: `:` in a file, `:` and `;` in LD_LIBRARY_PATH.
  ///   - workingFolder: What an empty entry means, and what entries that are not absolute are below.
  init(_ list: [UInt8], separators: [UInt8], _ tokens: TokenExpansion, workingFolder: FilePath) {
    var (folders, seen): ([FilePath], Set<FilePath>) = ([], [])
    for entry in list.split(omittingEmptySubsequences: false, whereSeparator: separators.contains) {
      guard let text = tokens.expand(Array(entry)), !text.isEmpty || entry.isEmpty else { continue }
      let folder = workingFolder.pushing(FilePath(bytes: text))
      if seen.insert(folder).inserted { folders.append(folder) }
      if folders.count == Self.most { break }
    }
    self.folders = folders
  }
}
