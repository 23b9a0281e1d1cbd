/// The hash table of System V (elf(5), DT_HASH): the numbers of buckets and chains, buckets, and for each symbol the
/// next one of its bucket.
final class SystemVHash: Sendable {
  private let view: FileView
  /// Of a number in it: 8 bytes on Alpha and on s390 with 64 bits (glibc: bits/elfclass.h, Elf_Symndx).
  private let size: Int
  private let bucketCount: Int
  /// As many as there are symbols.
  let symbolCount: Int
  private let buckets: Int
  private let chains: Int

  init(_ header: ObjectHeader, _ range: Range<Int>) throws(ObjectProblem) {
    view = header.view
    let machines: [ObjectFile.Machine] = [.alpha, .s390]
    size = header.kind.width == .bits64 && machines.contains(header.kind.machine) ? 8 : 4
    guard let bucketCount = view.integer(at: range.lowerBound, size: size),
      let symbolCount = view.integer(at: range.lowerBound + size, size: size)
    else { throw .malformed(.hashTable) }
    let most = range.count / size - 2
    guard bucketCount <= most, symbolCount <= most - bucketCount else { throw .malformed(.hashTable) }
    self.bucketCount = bucketCount
    self.symbolCount = symbolCount
    buckets = range.lowerBound + 2 * size
    chains = buckets + bucketCount * size
  }

  /// Calls for each symbol in the bucket of this hash until one is taken.
  func first(of hash: UInt32, where take: (Int) -> Bool) -> Int? {
    guard bucketCount > 0 else { return nil }
    var index = view.integer(at: buckets + Int(hash) % bucketCount * size, size: size)
    for _ in 0..<SymbolHash.longestChain {
      guard let symbol = index, symbol > 0, symbol < symbolCount else { return nil }
      if take(symbol) { return symbol }
      index = view.integer(at: chains + symbol * size, size: size)
    }
    return nil
  }
}
