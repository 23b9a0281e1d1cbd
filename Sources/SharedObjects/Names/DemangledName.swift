/// A C++ name as its source has it, read from the form in which linkers know it (Itanium C++ ABI).
///
/// Names come from foreign files and texts, so this is no call of `__cxa_demangle`: libstdc++'s made 218 megabytes of a
/// name of 267 bytes (GCC 12). What is written here is the same as c++filt(1) writes, where this reads a name at all.
package struct DemangledName: Sendable {
  /// `c10::Error::Error(c10::SourceLocation, std::string)`.
  package let text: String
  let tree: NameTree
  let root: NameTree.Part

  /// In bytes. The longest of PyTorch 2.2's libraries has 1,995.
  static let longestName = 1 << 15

  /// - Parameter mangled: With `_Z` before it, or with `__Z` as on macOS; an ending such as `.cold` may follow.
  /// - Returns: `nil` for other names, and for those that are cut off, too long, or made of rare parts of the ABI.
  package init?(_ mangled: String) {
    let bytes = Array(mangled.utf8.prefix(Self.longestName + 1))
    guard bytes.count <= Self.longestName, let start = Self.start(of: bytes) else { return nil }
    var parser = NameParser(bytes, at: start)
    guard let root = try? parser.encoding() else { return nil }
    let ending = bytes[parser.position...]
    guard ending.isEmpty || ending.first == .dot || ending.first == UInt8(ascii: "@") else { return nil }
    var printer = NamePrinter(parser.tree)
    guard (try? printer.write(root)) != nil else { return nil }
    let clone = ending.first == .dot ? " [clone \(String(decoding: ending, as: UTF8.self))]" : ""
    text = String(decoding: printer.output, as: UTF8.self) + clone
    tree = parser.tree
    self.root = root
  }

  private static func start(of bytes: [UInt8]) -> Int? {
    if bytes.starts(with: "_Z".utf8) { return 2 }
    return bytes.starts(with: "__Z".utf8) ? 3 : nil
  }
}
