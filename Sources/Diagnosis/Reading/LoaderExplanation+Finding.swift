extension Failure {
  /// The first of what loaders' messages come to of which this holds.
  func explanation(where isWanted: (LoaderExplanation) -> Bool) -> LoaderExplanation? { loader.first(where: isWanted) }
}

extension LoaderExplanation {
  /// What it says, as a finding. The loader is the witness of what failed; why is certain where the files show it.
  func finding(_ cause: Cause, culprits: [String?], fixes: [Fix?]) -> Finding {
    Finding(
      cause, kind == .undefinedSymbol && conclusion == .unknown ? .likely : .certain, culprits: culprits, summary,
      evidence: [message.trimmed.shortened(to: 240)] + evidence, fixes: fixes)
  }

  /// Writes its distribution anew, in the version that is there.
  func reinstallation(_ evidence: Evidence, _ title: String) -> Fix? {
    distribution.map { name in
      Fix(title, commands: [evidence.installer.reinstall(evidence.pinned(name))])
    }
  }
}

extension Evidence {
  /// `torch==2.2.0`, or the name alone where no version is known.
  func pinned(_ name: String) -> String { version(name).map { "\(name)==\($0)" } ?? name }

  /// What a distribution requires and does not find installed.
  func missingRequirements(of name: String) -> [Unfulfilled] {
    environment?.conflicts.filter { $0.kind == .missing && normalizedName($0.distribution) == normalizedName(name) }
      ?? []
  }
}
