/// A version of a symbol, such as `GLIBC_2.34` (LSB Core, "Symbol Versioning"); all symbols of it share this object.
package final class SymbolVersion: Sendable {
  package let name: FileText
  /// The System V hash of the name.
  let hash: UInt32
  /// The file that the version was found in when this object was linked; `nil` for a version that it defines itself.
  package let file: FileText?
  /// Only this version will do, no definition without one.
  let isStrict: Bool

  init(name: FileText, hash: UInt32, file: FileText?, isStrict: Bool) {
    self.name = name
    self.hash = hash
    self.file = file
    self.isStrict = isStrict
  }
}

/// What a file wants of the versions of another.
package struct NeededVersions: Sendable {
  /// A name of DT_NEEDED.
  package let file: FileText
  package internal(set) var versions: [NeededVersion] = []
}

package struct NeededVersion: Sendable {
  package let name: FileText
  let hash: UInt32
  /// The loader does without it (VER_FLG_WEAK).
  package let isWeak: Bool
}

package struct DefinedVersion: Sendable {
  package let name: FileText
  let hash: UInt32
  /// It names the file itself; no symbol is of this version (VER_FLG_BASE).
  package let isBase: Bool
}
