/// An operator library did not load, or does not fit its framework.
struct AbsentOperator: Rule {
  static let page = RulePage(
    "absent-operator", .operatorMismatch,
    sees: """
      "operator torchvision::nms does not exist", "No such operator", "Could not find the operator", "Couldn't load custom C++ ops", "compiled with \
      different CUDA versions", "Could not run 'torchvision::nms' with arguments from the 'CUDA' backend".
      """,
    means: "The compiled part of the operator library was built for another torch, and did not load.",
    advises: "Releases of both that belong together, from the same index and for the same kind of device.",
    seenAt: "torchvision 0.28.0 beside torch 2.13.0+cpu",
    explains: [.importSideEffect, .versionConflict, .missingSharedLibrary, .abiMismatch])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions {
      guard let library = Self.library(exception.message) else { continue }
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

  /// Whose operators are missing: as torch says it, or the library itself.
  private static func library(_ message: String) -> String? {
    // `operator torchvision::nms does not exist`, of which people leave out the first word.
    if let end = message.range(ofWords: " does not exist"),
      let name = message[..<end.lowerBound].split(separator: " ").last, let library = library(ofOperator: String(name))
    {
      return library
    }
    if let name = message.after("No such operator ") ?? message.after("Could not find the operator ") {
      return library(ofOperator: String(name.prefix { $0 != " " && $0 != "." }))
    }
    if message.contains("Couldn't load custom C++ ops"), message.contains("torchvision") { return "torchvision" }
    if let rest = message.after("Detected that PyTorch and "), rest.contains("compiled with different") {
      return rest.quotedOrBareName?.lowercased()
    }
    // c10's dispatcher, `reportError`: the operator is there, and its library was built without this device.
    if let name = message.after("Could not run ")?.quotedName,
      message.contains(" with arguments from the 'CUDA' backend"),
      let library = library(ofOperator: name), library != "aten", library != "quantized"
    {
      return library
    }
    // `'_OpNamespace' 'torchvision' object has no attribute 'nms'`: `_C` and its kin are the asking package's own.
    if let name = message.after("'_OpNamespace' ")?.quotedName, name.first?.isLetter == true, name != "aten" {
      return name
    }
    return nil
  }

  private static func library(ofOperator name: String) -> String? {
    let library = name.prefix { $0 != ":" }
    guard name.dropFirst(library.count).hasPrefix("::"), !library.isEmpty,
      library.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    return String(library)
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
