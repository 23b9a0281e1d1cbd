internal import Probing

/// A package wants to be imported, or something to be set, before another one.
struct ImportOrder: Rule {
  static let page = RulePage(
    "import-order", .importOrder,
    sees: """
      Words such as "must be imported before", "import x before y"; `ssl` of which a property calls itself without end; \
      `AppRegistryNotReady` of Django; in a text, two imports at a prompt, or in a command, and then a crash.
      """,
    means: "The package changes others while they are imported, or shares native state with them; order matters.",
    advises: "Import it first. With `--together` realimport imports targets in the given order in one process.",
    seenAt: """
      gevent's monkey patching after ssl; unsloth after transformers; `import torch, scipy.misc`, pytorch#786
      """,
    explains: [.importSideEffect, .versionConflict, .nativeCrash])

  private static let words = [
    "must be imported before", "should be imported before", "needs to be imported before", "has to be imported before",
    "must be imported first", "must import ", "before importing", "prior to importing", "must be set before import",
    "imported after ", "please import ", "Please import ", "must be called before", "must be called *before*",
    "has to be called before", "should be called before",
  ]
  /// What was done before cannot be done again, or otherwise.
  private static let tooLate = [
    "reactor already installed", "is already loaded with version", "cannot be modified after being initialized",
    "already been imported", "was already imported", "backend has already been",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    if let crash = crash(evidence) { return crash }
    for exception in evidence.failure.exceptions {
      if exception.type == "AppRegistryNotReady" { return tooEarly(exception, evidence) }
      if Self.isPatchedLate(exception) { return patchedLate(exception, evidence) }
      guard exception.complaint == .other, Self.isTooLate(exception.message) else { continue }
      return finding(exception, evidence)
    }
    return nil
  }

  private static func isTooLate(_ message: String) -> Bool {
    message.contains(anyOf: tooLate)
      || message.contains(anyOf: words) && message.contains(anyOf: ["before", "first", "after", "prior to"])
  }

  /// Properties of `ssl.SSLContext` set the one of the class above by its name, and call themselves where the name was given
  /// to another class while somebody holds the old one: gevent's and eventlet's patches came too late (gevent#1016).
  private static func isPatchedLate(_ exception: RaisedException) -> Bool {
    guard exception.type == "RecursionError", let deepest = exception.deepest else { return false }
    return deepest.owner == .standardLibrary && deepest.file.moduleStem == "ssl"
      && deepest.source.map { $0.contains("super(SSLContext, SSLContext)") } ?? true
  }

  private func finding(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let raiser = exception.raiser?.owner.distribution
    let asking = exception.frames.last { !$0.owner.isPython && $0.function == "<module>" }
    return Finding(
      .importOrder, .likely, culprits: [raiser],
      "\(raiser.map { evidence.label($0) } ?? "The package") is imported, or set up, after something that it must precede.",
      evidence: [
        exception.line,
        asking.map { "too late at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
        asking == exception.raiser ? nil : exception.raiser.map { "raised at \($0.place)" },
      ],
      fixes: [Fix("move that line, and the import that it needs, before the imports of everything else")])
  }

  private func patchedLate(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    Finding(
      .importOrder, .likely, culprits: [exception.raiser?.owner.distribution],
      "Python's `ssl` was imported before gevent, or its like, replaced parts of it.",
      evidence: [exception.line, evidence.failure.line(withAnyOf: ["Monkey-patching ssl after ssl"])],
      fixes: [
        Fix("make `from gevent import monkey; monkey.patch_all()` the first lines of what is run"),
        Fix("where a server runs the code, let the server do that: gunicorn with `-k gevent` does"),
      ])
  }

  /// django/apps/registry.py: models register themselves when they are imported, with what `django.setup()` makes.
  private func tooEarly(_ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let asking = exception.frames.last { $0.function == "<module>" && $0.owner.distribution != "django" }
    return Finding(
      .importOrder, .likely, culprits: [asking?.owner.distribution],
      "Models of Django are imported before Django has loaded its applications.",
      evidence: [
        exception.line,
        asking.map { "too early at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
      ],
      fixes: [
        Fix("in a script, call `django.setup()` before that import"),
        Fix(
          "in an application, import models in `AppConfig.ready` or inside of functions, not in its `__init__` or `apps`"
        ),
      ])
  }

  /// The text shows two imports and then a crash: people show two where one alone does not crash.
  private func crash(_ evidence: Evidence) -> Finding? {
    let typed = evidence.failure.importChain.map(\.topLevel).filter { !StandardLibraryModules.names.contains($0) }
      .distinct
    guard !evidence.isLive, evidence.failure.outcome == .crashed, evidence.failure.signal != "SIGILL", typed.count > 1,
      let last = typed.last
    else { return nil }
    let earlier = typed.dropLast().joined(separator: ", ")
    return Finding(
      .importOrder, .likely, culprits: [ImportNames.likelyDistribution(of: last)],
      "The process dies when `\(last)` is imported after \(earlier).",
      evidence: [evidence.failure.output.lastLine],
      fixes: [Fix("import `\(last)` first; if it dies alone, too, the order does not matter")])
  }
}
