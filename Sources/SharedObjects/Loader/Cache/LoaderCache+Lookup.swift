extension LoaderCache {
  /// The path that the loader takes from the cache for this name; `nil` where there is none for it.
  ///
  /// By binary search, then by the best of all entries of the name: `search_cache` of glibc's `elf/dl-cache.c`.
  package func path(of name: [UInt8], accepting accepted: CacheAcceptance) -> [UInt8]? {
    guard let found = index(of: name) else { return nil }
    var first = found
    while first > 0, comparison(name, first - 1) == 0 { first -= 1 }
    var best: (path: [UInt8], priority: Int)?
    var index = first
    while index < table.count, comparison(name, index) == 0, let raw = table.rawEntry(index) {
      index += 1
      guard accepted.flags.contains(raw.flags), let path = table.string(raw.path) else { continue }
      guard let number = raw.subfolder else {
        // Entries of `glibc-hwcaps` stand before all others of the name.
        if table.isNew, best != nil { break }
        guard accepted.legacy.allows(raw) else { continue }
        best = (path, 0)
        if raw.flags == accepted.preferredFlags { break }
        continue
      }
      guard let priority = priority(number, raw, accepted), best.map({ priority < $0.priority }) ?? true else {
        continue
      }
      best = (path, priority)
    }
    return best?.path
  }

  /// Any entry of this name.
  private func index(of name: [UInt8]) -> Int? {
    var (left, right) = (0, table.count - 1)
    while left <= right {
      let middle = (left + right) / 2
      guard let order = comparison(name, middle) else { return nil }
      if order == 0 { return middle }
      // The table is sorted from the last name to the first.
      if order < 0 { left = middle + 1 } else { right = middle - 1 }
    }
    return nil
  }

  private func comparison(_ name: [UInt8], _ index: Int) -> Int? {
    table.rawEntry(index).flatMap { table.string($0.name) }.map { compareCacheNames(name, $0) }
  }

  /// The place of the entry's folder among those that this processor's loader searches; `nil` for one that is not
  /// for it.
  private func priority(_ number: Int, _ raw: CacheTable.RawEntry, _ accepted: CacheAcceptance) -> Int? {
    guard subfolders.indices.contains(number) else { return nil }
    if let level = accepted.level, raw.level > level { return nil }
    return accepted.subfolders.firstIndex(of: subfolders[number])
  }
}

/// Which entries of a cache the loader of one machine uses.
package struct CacheAcceptance: Sendable, Equatable {
  /// `_dl_cache_check_flags` of glibc's `sysdeps/unix/sysv/linux/*/dl-cache.h`.
  package let flags: Set<Int>
  /// The one of them after which no better entry comes (`_DL_CACHE_DEFAULT_ID`).
  package let preferredFlags: Int
  /// Folders below `glibc-hwcaps`, the best first.
  package let subfolders: [[UInt8]]
  /// The highest level of x86-64 that the processor has, from 0 for the first; `nil` for other machines.
  package let level: Int?
  package let legacy: LegacyCapabilities
}
