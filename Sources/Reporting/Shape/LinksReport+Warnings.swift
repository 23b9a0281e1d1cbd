extension LinksReport {
  /// What a user should know: one warning for all libraries that are not found, and one for each other file.
  package var warnings: [WarningReport] {
    if let problem {
      return [WarningReport(code: "links-not-checked", message: "native links could not be checked: \(problem)")]
    }
    let worth = findings.filter { !$0.optional }
    let missing = worth.filter { $0.code == .missingLibrary }
    return (missing.isEmpty ? [] : [LinkFindingReport.libraryWarning(missing)])
      + worth.filter { $0.code != .missingLibrary }.map(\.warning)
  }

  /// What comes with a driver, a line each.
  package var driverNotes: [String] {
    driver.filter { !$0.libraries.isEmpty }.map { need in
      "`\(LinkFindingReport.place(need.file))` needs \(need.libraries.joined(separator: ", ")), "
        + "which comes with the driver"
    }
  }

  /// What is missing and can be done without, a line each.
  package var optionNotes: [String] {
    findings.compactMap { finding in
      finding.optionalBecause.map { "\(finding.warning.message); \($0)" }
    }
  }

  /// What was assumed, each once.
  package var assumptionNotes: [String] {
    var told: Set<String> = []
    return assumptions.map(\.message).filter { told.insert($0).inserted }
  }
}

extension LinkFindingReport {
  fileprivate static func libraryWarning(_ findings: [LinkFindingReport]) -> WarningReport {
    var names: Set<String> = []
    let libraries = findings.flatMap(\.libraries).filter { names.insert($0.name).inserted }
    let subjects = list(findings.map(\.subject))
    let verb = findings.count == 1 ? "needs" : "need"
    let end = libraries.count == 1 ? "which is not found" : "which are not found"
    return WarningReport(
      code: LinkFindingReport.Code.missingLibrary.rawValue,
      message: "\(subjects) \(verb) \(list(libraries.map(\.name))), \(end)" + offers(libraries))
  }

  private static func offers(_ libraries: [MissingLibraryReport]) -> String {
    libraries.prefix(mostNamed).filter { !$0.offeredBy.isEmpty }.map { library in
      "; \(library.name) is part of \(list(library.offeredBy)), which is neither required nor imported"
    }.joined()
  }

  fileprivate var warning: WarningReport {
    let message =
      switch code {
      case .missingLibrary: Self.libraryWarning([self]).message
      case .otherMachine, .unloadableObject: "\(subject) cannot be loaded: \(problem ?? "")"
      case .missingSymbolVersion: "\(subject) wants \(versionList)"
      case .undefinedSymbol: "\(subject) wants \(symbolList)"
      }
    return WarningReport(code: code.rawValue, message: message)
  }

  fileprivate var subject: String { "`\(module ?? Self.place(file))`" }

  /// A file with its folder: what distinguishes files of one distribution.
  fileprivate static func place(_ file: String) -> String {
    file.split(separator: "/").suffix(2).joined(separator: "/")
  }

  private var versionList: String {
    let wanted = versions.map { "version \($0.version) of \($0.library)" }
    return "\(list(wanted)), which `\(versions.first?.file ?? "")` does not have"
  }

  private var symbolList: String {
    let count = undefinedSymbols.count == 1 ? "a symbol" : "\(undefinedSymbols.count) symbols"
    return "\(count) that nothing defines: \(list(undefinedSymbols.map { "`\($0.demangled ?? $0.symbol)`" }))"
  }
}

private func list(_ words: [String]) -> String {
  let rest = words.count - mostNamed
  guard rest > 1 else { return words.joined(separator: ", ") }
  return words.prefix(mostNamed).joined(separator: ", ") + " and \(rest) more"
}

private let mostNamed = 3
