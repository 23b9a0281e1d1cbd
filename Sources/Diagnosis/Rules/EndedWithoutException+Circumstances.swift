internal import Probing

/// When and where it ended, in words.
extension Ending {
  /// Whether all that was asked for had passed by then.
  var isShutdown: Bool { failure.phase == .shutdown }

  var during: String {
    if isShutdown { return " while Python shut down\(afterImport)" }
    // What is not there, or was there from the start, was not being imported for long.
    let importing = failure.importing.flatMap { $0 == absent || BuiltInModules.contains($0) ? nil : $0 }
    let module = importing ?? failure.importChain.last ?? failure.module
    return module.map { " while `\($0)` was imported" } ?? ""
  }

  var afterImport: String { failure.module.map { ", after `\($0)` had been imported" } ?? "" }

  /// The module that was looked for last, if it is nowhere.
  var absent: String? {
    failure.importing.flatMap { failure.absentModules.last == $0 ? $0 : nil }
  }

  var absence: String? { absent.map { "the module that was looked for last, `\($0)`, is not here" } }

  var crashPlace: String? { failure.crashedIn.first.map { "it ran in \($0.belowSitePackages)" } }

  var place: String? {
    frame.map { frame in
      let code = frame.source.map { ": `\($0.shortened(to: 120))`" } ?? ""
      return "at \(frame.place)\(code)" + (owner.map { ", of \(evidence.label($0))" } ?? "")
    }
  }

  /// What of Python's own library was called from there: `accept`, `join`, `input`.
  var waiting: String? {
    if failure.waitsForThreads { return "Python ends when every thread has ended that is no daemon (threading)" }
    guard let innermost = failure.stack.first, innermost.owner == .standardLibrary else { return nil }
    return "it waits in `\(innermost.function)` of \(innermost.file.moduleStem).py"
  }

  var chain: String? {
    failure.importChain.count > 1 && !isShutdown
      ? "imports that led there: \(failure.importChain.joined(separator: " → "))" : nil
  }

  var lastWords: String? { failure.output.lastLine.map { "its last words: \($0.shortened(to: 200))" } }
}

extension Failure {
  /// Whether Python had nothing left to do but to wait for other threads (Lib/threading.py, `_shutdown`).
  var waitsForThreads: Bool {
    phase == .shutdown && stack.first.map { $0.function == "_shutdown" && $0.file.moduleStem == "threading" } ?? false
  }
}

extension String {
  /// The last line that says something.
  var lastLine: String? {
    split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
