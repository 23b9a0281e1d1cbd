/// A module of the standard library that this Python no longer has, or does not have yet.
///
/// *Sees:* "No module named 'x'", where x is in the lists of modules that CPython removed or added.
/// *Means:* the code is for another Python; the name on the index is seldom the module that is meant.
/// *Advises:* a release of the package that supports this Python, an older Python, or the replacement.
struct RemovedFromStandardLibrary: Rule {
  static let page = RulePage(
    "removed-from-standard-library", .pythonVersionUnsupported,
    sees: "`No module named 'x'`, where CPython removed x from its library or added it in a later release than this.",
    means: "The code that imports it is for another Python. A project on the index that is called x is something else.",
    advises:
      "A release of the package that supports this Python, another Python, or the distribution that carries the module on.",
    seenAt:
      "`import imp` in future 0.18 under 3.12; `import distutils` in seaborn 0.11 and pyspark 3; `import cgi` in webob 1.8 under 3.13",
    alsoFinds: [.missingDistribution],
    explains: [
      .missingDistribution, .versionConflict, .importSideEffect, .dependencyMissingFeature, .shadowedModule,
      .incompleteBuild,
    ])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      if let name = exception.moduleNewIn3, !evidence.isLive { return newIn3(name, exception, evidence) }
      guard case .noModule(let name, _) = exception.complaint,
        let (module, change) = StandardLibraryChanges.change(of: name),
        evidence.modules[name]?.found == nil, let absence = Absence(change, minor: evidence.pythonMinor),
        !(change.removed == 0 && exception.isOfPython2)
      else { continue }
      return finding(evidence, exception, module: module, change, absence)
    }
    return nil
  }

  /// A module of Python 3, in Python 2.
  private func newIn3(_ name: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let user = exception.raiser?.owner.distribution
    let isForBoth = user != nil || exception.deepest?.source?.hasPrefix("from builtins ") == true
    if isForBoth, let backport = StandardLibraryChanges.backports[name] {
      return Finding(
        .missingDistribution, .likely, culprits: [backport, user],
        "\(backport) is not installed, which brings the module `\(name)` of Python 3 to Python 2.",
        evidence: [exception.line, exception.raiser.map { "needed at \($0.place)" }],
        fixes: [
          Fix("install \(backport)", commands: [evidence.installer.install(backport)]), Fix("or use Python 3"),
        ])
    }
    return Finding(
      .pythonVersionUnsupported, .likely, culprits: [user],
      "\(user.map { evidence.label($0) } ?? "The code") imports `\(name)`, which every Python 3 has: this is Python 2.",
      evidence: [exception.line, exception.raiser.map { "imported at \($0.place)" }],
      fixes: [Fix("use Python 3: the commands may be called `python3` and `pip3`")])
  }

  private func finding(
    _ evidence: Evidence, _ exception: RaisedException, module: String, _ change: StandardLibraryChanges.Change,
    _ absence: Absence
  ) -> Finding {
    let user = exception.raiser
    let subject = user?.owner.distribution.map { evidence.label($0) } ?? "The code"
    let python = evidence.pythonMinor.map { "Python 3.\($0)" }
    return Finding(
      .pythonVersionUnsupported, python == nil ? .likely : .certain, culprits: [user?.owner.distribution],
      "\(subject) imports `\(module)`, \(absence.words)\(python.map { "; this is \($0)" } ?? "").",
      evidence: [
        exception.line, user.map { "imported at \($0.place)" },
      ],
      fixes: [
        user?.owner.distribution.map(evidence.newer),
        change.replacement.map {
          Fix("or install \($0), which brings `\(module)`", commands: [evidence.installer.install($0)])
        },
        absence.remedy,
      ])
  }
}

/// In which way a release lacks something of the standard library.
struct Absence: Equatable {
  let words: String
  /// Which Python has it.
  let remedy: Fix?

  /// `nil` where that release has it, or where the release is not known and it may.
  init?(_ change: StandardLibraryChanges.Change, minor: Int?) {
    if let removed = change.removed, minor.map({ $0 >= removed }) ?? true {
      words = removed == 0 ? "which only Python 2 has" : "which Python 3.\(removed) removed"
      remedy = Fix(removed > 0 ? "or use Python 3.\(removed - 1), the last that has it" : "or run it with Python 2.7")
    } else if let added = change.added, minor.map({ $0 < added }) ?? true {
      words = "which exists from Python 3.\(added) on"
      remedy = Fix("or use Python 3.\(added) or newer")
    } else {
      return nil
    }
  }
}

extension RaisedException {
  /// The module of Python 3 that Python 2 does not find: it writes the name without quotes, which Python does not since 3.3.
  var moduleNewIn3: String? {
    guard case .noModule(let name, isInNoPackage: false) = complaint,
      !message.contains(anyOf: ["named '", "named \""]),
      deepest?.source?.contains("six.moves") != true
    else { return nil }
    // It leaves out what it found: `import urllib.request` finds urllib.
    let whole = name == "request" ? "urllib.request" : name
    return StandardLibraryChanges.newIn3.contains(whole) ? whole : nil
  }

  /// Whether the message is written as Python 3 does since 3.3 (Lib/importlib/_bootstrap.py, Python/import.c).
  var isWordedByPython3: Bool {
    type == "ModuleNotFoundError"
      || type == "ImportError" && message.contains(anyOf: ["No module named '", "cannot import name '"])
  }

  /// Whether it was raised in files of Python 2, which has its modules, if it was built with them.
  var isOfPython2: Bool {
    frames.last { $0.file.pythonRelease != nil }?.file.pythonRelease?.hasPrefix("2.") ?? false
  }
}
