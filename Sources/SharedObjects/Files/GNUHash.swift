/// The hash table of GNU ("ELF-hash, DT_GNU_HASH" of the binutils): four numbers, the words of a Bloom filter, buckets,
/// and a hash for each symbol from the first hashed one on.
final class GNUHash: Sendable {
  private let view: FileView
  private let wordSize: Int
  private let bucketCount: UInt32
  let firstSymbol: Int
  private let filterMask: Int
  private let filterShift: UInt32
  private let filter: Int
  private let buckets: Int
  private let chains: Range<Int>

  init(_ header: ObjectHeader, _ range: Range<Int>) throws(ObjectProblem) {
    view = header.view
    wordSize = header.layout.wordSize
    guard range.count >= 16, let bucketCount = view.word(at: range.lowerBound),
      let first = view.word(at: range.lowerBound + 4), let words = view.word(at: range.lowerBound + 8).map(Int.init),
      let shift = view.word(at: range.lowerBound + 12)
    else { throw .malformed(.hashTable) }
    filter = range.lowerBound + 16
    buckets = filter + words * wordSize
    // The loader takes a part of the hash for the number of the word, so that there must be a power of two of them.
    guard words > 0, words & (words - 1) == 0, buckets + Int(bucketCount) * 4 <= range.upperBound else {
      throw .malformed(.hashTable)
    }
    self.bucketCount = bucketCount
    firstSymbol = Int(first)
    filterMask = words - 1
    filterShift = shift
    chains = (buckets + Int(bucketCount) * 4)..<range.upperBound
  }

  /// Whether a symbol of this hash may be in the table.
  func mayHold(_ hash: UInt32) -> Bool {
    let bits = UInt32(wordSize * 8)
    let word = filter + (Int(hash / bits) & filterMask) * wordSize
    guard let set = view.unsigned(at: word, size: wordSize) else { return false }
    return set >> UInt64(hash % bits) & set >> UInt64((hash >> filterShift) % bits) & 1 == 1
  }

  /// Calls for each symbol of this hash until one is taken.
  func first(of hash: UInt32, where take: (Int) -> Bool) -> Int? {
    guard bucketCount > 0, mayHold(hash), let first = view.word(at: buckets + Int(hash % bucketCount) * 4) else {
      return nil
    }
    for index in Int(first)..<(Int(first) + SymbolHash.longestChain) {
      guard let entry = chain(index) else { return nil }
      if entry | 1 == hash | 1, take(index) { return index }
      if entry & 1 == 1 { return nil }
    }
    return nil
  }

  /// One more than the last symbol of the table; `nil` for a table without symbols.
  func end() -> Int? {
    let last = (0..<Int(bucketCount)).reduce(0) { max($0, Int(view.word(at: buckets + $1 * 4) ?? 0)) }
    guard last >= firstSymbol, last > 0 else { return nil }
    var index = last
    while let entry = chain(index), entry & 1 == 0 { index += 1 }
    return index + 1
  }

  private func chain(_ index: Int) -> UInt32? {
    guard index >= firstSymbol, index - firstSymbol < chains.count / 4 else { return nil }
    return view.word(at: chains.lowerBound + (index - firstSymbol) * 4)
  }
}
