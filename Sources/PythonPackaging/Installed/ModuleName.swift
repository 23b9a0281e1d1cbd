/// What Python's import system can take a file or folder for, by its name alone.
enum ModuleName {
  /// The module that a file holds: `six.py`, `_x.abi3.so`, `_x.cpython-311-x86_64-linux-gnu.so`; `nil` for others.
  ///
  /// A plain `lib….so` is a shared library that some extension needs, and no module.
  static func ofFile(_ fileName: some Collection<UInt8>) -> String? {
    let stem = fileName.prefix { $0 != .dot }
    let suffix = fileName.dropFirst(stem.count)
    guard suffix.elementsEqual(".py".utf8) || isExtension(suffix, stem: stem) else { return nil }
    let name = String(decoding: stem, as: UTF8.self)
    return isIdentifier(name) ? name : nil
  }

  /// `suffix ::= '.so' | '.abi3.so' | '.abi3t.so' | '.cpython-' tag '.so' | '.pypy' tag '.so' | '.pyd'`
  private static func isExtension(_ suffix: some Collection<UInt8>, stem: some Collection<UInt8>) -> Bool {
    let pieces = suffix.split(separator: .dot)
    guard let last = pieces.last, pieces.count <= 2 else { return false }
    if last.elementsEqual("pyd".utf8) { return true }
    guard last.elementsEqual("so".utf8) else { return false }
    guard pieces.count == 2, let tag = pieces.first else { return !stem.starts(with: "lib".utf8) }
    return ["abi3", "cpython-", "pypy", "graalpy"].contains { tag.starts(with: $0.utf8) }
  }

  /// The same for an entry of a folder.
  static func ofEntry(_ entry: String) -> String? { ofFile(Array(entry.utf8)) }

  /// Whether a name can stand in an import statement; letters beyond ASCII are taken as such.
  static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !first.isASCIIDigit else { return false }
    return name.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") || $0 >= 0x80 }
  }
}
