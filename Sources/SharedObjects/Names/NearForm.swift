/// A symbol that is offered, and nearly the one that is wanted.
package struct NearForm: Sendable, Equatable {
  /// The symbol that is offered.
  package let name: String
  package let difference: Difference

  /// The first is the least.
  package enum Difference: Int, Sendable, Comparable {
    /// The same but for libstdc++'s two `std::string`: compiled with the other `_GLIBCXX_USE_CXX11_ABI`.
    case stringABI
    /// The same but for a namespace that carries a version (`lts_20230125`, `v2`): another release, and built for it.
    case inlineNamespace
    /// A C name with another version in it: `__nvJitLinkAddData_12_4` for `__nvJitLinkAddData_12_1`.
    case versionedName
    /// The same qualified name with other parameters or template arguments.
    case signature

    package static func < (left: Difference, right: Difference) -> Bool { left.rawValue < right.rawValue }
  }

  /// The nearest forms of a name, the least different first, at most `limit`.
  ///
  /// - Parameter names: What is offered. Each is looked at once; only those that share a part of the name are demangled.
  package static func nearest(
    to wanted: String, among names: some Sequence<String>, limit: Int = 4
  ) -> [NearForm] {
    guard let search = NearFormSearch(for: wanted) else { return [] }
    var found = names.compactMap(search.nearForm(of:))
    found.sort { ($0.difference, $0.name) < ($1.difference, $1.name) }
    return Array(found.prefix(limit))
  }
}

/// One wanted name, prepared for many comparisons.
struct NearFormSearch {
  private let wanted: String
  private let forms: Forms?
  /// What every near form must contain: the last plain name, as it is mangled.
  let part: [UInt8]

  init?(for wanted: String) {
    self.wanted = wanted
    if let name = DemangledName(wanted) {
      guard let last = QualifiedName(wanted).names.last(where: { !$0.isInlineNamespace }) else { return nil }
      forms = Forms(name, names: QualifiedName(wanted).names)
      part = Array("\(last.utf8.count)\(last)".utf8)
    } else {
      forms = nil
      let stem = wanted.withoutVersion
      guard stem.utf8.count >= 4, stem.utf8.count < wanted.utf8.count, !wanted.hasPrefix("_Z") else { return nil }
      part = Array(stem.utf8)
    }
  }

  func nearForm(of offered: String) -> NearForm? {
    guard offered != wanted, offered.utf8.contains(part) else { return nil }
    return difference(to: offered).map { NearForm(name: offered, difference: $0) }
  }

  private func difference(to offered: String) -> NearForm.Difference? {
    guard let forms else { return offered.withoutVersion == wanted.withoutVersion ? .versionedName : nil }
    guard let name = DemangledName(offered) else { return nil }
    let other = Forms(name, names: QualifiedName(offered).names)
    if forms.withoutStrings == other.withoutStrings { return .stringABI }
    if forms.withoutNamespaces == other.withoutNamespaces { return .inlineNamespace }
    return !forms.names.isEmpty && forms.names == other.names ? .signature : nil
  }
}

/// A name with what may differ left out.
private struct Forms {
  let withoutStrings: String
  let withoutNamespaces: String
  let names: [String]

  init(_ name: DemangledName, names: [String]) {
    withoutStrings = name.text.replacing(Self.newString, with: "std::string").replacing("[abi:cxx11]", with: "")
      .replacing("__cxx11::", with: "")
    withoutNamespaces = withoutStrings.withoutInlineNamespaces
    self.names = names.filter { !$0.isInlineNamespace }
  }

  private static let newString =
    "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >"
}

extension String {
  /// A name that libraries give to namespaces which tell releases apart: `v2`, `dnn4_v20220524`, `lts_20230125`, `__1`,
  /// `_V2`, `__cxx11`.
  fileprivate var isInlineNamespace: Bool {
    if self == "__cxx11" { return true }
    let stem = String(decoding: utf8.prefix(utf8.count - trailingDigits), as: UTF8.self)
    guard trailingDigits > 0 else { return false }
    return ["v", "_V", "__", "lts_"].contains(stem) || stem.hasSuffix("_v")
  }

  private var trailingDigits: Int { utf8.reversed().prefix(while: \.isDigit).count }

  /// Without each such name that a `::` follows.
  fileprivate var withoutInlineNamespaces: String {
    var result: [UInt8] = []
    var word: [UInt8] = []
    let bytes = Array(utf8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isWordByte {
        word.append(byte)
      } else if byte == .colon, String(decoding: word, as: UTF8.self).isInlineNamespace {
        word = []
        position += 1
      } else {
        result += word + [byte]
        word = []
      }
      position += 1
    }
    return String(decoding: result + word, as: UTF8.self)
  }

  /// A C name without the version at its end: `_v2`, `_12_1`, `_v11040`.
  fileprivate var withoutVersion: String {
    var end = utf8.endIndex
    while end > utf8.startIndex {
      let before = utf8.index(before: end)
      guard utf8[before].isDigit || utf8[before] == .underscore || utf8[before] == UInt8(ascii: "v") else { break }
      end = before
    }
    return String(self[..<end])
  }
}

extension Sequence<UInt8> {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    let bytes = Array(self)
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains { bytes[$0] == first && bytes[$0...].starts(with: part) }
  }
}
