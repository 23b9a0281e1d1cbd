extension ObjectFile {
  /// What this object defines for a reference, by the rules of glibc (elf/dl-lookup.c, check_match and do_lookup_x);
  /// `nil` where the loader would go on to the next object.
  ///
  /// A reference with a version is satisfied by a symbol of that version, and by one without any. One without a version
  /// takes the object's base version or its first, else the only version there is. References of calls alone are not
  /// told apart: a program's undefined function whose address other objects use counts as defined by the program.
  package func definition(of name: SymbolName, version: SymbolVersion? = nil) -> SymbolDefinition? {
    guard let symbols, let index = symbols.index(of: name, version) else { return nil }
    return symbols.definition(index)
  }
}

extension SymbolTable {
  /// The symbol that the loader takes.
  fileprivate func index(of name: SymbolName, _ version: SymbolVersion?) -> Int? {
    var search = VersionedSearch(symbols: self, name: name, version: version)
    if let gnu = hash?.gnu {
      guard gnu.mayHold(name.gnuHash) else { return nil }
      return gnu.first(of: name.gnuHash) { search.accepts($0) } ?? search.onlyVersion
    }
    return hash?.systemV?.first(of: name.systemVHash()) { search.accepts($0) } ?? search.onlyVersion
  }
}

/// Chooses among the symbols of one name in one object.
private struct VersionedSearch {
  let symbols: SymbolTable
  let name: SymbolName
  let version: SymbolVersion?
  private var candidate: Int?
  private var candidateCount = 0

  /// Numbers below it are of no version, of the base and of the first version of a file.
  private static let firstLaterVersion: UInt16 = 3

  init(symbols: SymbolTable, name: SymbolName, version: SymbolVersion?) {
    self.symbols = symbols
    self.name = name
    self.version = version
  }

  /// The version that a reference without one takes where no other rule gives it a symbol.
  var onlyVersion: Int? { candidateCount == 1 ? candidate : nil }

  mutating func accepts(_ index: Int) -> Bool {
    guard let symbol = symbols.symbol(index), symbol.isDefinition, symbols.strings.holds(name.text, at: symbol.name)
    else { return false }
    // Without tables of versions the numbers mean nothing.
    guard symbols.versionIndices != nil, !symbols.versions.isEmpty else { return true }
    let number = symbols.versionNumber(index)
    let isHidden = number > SymbolVersions.highestNumber
    guard let version else { return acceptsUnversioned(index, number & SymbolVersions.highestNumber, isHidden) }
    guard let own = symbols.versions[number] else { return !version.isStrict && !isHidden }
    return own.hash == version.hash && own.name == version.name
  }

  private mutating func acceptsUnversioned(_ index: Int, _ number: UInt16, _ isHidden: Bool) -> Bool {
    if number < Self.firstLaterVersion { return true }
    if !isHidden {
      candidateCount += 1
      if candidateCount == 1 { candidate = index }
    }
    return false
  }
}

extension SymbolEntry {
  /// An undefined function of a program is one, too, where its value is set: that is its address for all objects.
  /// References to thread-local storage never take what is undefined (elf_machine_type_class).
  fileprivate var isDefinition: Bool {
    let type = type
    guard type.defines else { return false }
    if type == .threadLocal { return section != Self.undefined }
    return value != 0 || section == Self.absolute
  }
}
