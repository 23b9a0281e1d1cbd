import SharedObjects

/// An extension wants a symbol that no loaded library defines.
struct ForeignSymbol: Rule {
  static let page = RulePage(
    "foreign-symbol", .abiMismatch,
    sees: "\"undefined symbol\" and its kin, or a missing procedure on Windows.",
    means: """
      The extension was built against another release of the library that should define the symbol, or with the other C++ \
      string ABI. A symbol of CPython's own interface means that it was built for another Python.
      """,
    advises: "Releases that were built for each other: reinstall the extension for the library that is here.",
    seenAt: "vllm 0.4.3 beside torch 2.2.0: c10::cuda::ExchangeDevice(signed char)",
    alsoFinds: [.pythonVersionUnsupported, .driverOrGPUMissing], explains: [.importSideEffect, .versionConflict])

  func finding(in evidence: Evidence) -> Finding? {
    if let explanation = evidence.failure.explanation(where: { $0.kind == .undefinedSymbol }),
      let finding = explained(explanation, evidence)
    {
      return finding
    }
    guard
      let message = evidence.failure.loaderMessage(where: {
        if case .undefinedSymbol = $0.problem { true } else { $0.problem == .missingProcedure }
      })
    else { return unnamed(evidence) }
    let owner = message.object.flatMap(\.owningDistribution)
    let line = evidence.failure.line(
      withAnyOf: [
        "ndefined symbol", "ymbol not found", "not defined in file", "procedure could not be found", "DLL load failed",
        "WinError 127",
      ])
    let subject = owner.map { evidence.label($0) } ?? "An extension"
    guard case .undefinedSymbol(let symbol) = message.problem else {
      return Finding(
        .abiMismatch, .likely, culprits: [owner],
        "\(subject) calls a function that the library it found does not have.",
        evidence: [line], fixes: [again(owner, evidence)])
    }
    let reading = SymbolReading(symbol.name)
    if reading.family == .python {
      return Finding(
        .pythonVersionUnsupported, evidence.sure(.certain), culprits: [owner],
        "\(subject) was built for another Python: this one has no \(symbol.name).",
        evidence: [line, added(reading)], fixes: [again(owner, evidence)])
    }
    let provider = reading.family?.distributions.first
    return Finding(
      .abiMismatch, evidence.sure(.certain), culprits: [owner, provider],
      "\(subject) was built against another release of \(provider.map { evidence.label($0) } ?? "a library") than the one here.",
      evidence: [
        line, reading.demangled.map { "the symbol is \($0)" } ?? provider.map { "by its name the symbol is of \($0)" },
        symbol.definedIn.map { "where it was built, \($0) had the symbol" }, violated(owner, provider, evidence),
      ],
      fixes: [again(owner, evidence)])
  }

  private func again(_ owner: String?, _ evidence: Evidence) -> Fix {
    owner.map { Fix("install a build of \($0) for what is here", commands: [evidence.installer.reinstallable($0)]) }
      ?? Fix("build it again with what is here, or take it and what it needs from one source")
  }

  /// What the files show: who should define it, in which form, and which Python has it.
  private func explained(_ explanation: LoaderExplanation, _ evidence: Evidence) -> Finding? {
    let owner = explanation.distribution
    let again = again(owner, evidence)
    switch explanation.conclusion {
    case .newerPython, .removedFromPython:
      return explanation.finding(.pythonVersionUnsupported, culprits: [owner], fixes: [again])
    case .comesWithDriver(let driver):
      return explanation.finding(.driverOrGPUMissing, culprits: [owner], fixes: AbsentLibrary.fixes(driver))
    case .partLeftOut(let build):
      return explanation.finding(
        .abiMismatch, culprits: [owner, build.name], fixes: evidence.fixesOfMixedBuilds(owner, build.name))
    case .builtAgainstOtherRelease(let provider):
      return explanation.finding(
        .abiMismatch, culprits: [owner, provider.name],
        fixes: evidence.fixes(
          user: owner, provider: provider.name,
          violated: owner.flatMap {
            evidence.conflict(of: $0, with: provider.name)
          }))
    case .builtWithOtherStringABI:
      return explanation.finding(
        .abiMismatch, culprits: [owner, explanation.provider],
        fixes: [
          again,
          explanation.provider.map { provider in
            Fix("or, if there is none, the \(provider) that \(owner ?? "it") was built for: see its own notes")
          },
        ])
    default: return nil
    }
  }

  /// Where the text was cut off before the name of the symbol.
  private func unnamed(_ evidence: Evidence) -> Finding? {
    guard !evidence.isLive, let exception = evidence.failure.exceptions.first(where: Self.isCut) else { return nil }
    let user = exception.frames.last { !$0.owner.isPython && $0.owner.distribution != "torch" }?.owner.distribution
    return Finding(
      .abiMismatch, .possible, culprits: [user],
      "\(user.map { evidence.label($0) } ?? "An extension") was mostly built against another release of a library.",
      evidence: [exception.line, "the text does not say which symbol is undefined"])
  }

  private static func isCut(_ exception: RaisedException) -> Bool {
    (exception.isImportError || exception.type == "OSError" || exception.type == RaisedException.unknownType)
      && exception.message.contains("undefined symbol")
  }

  private func added(_ reading: SymbolReading) -> String? {
    reading.pythonAPI?.addedIn.map { "\(reading.name) came with Python 3.\($0)" }
  }

  private func violated(_ owner: String?, _ provider: String?, _ evidence: Evidence) -> String? {
    guard let owner, let provider else { return nil }
    return evidence.conflict(of: owner, with: provider)?.sentence
  }
}

extension LoaderExplanation {
  /// The distribution whose symbol it is by its name.
  fileprivate var provider: String? { symbol.flatMap { SymbolReading($0).family?.distributions.first } }
}
