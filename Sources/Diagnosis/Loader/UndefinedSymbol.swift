internal import SharedObjects

/// `undefined symbol: _ZN3c10…`.
struct UndefinedSymbol {
  private let reading: LoaderReading
  private let printed: PrintedSymbol
  private let symbol: SymbolReading

  init(_ reading: LoaderReading, _ printed: PrintedSymbol) {
    self.reading = reading
    self.printed = printed
    symbol = SymbolReading(printed.name)
  }

  private var facts: LoaderFacts { reading.facts }
  private var near: OwnedForm? { facts.symbol?.near.first }
  private var whole: String { symbol.demangled ?? symbol.name }

  /// Without the parameters of a function whose name nobody would read to the end.
  private var shown: String {
    guard isLong, let bracket = whole.firstIndex(of: "("), bracket > whole.startIndex else { return "`\(whole)`" }
    return "`\(whole[..<bracket])(…)`"
  }

  private var isLong: Bool { whole.count > Self.readableLength }
  private static let readableLength = 100

  func explain(_ explanation: inout LoaderExplanation) {
    explanation.kind = .undefinedSymbol
    explanation.symbol = symbol.name
    explanation.demangled = symbol.demangled
    explanation.version = printed.version
    explanation.library = printed.definedIn
    explanation.offeredBy = ((facts.symbol?.definedElsewhere ?? []) + (facts.symbol?.definedByLinked ?? [])).map {
      LibraryCopy(file: $0, soname: $0.name)
    }
    explanation.conclusion = conclusion
    explanation.summary = summary
    explanation.evidence = [
      reading.chainSentence, nearSentence, lackSentence, requirementSentence, definedSentence,
    ].compactMap(\.self)
  }

  private var conclusion: LoaderExplanation.Conclusion {
    if let python = pythonConclusion { return python }
    guard let known = facts.symbol else { return .unknown }
    if !known.definedByLinked.isEmpty { return .otherCopyFirst }
    if near?.form.difference == .stringABI { return .builtWithOtherStringABI }
    if !known.definedElsewhere.isEmpty { return .notLinked }
    if symbol.family == .cudaDriver || symbol.family == .nvml { return .comesWithDriver(.nvidia) }
    if let build = facts.buildWithoutCUDA, symbol.isOfCUDA { return .partLeftOut(of: build) }
    guard let provider = known.provider else { return .unknown }
    return near != nil || known.isFulfilled == false ? .builtAgainstOtherRelease(of: provider) : .unknown
  }

  private var pythonConclusion: LoaderExplanation.Conclusion? {
    guard let api = symbol.pythonAPI else { return nil }
    if let added = api.addedIn, facts.pythonMinor.map({ $0 < added }) ?? true { return .newerPython(minor: added) }
    if let removed = api.removedIn, facts.pythonMinor.map({ $0 >= removed }) ?? (api.addedIn == nil) {
      return .removedFromPython(minor: removed)
    }
    return nil
  }

  private var summary: String {
    let wants = "\(reading.subject) wants \(shown)"
    let here = facts.pythonMinor.map { "this is Python 3.\($0)" } ?? "the Python that imports it is older"
    return switch conclusion {
    case .newerPython(let minor): "\(wants), which Python has since 3.\(minor); \(here)."
    case .removedFromPython(let minor): "\(wants), which Python has no more since 3.\(minor)."
    case .otherCopyFirst: "\(wants), which a library that it is linked with defines; another copy of that was loaded."
    case .builtWithOtherStringABI:
      "\(reading.subject) was compiled with the other of the two C++ string ABIs than \(near?.file.label ?? "its library")."
    case .comesWithDriver(let driver):
      "\(wants), which the \(driver.rawValue) has to define; it is not there, or older."
    case .notLinked: "\(wants), which only libraries define that it is not linked with."
    case .partLeftOut(let build): "\(wants), a part for CUDA, and the installed \(build.label) is built without CUDA."
    case .builtAgainstOtherRelease(let provider):
      "\(reading.subject) was built against another release of \(provider.name) than the installed "
        + "\(provider.version ?? "one"): it wants \(shown)."
    default: facts.symbol == nil ? "\(wants), and nothing that was loaded defines it." : unexplained
    }
  }

  private var unexplained: String {
    guard let provider = facts.symbol?.provider else {
      return "\(reading.subject) wants \(shown), and nothing that it is linked with defines it."
    }
    return "\(reading.subject) wants \(shown), which no library of the installed \(provider.label) defines."
  }

  private var nearSentence: String? {
    guard let near else { return nil }
    let form = DemangledName(near.form.name)?.text ?? near.form.name
    let wanted = conclusion == .builtWithOtherStringABI || isLong ? "Wanted is `\(whole)`; " : ""
    return "\(wanted)\(near.file.label) has `\(form)`."
  }

  /// Which libraries were looked into in vain.
  private var lackSentence: String? {
    guard near == nil, let known = facts.symbol, known.provider != nil, !known.libraries.isEmpty,
      known.definedElsewhere.isEmpty, known.definedByLinked.isEmpty
    else { return nil }
    let names = known.libraries.prefix(Self.mostLibraries).map(\.name).joined(separator: ", ")
    let more =
      known.libraries.count > Self.mostLibraries ? " and \(known.libraries.count - Self.mostLibraries) more" : ""
    return "Neither it nor anything near it is in \(names)\(more)."
  }

  private static let mostLibraries = 4

  private var requirementSentence: String? {
    guard let owner = facts.object?.distribution, let known = facts.symbol, let requirement = known.requirement,
      let provider = known.provider
    else { return nil }
    let installed = provider.version.map { "\($0) is installed" } ?? "it is installed in an unknown version"
    return "\(owner.label) requires \(requirement); \(installed)."
  }

  private var definedSentence: String? {
    guard let known = facts.symbol else { return nil }
    if let file = known.definedByLinked.first { return "\(file.label) defines it." }
    return known.definedElsewhere.first.map { "\($0.label) defines it, and must be loaded before." }
  }
}

extension SymbolReading {
  /// Of CUDA, or of what PyTorch has for it alone: its namespaces of that name, and kernels.
  var isOfCUDA: Bool {
    switch family {
    case .cudaDriver, .cudaRuntime, .cublas, .cudnn, .cufft, .curand, .cusolver, .cusparse, .nccl, .nvjitlink, .nvrtc:
      true
    default: names.contains { $0.lowercased().contains("cuda") }
    }
  }
}
