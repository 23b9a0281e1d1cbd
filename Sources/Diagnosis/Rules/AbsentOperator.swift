/// An operator library did not load, or does not fit its framework.
struct AbsentOperator: Rule {
  static let page = RulePage(
    "absent-operator", .operatorMismatch,
    sees: "\"operator torchvision::nms does not exist\" and its kin.",
    means: "The compiled part of the operator library was built for another torch, and did not load.",
    advises: "Releases of both that belong together, from the same index and for the same kind of device.",
    seenAt: "torchvision 0.28.0 beside torch 2.13.0+cpu",
    explains: [.importSideEffect, .versionConflict, .missingSharedLibrary, .abiMismatch])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions {
      guard let start = exception.message.range(ofWords: "operator "),
        let end = exception.message.range(ofWords: " does not exist"), start.upperBound < end.lowerBound
      else { continue }
      let name = String(exception.message[start.upperBound..<end.lowerBound])
      guard name.contains("::"), !name.contains(" ") else { continue }
      let library = String(name.prefix { $0 != ":" })
      let hidden = evidence.failure.hidden.first { $0.module.topLevel == library }
      let build = evidence.failure.explanation { $0.distribution == library && $0.conclusion.isOfMixedBuilds }
      return Finding(
        .operatorMismatch, hidden == nil ? .likely : evidence.sure(.certain), culprits: [library, "torch"],
        "The compiled operators of \(evidence.label(library)) are not there: they do not fit \(evidence.label("torch")).",
        evidence: [
          exception.line, hidden.map { "\($0.file.belowSitePackages): \($0.exception.line)" }, build?.summary,
        ],
        fixes: fixes(library, evidence, isMixed: build != nil))
    }
    return nil
  }

  private func fixes(_ library: String, _ evidence: Evidence, isMixed: Bool) -> [Fix?] {
    if isMixed { return evidence.fixesOfMixedBuilds(library, "torch") }
    let violated = evidence.conflict(of: library, with: "torch")
    return [
      violated.map { Fix("install what \(library) requires", commands: [evidence.installer.install($0.requirement)]) },
      Fix("install a \(library) for this torch", commands: [evidence.installer.reinstallable(library)]),
    ]
  }
}

extension LoaderExplanation.Conclusion {
  /// Whether one of two is built for CUDA, and the other is not.
  fileprivate var isOfMixedBuilds: Bool {
    if case .partLeftOut = self { true } else { false }
  }
}
