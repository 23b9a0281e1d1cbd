internal import Probing

/// A distribution whose metadata refuses this Python is at work, and fails.
struct RefusedPython: Rule {
  static let page = RulePage(
    "refused-python", .pythonVersionUnsupported,
    sees: "`Requires-Python` in the metadata of the distributions whose code failed, or in which it crashed.",
    means: """
      An installer would not have chosen this release here: it came by a copied folder, a download for another Python, or \
      options that switch the check off.
      """,
    advises: "A release that admits this Python, or another Python.",
    seenAt:
      "IPython 8.30 under 3.9, which refuses with a message of its own; PySide2 under 3.12, which dies of SIGSEGV",
    explains: [.nativeCrash, .importSideEffect, .abiMismatch])

  func finding(in evidence: Evidence) -> Finding? {
    let failure = evidence.failure
    let names =
      failure.exceptions.flatMap { $0.frames.suffix(Self.framesNextToFailure) }.compactMap(\.owner.distribution)
      + failure.crashOwners + failure.stack.compactMap(\.owner.distribution)
    for name in names.distinct {
      guard let refused = evidence.environment?.conflicts.first(where: { $0.kind == .python && $0.isAbout(name) })
      else { continue }
      let isStated = failure.exceptions.contains { $0.message.contains("Python ") }
      return Finding(
        .pythonVersionUnsupported, isStated || failure.outcome == .crashed ? .certain : .likely, culprits: [name],
        "\(evidence.label(name)) does not admit Python \(evidence.environment?.python.version ?? "of this version").",
        evidence: [
          refused.sentence, failure.exception?.line, failure.signal.map { "it died of \($0)" },
          failure.exception?.raiser.map { "raised at \($0.place)" },
        ],
        fixes: [
          Fix("install a release of \(name) for this Python", commands: [evidence.installer.reinstallable(name)])
        ])
    }
    return nil
  }

  private static let framesNextToFailure = 6
}
