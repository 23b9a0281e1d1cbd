import Probing
import Testing

@testable import Diagnosis

/// Evidence, and what a rule must make of it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let evidence: Evidence
  /// `nil`: the rule must keep silent.
  let cause: Cause?
  var confidence: Confidence?
  var culprits: [String]?

  init(
    _ name: String, _ evidence: Evidence, _ cause: Cause?, _ confidence: Confidence? = nil, culprits: [String]? = nil
  ) {
    testDescription = name
    self.evidence = evidence
    self.cause = cause
    self.confidence = confidence
    self.culprits = culprits
  }

  func expect(of rule: any Rule, at location: SourceLocation = #_sourceLocation) {
    let finding = rule.finding(in: evidence)
    #expect(finding?.cause == cause, sourceLocation: location)
    if let confidence { #expect(finding?.confidence == confidence, sourceLocation: location) }
    if let culprits { #expect(finding?.culprits == culprits, sourceLocation: location) }
    guard let finding else { return }
    let page = type(of: rule).page
    #expect(page.causes.contains(finding.cause), "the page of \(page.id) does not name it", sourceLocation: location)
    #expect(!finding.summary.isEmpty && finding.evidence.count <= Finding.mostEvidence, sourceLocation: location)
  }
}

/// Evidence in few words.
enum Sample {
  static let site = "/env/lib/python3.11/site-packages"

  /// An exception whose frames lie in these files, the last of which raised it.
  static func exception(
    _ type: String, _ message: String, _ files: [String] = [], source: String? = nil, inner: RaisedException? = nil
  ) -> RaisedException {
    var frames = files.map {
      Frame(file: $0, line: 1, function: "<module>", owner: Frame.Owner(ofFile: $0))
    }
    if let source, !frames.isEmpty { frames[frames.count - 1].source = source }
    var exception = RaisedException(type: type, message: message, frames: frames)
    exception.inner = inner.map { [$0] } ?? []
    return exception
  }

  /// A text that tells of nothing else.
  static func text(
    _ type: String, _ message: String, _ files: [String] = [], source: String? = nil, minor: Int? = nil
  ) -> Evidence {
    text(exception(type, message, files, source: source), minor: minor)
  }

  static func text(_ exception: RaisedException, minor: Int? = nil, output: String = "") -> Evidence {
    var failure = Failure(outcome: .failed)
    failure.exception = exception
    failure.output = output
    failure.statedPythonMinor = minor
    failure.readLoaderMessages()
    return Evidence(failure: failure)
  }

  /// The same in an environment with these distributions: `numpy 2.2.0`.
  static func live(
    _ type: String, _ message: String, _ files: [String] = [], source: String? = nil, minor: Int = 11,
    installed distributions: String..., change: (inout Evidence) -> Void = { _ in }
  ) -> Evidence {
    var evidence = text(type, message, files, source: source)
    evidence.environment = environment(minor: minor, distributions)
    change(&evidence)
    return evidence
  }

  /// What a loader said in such an environment, and what the files there come to.
  static func loader(
    _ message: String, _ kind: LoaderExplanation.Kind, _ conclusion: LoaderExplanation.Conclusion,
    of distribution: String?, installed distributions: String..., change: (inout LoaderExplanation) -> Void = { _ in },
    alsoMissing library: String? = nil
  ) -> Evidence {
    var evidence = text("ImportError", message)
    evidence.environment = environment(distributions)
    var explanation = LoaderExplanation(message: message, kind: kind)
    explanation.conclusion = conclusion
    explanation.distribution = distribution
    explanation.summary = "So it is."
    change(&explanation)
    evidence.failure.loader = [explanation]
    if let library {
      var missing = LoaderExplanation(message: library, kind: .missingLibrary)
      missing.library = library
      evidence.failure.loader.append(missing)
    }
    return evidence
  }

  static func environment(minor: Int = 11, _ distributions: [String] = []) -> EnvironmentEvidence {
    var environment = EnvironmentEvidence(
      python: PythonEvidence(version: "3.\(minor).1", minor: minor, executable: "/env/bin/python"),
      installer: Installer(python: "/env/bin/python", isUV: false))
    for text in distributions {
      let words = text.split(separator: " ").map(String.init)
      let evidence = InstalledEvidence(name: words[0], version: words.last, location: site)
      environment.distributions[normalizedName(words[0])] = evidence
      environment.owners[words[0].replacing("-", with: "_")] = [words[0]]
    }
    return environment
  }
}

extension Evidence {
  /// Puts something on the search path, after what is there already.
  mutating func put(
    _ module: String, _ kind: ModuleEvidence.Kind, _ place: ModuleEvidence.Place, _ file: String, owner: String? = nil
  ) {
    modules[module, default: ModuleEvidence(name: module)].candidates.append(
      ModuleEvidence.Candidate(file: file, kind: kind, place: place, owner: owner))
  }

  mutating func conflict(
    _ distribution: String, _ requirement: String, found: String?, _ kind: Unfulfilled.Kind = .version
  ) {
    environment?.conflicts.append(
      Unfulfilled(distribution: distribution, version: "1.0", requirement: requirement, found: found, kind: kind))
  }
}
