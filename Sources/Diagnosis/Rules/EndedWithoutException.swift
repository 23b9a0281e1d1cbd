internal import Probing

/// The process ended, or did not end, and no exception says why.
struct EndedWithoutException: Rule {
  static let page = RulePage(
    "ended-without-exception", .nativeCrash,
    sees: "A signal, an end of the process, a deadline or a memory limit; where Python and native code were then.",
    means: "The outcome is all that is known, and the code that ran at that moment.",
    advises: "Another release of what crashed; for one's own code, what to change at that line.",
    seenAt: "PySide2 under Python 3.12, which dies of SIGSEGV; modules that call sys.exit, sleep, or wait for a lock",
    alsoFinds: [.earlyExit, .hang, .outOfMemory])

  func finding(in evidence: Evidence) -> Finding? {
    let ending = Ending(evidence)
    return switch evidence.failure.outcome {
    case .crashed: ending.crash
    case .exited: ending.exit
    case .timedOut: ending.hang
    case .outOfMemory: ending.wantOfMemory
    case .failed: evidence.isLive ? nil : ending.toldExit
    case .passed, .skipped: nil
    }
  }
}

/// What is known of an end.
private struct Ending {
  let evidence: Evidence
  private let failure: Failure
  /// The innermost frame of code that is not Python's own.
  private let frame: Frame?
  private let owner: String?

  init(_ evidence: Evidence) {
    self.evidence = evidence
    failure = evidence.failure
    frame = failure.stack.first { !$0.owner.isPython } ?? failure.exception?.raiser
    owner = frame?.owner.distribution ?? (frame == nil ? failure.importing.flatMap { evidence.provider(of: $0) } : nil)
  }

  var crash: Finding {
    if let signal = failure.signal, Self.sent.contains(signal) { return ended(by: signal) }
    let native = failure.crashOwners.first ?? owner
    let again = native.map { name in
      Fix("reinstall \(name)", commands: [evidence.installer.reinstall(evidence.pinned(name))])
    }
    return Finding(
      .nativeCrash, .likely, culprits: [native, owner],
      "\(native.map { "Native code of \(evidence.label($0))" } ?? "Native code") died of \(failure.signal ?? "a signal")\(during).",
      evidence: [recursion, crashPlace, place, lastWords, chain],
      fixes: recursion != nil
        ? [Fix("see why it calls itself without end; a recursion limit that is not raised makes an exception of it")]
        : native == nil
          ? [Fix("look at that line: what it calls there is native code")] : [again, native.map(evidence.newer)])
  }

  /// Signals that no fault of the code raises: somebody sends them, or a timer or limit does (signal(7)).
  private static let sent: Set<String> = [
    "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGKILL", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGXCPU", "SIGXFSZ",
    "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGIO",
  ]

  private func ended(by signal: String) -> Finding {
    Finding(
      .nativeCrash, .likely, culprits: [owner],
      "\(signal) ended the process\(during): code does not die of it by a fault, something sends it.",
      evidence: [place, lastWords, chain],
      fixes: [Fix("find what sends it: the code itself (os.kill, a timer), a supervisor, or a limit of the system")])
  }

  /// The same few lines over and over, as deep as the stack was written down: it ran over.
  private var recursion: String? {
    let frames = failure.stack.prefix(Self.manyFrames)
    let places = frames.map(\.place).distinct
    guard frames.count == Self.manyFrames, places.count <= Self.fewPlaces, let first = places.first,
      let function = frames.first?.function
    else {
      return nil
    }
    return "`\(function)` calls itself over and over, at \(first): the stack ran over"
  }

  private static let manyFrames = 40
  private static let fewPlaces = 4

  var exit: Finding {
    let isOwn = owner == nil
    return Finding(
      .earlyExit, .likely, culprits: [owner],
      "The import ended the process with status \(failure.exitCode ?? 0)\(during).",
      evidence: [place, failure.exception?.line, lastWords, absence, chain],
      fixes: [
        absent.map { module in
          Fix("install \(ImportNames.likelyDistribution(of: module)), if that it is not here is why it ends")
        },
        isOwn
          ? Fix("move what ends it, such as the reading of arguments, behind `if __name__ == '__main__'`")
          : Fix("see at that place under which condition it ends, and do not import that module but run it"),
      ])
  }

  /// Of a text: where the code at the top of a module ended it, an import did.
  var toldExit: Finding? {
    guard let exception = failure.exception, exception.type == "SystemExit" else { return nil }
    let isOfImport = exception.frames.allSatisfy { $0.function == "<module>" || $0.owner.isPython }
    return Finding(
      .earlyExit, isOfImport ? .likely : .possible, culprits: [owner],
      "The code ends the process itself"
        + (exception.message.isEmpty ? "." : ", with \(exception.message.shortened(to: 120))."),
      evidence: [exception.line, place],
      fixes: [
        // argparse, `ArgumentParser.error`.
        exception.message == "2"
          ? Fix("if it reads arguments that the program was not called with, as in a notebook, give it a list of them")
          : nil,
        Fix("see at that place under which condition it ends; what ends it belongs behind `if __name__ == '__main__'`"),
      ])
  }

  var hang: Finding {
    Finding(
      .hang, .likely, culprits: [owner], "The import did not end before the deadline\(during).",
      evidence: [place, waiting, chain, lastWords],
      fixes: [Fix("see what that line waits for; a longer --timeout helps what is merely slow")])
  }

  var wantOfMemory: Finding {
    Finding(
      .outOfMemory, .likely, culprits: [owner], "The import took more memory than there was\(during).",
      evidence: [place, failure.exception.map(\.line), chain, lastWords],
      fixes: [Fix("give it more (--memory-limit, the container's limit), or import less of it")])
  }

  private var during: String {
    // What is not there, or was there from the start, was not being imported for long.
    let importing = failure.importing.flatMap { $0 == absent || BuiltInModules.contains($0) ? nil : $0 }
    let module = importing ?? failure.importChain.last ?? failure.module
    return module.map { " while `\($0)` was imported" } ?? ""
  }

  /// The module that was looked for last, if it is nowhere.
  private var absent: String? {
    failure.importing.flatMap { failure.absentModules.last == $0 ? $0 : nil }
  }

  private var absence: String? { absent.map { "the module that was looked for last, `\($0)`, is not here" } }

  private var crashPlace: String? { failure.crashedIn.first.map { "it ran in \($0.belowSitePackages)" } }

  private var place: String? {
    frame.map { frame in
      let code = frame.source.map { ": `\($0.shortened(to: 120))`" } ?? ""
      return "at \(frame.place)\(code)" + (owner.map { ", of \(evidence.label($0))" } ?? "")
    }
  }

  /// What of Python's own library was called from there: `accept`, `join`, `input`.
  private var waiting: String? {
    guard let innermost = failure.stack.first, innermost.owner == .standardLibrary else { return nil }
    return "it waits in `\(innermost.function)` of \(innermost.file.moduleStem).py"
  }

  private var chain: String? {
    failure.importChain.count > 1 ? "imports that led there: \(failure.importChain.joined(separator: " → "))" : nil
  }

  private var lastWords: String? { failure.output.lastLine.map { "its last words: \($0.shortened(to: 200))" } }
}

extension String {
  /// The last line that says something.
  var lastLine: String? {
    split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
