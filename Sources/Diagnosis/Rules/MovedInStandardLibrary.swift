/// A name of the standard library, or a method of one of its types, that this Python does not have.
struct MovedInStandardLibrary: Rule {
  static let page = RulePage(
    "moved-in-standard-library", .pythonVersionUnsupported,
    sees:
      "A name that is missing in a module of the standard library, and in which release CPython removed or added it.",
    means: "The code is for another Python.",
    advises: "A release of the package that supports this Python, or another Python.",
    seenAt:
      "`from collections import Mapping` under 3.10, `from typing import ParamSpec` under 3.9, `inspect.getargspec` under 3.11",
    explains: [.versionConflict, .importSideEffect, .circularImport])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      guard let (name, change) = Self.change(exception, evidence) else { continue }
      guard let absence = change.flatMap({ Absence($0, minor: evidence.pythonMinor) }) else {
        // Of a name that no list has, the library itself is witness, if it is the library.
        guard change == nil, Self.isGenuine(exception, evidence) else { continue }
        return finding(name, nil, exception, evidence)
      }
      return finding(name, absence, exception, evidence)
    }
    return nil
  }

  private static func change(
    _ exception: RaisedException, _ evidence: Evidence
  ) -> (String, StandardLibraryChanges.Change?)? {
    switch exception.complaint {
    case .noName(let name, let module?, _, _), .noModuleAttribute(let name, let module, _):
      guard StandardLibraryModules.names.contains(module.topLevel), !isForeign(module, evidence) else { return nil }
      return ("\(module).\(name)", StandardLibraryNames.change(of: name, in: module))
    case .noName(let name, nil, _, isPartial: false):
      let isPython3 = exception.message.contains("import name '")
      guard !evidence.isLive, let found = StandardLibraryNames.change(ofLoneName: name, isPython3: isPython3) else {
        return nil
      }
      return ("\(found.module).\(name)", found.change)
    case .noAttribute(let name, type: "module"):
      guard let module = exception.namelessModule else { return nil }
      return ("\(module).\(name)", StandardLibraryNames.change(of: name, in: module))
    // Another release of what was called returned something else: PyJWT 2 text instead of bytes.
    case .noAttribute where exception.returner != nil: return nil
    case .noAttribute(let name, let type):
      return StandardLibraryMethods.change(of: name, in: type).map { ("\(type).\(name)", $0) }
    case .other where exception.isCutOff && !evidence.isLive && evidence.pythonMinor != nil: return lastUsed(exception)
    default: return nil
    }
  }

  /// Where a text ends before the line of the exception: a name in the line of code that raised.
  private static func lastUsed(_ exception: RaisedException) -> (String, StandardLibraryChanges.Change?)? {
    let words = exception.deepest?.source?.split { !($0 == "_" || $0 == "." || $0.isLetter || $0.isNumber) } ?? []
    return words.lazy.map(String.init).compactMap { word -> (String, StandardLibraryChanges.Change?)? in
      guard let module = word.parentModule else { return nil }
      return StandardLibraryNames.change(of: word.lastName, in: module).map { (word, $0) }
    }.first
  }

  /// Whether something else bears the module's name.
  private static func isForeign(_ module: String, _ evidence: Evidence) -> Bool {
    guard let found = evidence.modules[module.topLevel]?.found else { return false }
    return found.place != .standardLibrary
  }

  private static func isGenuine(_ exception: RaisedException, _ evidence: Evidence) -> Bool {
    guard !exception.complaint.isPartial, exception.deepest?.owner != .standardLibrary else { return false }
    // What is published is not run beside a file of its user's that hides Python's own, where no such file is named.
    let isTold = !evidence.isLive && exception.raiser?.owner.distribution != nil
    switch exception.complaint {
    case .noName(_, let module?, let file, _):
      return file?.isInStandardLibrary
        ?? (isTold || evidence.modules[module.topLevel]?.found?.place == .standardLibrary)
    case .noModuleAttribute(let name, let module, _):
      return isTold && !isPart(name, of: module) || evidence.modules[module.topLevel]?.found?.place == .standardLibrary
    case .noAttribute(let name, type: "module"): return isTold && !isPart(name, of: exception.namelessModule ?? "")
    default: return false
    }
  }

  /// Whether it may be a module inside of a package, which the package has only when somebody imported it.
  private static func isPart(_ name: String, of module: String) -> Bool {
    packages.contains(module) && name.allSatisfy { $0.isLowercase || $0 == "_" }
  }

  private static let packages: Set<String> = [
    "collections", "concurrent", "ctypes", "curses", "dbm", "distutils", "email", "encodings", "html", "http",
    "importlib", "json", "logging", "multiprocessing", "os", "tkinter", "unittest", "urllib", "wsgiref", "xml",
    "xml.etree", "xmlrpc",
  ]

  private func finding(
    _ name: String, _ absence: Absence?, _ exception: RaisedException, _ evidence: Evidence
  ) -> Finding {
    let user = exception.raiser?.owner.distribution
    let python = evidence.pythonMinor.map { "; this is Python 3.\($0)" } ?? ""
    // Where no release is known that has the name, one's own code may as well have it wrong.
    let unknown: Confidence = evidence.isLive && user == nil ? .possible : .likely
    return Finding(
      .pythonVersionUnsupported, absence == nil ? unknown : evidence.pythonMinor == nil ? .likely : .certain,
      culprits: [user],
      "\(user.map { evidence.label($0) } ?? "The code") uses `\(name)`, "
        + (absence?.words ?? "which this Python does not have") + "\(python).",
      evidence: [
        exception.isCutOff ? nil : exception.line,
        exception.raiser.map { "used at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
      ],
      fixes: [
        user.map(evidence.newer),
        absence.map(\.remedy)
          ?? (user == nil ? Fix("look the name up in the documentation of this Python") : nil),
      ])
  }
}

extension RaisedException {
  /// The module of Python's own library of which Python before 3.5 only says that a module lacks an attribute: the line of
  /// code names it, with all its dots.
  var namelessModule: String? {
    guard case .noAttribute(let name, type: "module") = complaint, let source = deepest?.source else { return nil }
    let words = source.split { !($0 == "_" || $0 == "." || $0.isLetter || $0.isNumber) }.map(String.init)
    let module = words.lazy.compactMap { word -> String? in
      let parts = word.split(separator: ".").map(String.init)
      guard let place = parts.firstIndex(of: name), place > 0 else { return nil }
      return parts[..<place].joined(separator: ".")
    }.first
    return module.flatMap { StandardLibraryModules.names.contains($0.topLevel) ? $0 : nil }
  }
}
