package import SystemPackage

extension InstalledDistribution {
  /// Whether one of its files is a shared object, such as `_C.so` or `libfoo.so.1`; unknown files count as such.
  package var hasNativeCode: Bool {
    files?.hasNativePath ?? true
  }

  /// Its shared objects by their names, in the order of its list of files, then those among the sources of an editable
  /// distribution; empty without either.
  package var nativeFiles: [NativeFile] {
    let listed = (files?.nativePaths ?? []).compactMap { NativeFile($0, in: location) }
    return listed + sourceFiles.compactMap(NativeFile.init)
  }
}

/// A file of a distribution that is named like a shared object: `_C.abi3.so`, `libfoo.so.1`.
package struct NativeFile: Sendable, Hashable {
  package let path: FilePath
  /// How it lies, or would lie, below a folder of the search path: `package/_C.abi3.so`.
  package let place: FilePath
  /// The name by which Python would import it; `nil` for a library, and for what lies outside of all packages.
  package let module: String?
  /// Of an extension module; `nil` for a name that no Python imports.
  package let tag: ExtensionFileTag?
  /// Whether it lies below a folder of the search path and not beside it, as `../../../lib/libfoo.so` does.
  package let isInSiteFolder: Bool

  /// - Parameter listed: The path in RECORD, which is relative to the site folder.
  init?(_ listed: String, in location: FilePath) {
    let name = listed[(listed.lastIndex(of: "/").map { listed.index(after: $0) } ?? listed.startIndex)...]
    guard Self.isNative(name) else { return nil }
    let path = location.pushing(FilePath(listed)).lexicallyNormalized()
    self.init(path, place: FilePath(listed), name, isInSiteFolder: path.starts(with: location))
  }

  init?(_ source: SourceFile) {
    guard let name = source.place.lastComponent?.string, Self.isNative(name[...]) else { return nil }
    self.init(source.path, place: source.place, name[...], isInSiteFolder: true)
  }

  private init(_ path: FilePath, place: FilePath, _ name: Substring, isInSiteFolder: Bool) {
    (self.path, self.place, self.isInSiteFolder) = (path, place, isInSiteFolder)
    tag = ExtensionFileTag(fileName: String(name))
    module = tag != nil && isInSiteFolder ? Self.module(place) : nil
  }

  /// `native ::= name '.so' ('.' digit+)*`
  private static func isNative(_ name: Substring) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let suffix = parts.lastIndex(of: "so"), suffix > 0, parts.first != "" else { return false }
    return parts[(suffix + 1)...].allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  private static func module(_ place: FilePath) -> String {
    var parts = place.components.map(\.string)
    let last = parts.popLast().map { String($0.prefix { $0 != "." }) } ?? ""
    return (parts + [last]).joined(separator: ".")
  }
}

extension Record {
  /// Paths of files that are named like shared objects: with `.so` at the end, or a dot behind it.
  fileprivate var nativePaths: [String] { rows.filter(isNative).map(path) }

  fileprivate var hasNativePath: Bool { rows.contains(where: isNative) }

  /// RECORDs have thousands of rows: no text is made of them.
  private func isNative(_ row: RecordReader.Row) -> Bool {
    var rest = bytes[row.range]
    while let dot = rest.lastIndex(of: .dot) {
      if rest[dot...].elementsEqual(Self.suffix) { return true }
      rest = rest[..<dot]
      // Behind the suffix only numbers may stand, and no folder.
      guard bytes[dot + 1..<row.range.upperBound].allSatisfy({ $0.isASCIIDigit || $0 == .dot }) else { return false }
    }
    return false
  }

  private static let suffix = Array(".so".utf8)
}
