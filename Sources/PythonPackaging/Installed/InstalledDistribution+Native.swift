package import SystemPackage

extension InstalledDistribution {
  /// Whether one of its files is a shared object, such as `_C.so` or `libfoo.so.1`; unknown files count as such.
  package var hasNativeCode: Bool {
    files?.paths.contains { $0.hasSuffix(".so") || $0.contains(".so.") } ?? true
  }

  /// Its shared objects by their names, in the order of its list of files; empty without one.
  package var nativeFiles: [NativeFile] {
    (files?.paths).map { paths in paths.compactMap { NativeFile($0, in: location) } } ?? []
  }
}

/// A file of a distribution that is named like a shared object: `_C.abi3.so`, `libfoo.so.1`.
package struct NativeFile: Sendable, Hashable {
  package let path: FilePath
  /// The name by which Python would import it; `nil` for a library, and for what lies outside of all packages.
  package let module: String?
  /// Of an extension module; `nil` for a name that no Python imports.
  package let tag: ExtensionFileTag?
  /// Whether it lies in the site folder and not beside it, as `../../../lib/libfoo.so` does.
  package let isInSiteFolder: Bool

  /// - Parameter listed: The path in RECORD, which is relative to the site folder.
  init?(_ listed: String, in location: FilePath) {
    let name = listed[(listed.lastIndex(of: "/").map { listed.index(after: $0) } ?? listed.startIndex)...]
    guard Self.isNative(name) else { return nil }
    path = location.pushing(FilePath(listed)).lexicallyNormalized()
    isInSiteFolder = path.starts(with: location)
    tag = ExtensionFileTag(fileName: String(name))
    module = tag != nil && isInSiteFolder ? Self.module(listed) : nil
  }

  /// `native ::= name '.so' ('.' digit+)*`
  private static func isNative(_ name: Substring) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let suffix = parts.lastIndex(of: "so"), suffix > 0, parts.first != "" else { return false }
    return parts[(suffix + 1)...].allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  private static func module(_ listed: String) -> String {
    var parts = listed.split(separator: "/")
    let last = parts.popLast()?.prefix { $0 != "." } ?? ""
    return (parts + [last]).joined(separator: ".")
  }
}
