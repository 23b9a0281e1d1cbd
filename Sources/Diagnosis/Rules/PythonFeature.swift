internal import Probing

/// Syntax or behaviour of the language that this Python does not have, or has no more.
struct PythonFeature: Rule {
  static let page = RulePage(
    "python-feature", .pythonVersionUnsupported,
    sees: """
      A SyntaxError in installed code; words of the interpreter that only a release before or after some feature has; a \
      name of Python 2; a package that says itself which Python it wants.
      """,
    means: "The code is for another Python.",
    advises: "A release of the package that supports this Python, or another Python.",
    seenAt:
      "polars 1.9 under Python 3.8 (`match` … SyntaxError), python-ta under 3.5 (f-strings), fairseq under 3.11 (mutable default)",
    explains: [.versionConflict, .importSideEffect, .brokenInstall])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions {
      let owner = Self.subject(exception, evidence)
      if let feature = LanguageFeature(exception, minor: evidence.pythonMinor, isInstalled: owner != nil) {
        return finding(feature, exception, owner, evidence)
      }
    }
    return toldBefore(evidence)
  }

  /// Where a text ends before the line of the exception: what a package warned of.
  private func toldBefore(_ evidence: Evidence) -> Finding? {
    guard !evidence.isLive, let exception = evidence.failure.exception, exception.isCutOff,
      let line = evidence.failure.line(withAnyOf: ["isn't compatible with Python", "is not compatible with Python"])
    else { return nil }
    let owner = exception.raiser?.owner.distribution
    return Finding(
      .pythonVersionUnsupported, .likely, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? "The code") is for another Python: a package that it uses says so.",
      evidence: [line, exception.raiser.map { "the last frame that is shown: \($0.place)" }],
      fixes: [
        owner.map {
          Fix("install a release of \($0) for this Python", commands: [evidence.installer.reinstallable($0)])
        }
      ])
  }

  /// Whose code it is: a SyntaxError has no frame in the file that it is about.
  private static func subject(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    guard let file = exception.syntax?.file?.description else { return exception.raiser?.owner.distribution }
    guard file.isInSiteFolder else { return nil }
    let top = file.belowSitePackages.prefix { $0 != "/" && $0 != "." }
    return evidence.provider(of: String(top), file: file) ?? String(top)
  }

  private func finding(
    _ feature: LanguageFeature, _ exception: RaisedException, _ owner: String?, _ evidence: Evidence
  ) -> Finding {
    let refused = owner.flatMap { owner in
      evidence.environment?.conflicts.first {
        $0.kind == .python && normalizedName($0.distribution) == normalizedName(owner)
      }
    }
    let python =
      evidence.environment.map { "Python \($0.python.version)" } ?? evidence.pythonMinor.map { "Python 3.\($0)" }
    let place = exception.syntax.flatMap { syntax in
      syntax.file.map { "\($0.description.belowSitePackages):\(syntax.line ?? 0)" }
    }
    return Finding(
      .pythonVersionUnsupported, refused != nil ? .certain : feature.confidence, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? "The code") is for another Python\(python.map { " than \($0)" } ?? ""): \(feature.words).",
      evidence: [
        refused?.sentence, exception.line, (place ?? exception.raiser?.place).map { "at \($0)" },
        exception.syntax?.text.map { "`\($0.trimmed.shortened(to: 120))`" },
      ],
      fixes: [
        owner.map {
          Fix("install a release of \($0) for this Python", commands: [evidence.installer.reinstallable($0)])
        },
        feature.python.map { Fix("\(owner == nil ? "" : "or ")run it with Python \($0)") },
      ])
  }
}

extension Installer {
  /// The newest release that admits this Python, whatever is there now.
  func reinstallable(_ name: String) -> String {
    install(name, options: isUV ? ["--upgrade", "--reinstall-package", name] : ["--upgrade", "--force-reinstall"])
  }
}
