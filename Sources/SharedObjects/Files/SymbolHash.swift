/// The table by which the loader finds a symbol: DT_GNU_HASH, else DT_HASH, as glibc chooses (elf/dl-setup_hash.c).
struct SymbolHash: Sendable {
  let gnu: GNUHash?
  let systemV: SystemVHash?

  /// `nil` without such a table: the loader finds nothing in this object then.
  init?(_ entries: DynamicEntries, _ segments: Segments, _ header: ObjectHeader) throws(ObjectProblem) {
    let gnuPlace = try entries.place(DynamicTag.gnuHash, in: segments, .hashTable)
    let systemVPlace = try entries.place(DynamicTag.hash, in: segments, .hashTable)
    gnu = try gnuPlace.map { place throws(ObjectProblem) in try GNUHash(header, place) }
    systemV = try systemVPlace.map { place throws(ObjectProblem) in try SystemVHash(header, place) }
    if gnu == nil, systemV == nil { return nil }
  }

  /// No linker makes chains as long; a longer one is not followed to its end.
  static let longestChain = 4096
}
