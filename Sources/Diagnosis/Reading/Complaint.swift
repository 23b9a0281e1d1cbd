/// What an exception complains of, read from the words that CPython gives it.
///
/// The words are those of Python/import.c, Lib/importlib/_bootstrap.py, Python/ceval.c and Objects/moduleobject.c,
/// from 2.7 to 3.14.
enum Complaint: Equatable, Sendable {
  /// `No module named 'a.b'`, and perhaps `; 'a' is not a package`.
  case noModule(String, isInNoPackage: Bool)
  /// `cannot import name 'n' from 'm' (FILE)`.
  case noName(String, module: String?, file: String?, isPartial: Bool)
  /// `module 'm' has no attribute 'n'`.
  case noModuleAttribute(String, module: String, isPartial: Bool)
  /// `'T' object has no attribute 'n'`, `type object 'T' has no attribute 'n'`.
  case noAttribute(String, type: String)
  /// `f() got an unexpected keyword argument 'x'`, `f() missing 1 required positional argument: 'x'`, and so on.
  case arguments(of: String)
  case other

  init(_ exception: RaisedException) {
    var exception = exception
    exception.message = exception.message.unwrapped
    let message = exception.message
    self =
      ComplaintReader.module(exception) ?? ComplaintReader.name(exception) ?? ComplaintReader.moduleAttribute(message)
      ?? ComplaintReader.attribute(message) ?? ComplaintReader.arguments(exception) ?? .other
  }

  /// Dotted names of modules that it speaks of.
  var modules: [String] {
    switch self {
    case .noModule(let name, _): [name]
    case .noName(let name, let module, _, _): module.map { [$0, "\($0).\(name)"] } ?? []
    case .noModuleAttribute(let name, let module, _): [module, "\(module).\(name)"]
    case .noAttribute, .arguments, .other: []
    }
  }
}

extension Complaint {
  /// The file that it names.
  var file: String? {
    if case .noName(_, _, let file, _) = self { file } else { nil }
  }

  /// Whether a name is wanted of a module that is a file, of Python code or compiled: no other module lies in one.
  var isOfPlainFile: Bool {
    guard let file, !file.hasSuffix("__init__.py") else { return false }
    return [".py", ".so", ".pyd"].contains(where: file.hasSuffix)
  }
}

extension RaisedException {
  var complaint: Complaint { Complaint(self) }

  /// The name that it misses in a module, and that module where it says which.
  package var nameWanted: (name: String, module: String?)? {
    switch complaint {
    case .noName(let name, let module, _, _): (name, module)
    case .noModuleAttribute(let name, let module, _): (name, module)
    default: nil
    }
  }
}

extension String {
  /// `pkg.parser.core` of the line `from pkg.parser.core import x`, of which Python 2 says that `parser.core` is not there
  /// (Python/import.c, `import_submodule`: what it found already it does not name).
  fileprivate func wholeName(endingIn name: String) -> String? {
    split { !($0 == "." || $0 == "_" || $0.isLetter || $0.isNumber) }.map(String.init).first {
      $0.hasSuffix(".\(name)") && !$0.hasPrefix(".")
    }
  }
}

private enum ComplaintReader {
  static func module(_ exception: RaisedException) -> Complaint? {
    // Others quote it: AWS Lambda's ImportModuleError, transformers' RuntimeError.
    guard let rest = exception.message.after("No module named ") ?? exception.message.after("no module named ") else {
      return nil
    }
    // Python 2 wrote the name bare.
    guard let name = rest.quotedOrBareName else { return nil }
    let isBare = rest.first?.isLetter ?? false
    return .noModule(
      (isBare ? exception.deepest?.source?.wholeName(endingIn: name) : nil) ?? name,
      isInNoPackage: rest.contains("is not a package"))
  }

  static func name(_ exception: RaisedException) -> Complaint? {
    guard let rest = exception.message.after("cannot import name "), let name = rest.quotedOrBareName else {
      return nil
    }
    let isPartial = rest.contains("partially initialized module")
    let module =
      rest.after(" from partially initialized module ")?.quotedOrBareName ?? rest.after(" from ")?.quotedOrBareName
    return .noName(
      name, module: module ?? exception.importedModule(of: name), file: rest.lastParenthesis ?? exception.path,
      isPartial: isPartial)
  }

  static func moduleAttribute(_ message: String) -> Complaint? {
    let isPartial = message.contains("partially initialized module '")
    guard let rest = message.after(isPartial ? "partially initialized module " : "module "),
      let module = rest.quotedName, let name = rest.after("has no attribute ")?.quotedName
    else { return nil }
    return .noModuleAttribute(name, module: module, isPartial: isPartial)
  }

  static func attribute(_ message: String) -> Complaint? {
    guard let range = message.range(ofWords: " has no attribute "),
      let name = message[range.upperBound...].quotedName
    else { return nil }
    // `'T' object has no attribute`, `type object 'T' has no attribute`: the last name in quotation marks before it.
    let parts = message[..<range.lowerBound].split(separator: "'")
    let isType = message[..<range.lowerBound].hasSuffix("'")
    guard let type = isType ? parts.last : parts.dropLast().last else { return nil }
    return .noAttribute(name, type: String(type))
  }

  /// Python/ceval.c, `missing_arguments` and `too_many_positional`; Python/getargs.c.
  private static let argumentPhrases = [
    "() got an unexpected keyword argument", "() got multiple values for", "() missing ", "() takes ",
    "() got some positional-only", "() takes no arguments", "() got an unexpected",
    // pybind11.h, `cpp_function::dispatcher`.
    "(): incompatible function arguments", "(): incompatible constructor arguments",
  ]

  static func arguments(_ exception: RaisedException) -> Complaint? {
    guard exception.type == "TypeError" else { return nil }
    for phrase in argumentPhrases {
      guard let range = exception.message.range(ofWords: phrase) else { continue }
      let start = exception.message[..<range.lowerBound]
      return .arguments(of: String(start.split(whereSeparator: \.isWhitespace).last ?? start))
    }
    return nil
  }
}

extension RaisedException {
  /// Where the message does not say of which module a name was wanted, the line of code does.
  fileprivate func importedModule(of name: String) -> String? {
    guard let frame = deepest, let source = frame.source, source.hasPrefix("from "),
      source.contains(name) || source.hasSuffix("("), let module = source.dropFirst(5).split(separator: " ").first
    else { return nil }
    return module.hasPrefix(".") ? frame.file.module(importedAs: module) : String(module)
  }
}

extension String {
  /// `pkg.sub.x` for `.x` in the installed file `…/site-packages/pkg/sub/mod.py`, `pkg` for `..` (PEP 328).
  fileprivate func module(importedAs relative: Substring) -> String? {
    guard isInSiteFolder else { return nil }
    let folders = belowSitePackages.split { $0 == "/" || $0 == "\\" }.dropLast().drop { $0.hasSuffix(".egg") }
    let level = relative.prefix { $0 == "." }.count
    let parents = folders.dropLast(level - 1)
    guard !parents.isEmpty, folders.count >= level else { return nil }
    let name = relative.dropFirst(level)
    return (parents + (name.isEmpty ? [] : [name])).joined(separator: ".")
  }
}
