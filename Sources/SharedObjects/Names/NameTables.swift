/// The letters of the Itanium C++ ABI.
enum NameTables {
  /// 5.1.5.2, `<builtin-type>`.
  static let types: [UInt8: String] = [
    UInt8(ascii: "v"): "void", UInt8(ascii: "w"): "wchar_t", UInt8(ascii: "b"): "bool", UInt8(ascii: "c"): "char",
    UInt8(ascii: "a"): "signed char", UInt8(ascii: "h"): "unsigned char", UInt8(ascii: "s"): "short",
    UInt8(ascii: "t"): "unsigned short", UInt8(ascii: "i"): "int", UInt8(ascii: "j"): "unsigned int",
    UInt8(ascii: "l"): "long", UInt8(ascii: "m"): "unsigned long", UInt8(ascii: "x"): "long long",
    UInt8(ascii: "y"): "unsigned long long", UInt8(ascii: "n"): "__int128", UInt8(ascii: "o"): "unsigned __int128",
    UInt8(ascii: "f"): "float", UInt8(ascii: "d"): "double", UInt8(ascii: "e"): "long double",
    UInt8(ascii: "g"): "__float128", UInt8(ascii: "z"): "...",
  ]

  /// Those that begin with `D`.
  static let extendedTypes: [UInt8: String] = [
    UInt8(ascii: "d"): "decimal64", UInt8(ascii: "e"): "decimal128", UInt8(ascii: "f"): "decimal32",
    UInt8(ascii: "h"): "half", UInt8(ascii: "i"): "char32_t", UInt8(ascii: "s"): "char16_t",
    UInt8(ascii: "u"): "char8_t", UInt8(ascii: "a"): "auto", UInt8(ascii: "c"): "decltype(auto)",
    UInt8(ascii: "n"): "decltype(nullptr)",
  ]

  /// 5.1.8, `<substitution>`.
  static let abbreviations: [UInt8: NameTree.Node] = [
    UInt8(ascii: "a"): .abbreviation("std::allocator", full: "std::allocator", class: "allocator"),
    UInt8(ascii: "b"): .abbreviation("std::basic_string", full: "std::basic_string", class: "basic_string"),
    UInt8(ascii: "s"): .abbreviation(
      "std::string", full: "std::basic_string<char, std::char_traits<char>, std::allocator<char> >",
      class: "basic_string"),
    UInt8(ascii: "i"): .abbreviation(
      "std::istream", full: "std::basic_istream<char, std::char_traits<char> >", class: "basic_istream"),
    UInt8(ascii: "o"): .abbreviation(
      "std::ostream", full: "std::basic_ostream<char, std::char_traits<char> >", class: "basic_ostream"),
    UInt8(ascii: "d"): .abbreviation(
      "std::iostream", full: "std::basic_iostream<char, std::char_traits<char> >", class: "basic_iostream"),
  ]

  /// 5.1.4, `<special-name>`, of a type.
  static let specialTypes: [(StaticString, String)] = [
    ("TV", "vtable for "), ("TT", "VTT for "), ("TI", "typeinfo for "), ("TS", "typeinfo name for "),
  ]
  /// … and of an object.
  static let specialNames: [(StaticString, String)] = [
    ("GV", "guard variable for "), ("TW", "TLS wrapper function for "), ("TH", "TLS init function for "),
  ]

  /// 5.1.3, `<operator-name>`.
  static let operators: [String: String] = [
    "nw": "new", "na": "new[]", "dl": "delete", "da": "delete[]", "ps": "+", "ng": "-", "ad": "&", "de": "*",
    "co": "~", "pl": "+", "mi": "-", "ml": "*", "dv": "/", "rm": "%", "an": "&", "or": "|", "eo": "^", "aS": "=",
    "pL": "+=", "mI": "-=", "mL": "*=", "dV": "/=", "rM": "%=", "aN": "&=", "oR": "|=", "eO": "^=", "ls": "<<",
    "rs": ">>", "lS": "<<=", "rS": ">>=", "eq": "==", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">=",
    "ss": "<=>", "nt": "!", "aa": "&&", "oo": "||", "pp": "++", "mm": "--", "cm": ",", "pm": "->*", "pt": "->",
    "cl": "()", "ix": "[]", "qu": "?", "aw": "co_await",
  ]

  /// How many operands an operator takes in an expression; `nil` for those that are not read there.
  static func operandCount(of code: String) -> Int? {
    if unary.contains(code) { return 1 }
    return binary.contains(code) ? 2 : nil
  }

  private static let unary: [String] = ["ps", "ng", "ad", "de", "co", "nt"]
  private static let binary: [String] = [
    "pl", "mi", "ml", "dv", "rm", "an", "or", "eo", "ls", "rs", "eq", "ne", "lt", "gt", "le", "ge", "ss", "aa", "oo",
  ]

  /// What is written behind a literal of these types; others are cast.
  static let literalEndings: [String: String] = [
    "int": "", "unsigned int": "u", "long": "l", "unsigned long": "ul", "long long": "ll", "unsigned long long": "ull",
  ]
}
