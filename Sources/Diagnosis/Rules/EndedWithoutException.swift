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
struct Ending {
  let evidence: Evidence
  let failure: Failure
  /// The innermost frame of code that is not Python's own.
  let frame: Frame?
  let owner: String?

  init(_ evidence: Evidence) {
    self.evidence = evidence
    failure = evidence.failure
    let stacks = [failure.stack] + (failure.waitsForThreads ? failure.otherStacks : [])
    frame = stacks.joined().first { !$0.owner.isPython } ?? failure.exception?.raiser
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
      "\(isShutdown ? "Code" : "The import") ended the process with status \(failure.exitCode ?? 0)\(during).",
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
      .hang, .likely, culprits: [owner],
      isShutdown
        ? "Python did not end before the deadline\(afterImport)."
        : "The import did not end before the deadline\(during).",
      evidence: [place, waiting, chain, lastWords],
      fixes: [
        failure.waitsForThreads
          ? Fix("make it a daemon thread, or end it from a function that `atexit` calls, in whoever starts it") : nil,
        Fix("see what that line waits for; a longer --timeout helps what is merely slow"),
      ])
  }

  var wantOfMemory: Finding {
    Finding(
      .outOfMemory, .likely, culprits: [owner], "The import took more memory than there was\(during).",
      evidence: [place, failure.exception.map(\.line), chain, lastWords],
      fixes: [Fix("give it more (--memory-limit, the container's limit), or import less of it")])
  }
}
