/// Where no rule applies: what was looked at, and what to look at next.
struct Unknown: Rule {
  static let page = RulePage(
    "unknown", .unknown,
    sees: "A failure that no other rule recognises.",
    means: "Nothing that is known here leads to it. The last exception and the code that raised it are named.",
    advises: "Read the code at the frame that raised, and look for the exception's words in the issues of its project.",
    seenAt: "packages that raise exceptions of their own making")

  /// It is no judgement, so it never stands beside one.
  func finding(in evidence: Evidence) -> Finding? { nil }

  static func finding(in evidence: Evidence) -> Finding {
    let exception = evidence.failure.exception
    let raiser = exception?.raiser
    return Finding(
      .unknown, .possible, culprits: [raiser?.owner.distribution],
      exception.map(words) ?? "No rule explains this failure.",
      evidence: [
        raiser.map { "raised at \($0.place)" + ($0.owner.distribution.map { " of \(evidence.label($0))" } ?? "") },
        evidence.isLive
          ? "looked at: requirements of what is installed, files of the modules named, variables of Python"
          : "looked at: the text alone; inside the environment, or with --python, more can be compared",
      ],
      fixes: [Fix("look for the words of the exception in the issues of the project that raised it")],
      rule: page.id)
  }

  private static func words(_ exception: RaisedException) -> String {
    exception.line.isEmpty
      ? "The text ends before it says what was raised." : "No rule explains `\(exception.line)`"
  }
}
