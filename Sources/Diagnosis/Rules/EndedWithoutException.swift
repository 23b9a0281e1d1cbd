internal import Probing

/// The process ended, or did not end, and no exception says why.
struct EndedWithoutException: Rule {
  static let page = RulePage(
    "ended-without-exception", .nativeCrash,
    sees: "A signal, an end of the process, a deadline or a memory limit.",
    means: "The outcome is all that is known, and the code that ran at that moment.",
    advises: "Look at the module that was being imported, and import it alone.",
    seenAt: "PySide2 under Python 3.12, which dies of SIGSEGV; modules that call sys.exit, sleep, or wait for a lock",
    alsoFinds: [.earlyExit, .hang, .outOfMemory])

  func finding(in evidence: Evidence) -> Finding? {
    let failure = evidence.failure
    switch failure.outcome {
    case .crashed:
      return finding(
        evidence, .nativeCrash, "Native code died of \(failure.signal ?? "a signal")",
        "import that module alone, with `python -X faulthandler`")
    case .exited:
      return finding(
        evidence, .earlyExit, "The import ended the process with status \(failure.exitCode ?? 0)",
        "a module must not end the process: move the call behind `if __name__ == '__main__'`")
    case .timedOut:
      return finding(
        evidence, .hang, "The import did not end before the deadline",
        "see what the code at that place waits for; a longer --timeout helps what is merely slow")
    case .outOfMemory:
      return finding(
        evidence, .outOfMemory, "The import took more memory than there was", "give it more, or import less of it")
    case .passed, .failed, .skipped: return nil
    }
  }

  private func finding(_ evidence: Evidence, _ cause: Cause, _ words: String, _ advice: String) -> Finding {
    let failure = evidence.failure
    let frame = failure.stack.first { !$0.owner.isPython } ?? failure.exception?.raiser
    let owner = frame?.owner.distribution
    let module = failure.importing ?? failure.importChain.last ?? failure.module
    return Finding(
      cause, .likely, culprits: [owner], "\(words)\(module.map { " while `\($0)` was imported" } ?? "").",
      evidence: [
        failure.crashedIn.first.map { "it ran in \($0.belowSitePackages)" },
        frame.map { "at \($0.place), in `\($0.function)`" + (owner.map { " of \(evidence.label($0))" } ?? "") },
        failure.importChain.count > 1 ? "imports that led there: \(failure.importChain.joined(separator: " → "))" : nil,
        failure.output.lastLine.map { "its last words: \($0.shortened(to: 200))" },
      ],
      fixes: [Fix(advice)])
  }
}

extension String {
  /// The last line that says something.
  var lastLine: String? {
    split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
