/// What a symbol's name tells of where it comes from.
package struct SymbolReading: Sendable, Equatable {
  /// As linkers know it.
  package let name: String
  /// As C++ has it; `nil` for a name of C, and where it cannot be read.
  package let demangled: String?
  /// From the outermost scope inwards, without arguments: `c10`, `detail`, `torchInternalAssertFail`. A C name is alone.
  package let names: [String]
  package let family: SymbolFamily?
  package let stringABI: StringABI?

  /// Which releases of CPython have it, for a name of its C API that not all have.
  package var pythonAPI: PythonAPI? { family == .python ? PythonAPI(name) : nil }

  package init(_ name: String) {
    self.name = name
    let readName = DemangledName(name)
    demangled = readName?.text
    let qualified = QualifiedName(name).names
    names = qualified.isEmpty && readName == nil ? [name] : qualified
    family = SymbolFamily(of: name, scopes: qualified)
    stringABI = readName.map(StringABI.init(of:)) ?? StringABI(ofUnread: name)
  }
}

/// Which of libstdc++'s two `std::string` a name mentions ("Dual ABI" in its manual; `_GLIBCXX_USE_CXX11_ABI`).
package enum StringABI: Sendable, Equatable {
  /// `Ss`: as before GCC 5.
  case old
  /// `std::__cxx11::basic_string`.
  case cxx11

  /// `nil`: neither is in it.
  init?(of name: DemangledName) {
    for node in name.tree.nodes {
      switch node {
      case .text("__cxx11"), .tagged(_, tag: "cxx11"): self = .cxx11
      case .abbreviation("std::string", _, _), .abbreviation("std::basic_string", _, _): self = .old
      default: continue
      }
      return
    }
    return nil
  }

  /// Of a name that is cut off, which shows only the new one.
  init?(ofUnread name: String) {
    guard name.contains("7__cxx11") || name.contains("B5cxx11") else { return nil }
    self = .cxx11
  }
}
