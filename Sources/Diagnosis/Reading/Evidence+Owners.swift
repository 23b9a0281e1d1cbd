extension Evidence {
  /// The distribution that brings a module: by what Python takes for it, by metadata, by the file that the failure
  /// names, at last by its name. `nil` for the standard library and for the user's own.
  func provider(of module: String, file: String? = nil) -> String? {
    if let owner = modules[module]?.found?.owner { return owner }
    // A package may pass another one's modules on under its own name: `requests.packages.urllib3`.
    let top = file.flatMap { environment?.topLevel(of: $0) } ?? module.topLevel
    if let owner = modules[top]?.found?.owner { return owner }
    if let owners = environment?.owners[top] { return owners.count == 1 ? owners.first : nil }
    if StandardLibraryModules.names.contains(top) { return nil }
    guard environment == nil else { return nil }
    if let file, file.contains(anyOf: ["/", "\\"]), !file.isInSiteFolder { return nil }
    return ImportNames.likelyDistribution(of: module)
  }

  /// Metadata of one of the two that the other one does not fulfil.
  func conflict(of one: String, with other: String) -> Unfulfilled? {
    environment?.conflicts.first { conflict in
      conflict.kind == .version && normalizedName(conflict.distribution) == normalizedName(one)
        && normalizedName(conflict.required) == normalizedName(other)
    }
  }

  /// What one states of the other, whether or not it holds.
  func requirement(of one: String, on other: String) -> RequirementEvidence? {
    distribution(one)?.requirements.first {
      $0.extra == nil && normalizedName($0.name) == normalizedName(other)
    }
  }

  /// All that is wrong with the installation of a distribution.
  func defects(of name: String) -> [Defect] {
    environment?.defects.filter { $0.distributions.contains { normalizedName($0) == normalizedName(name) } } ?? []
  }

  /// Of another name.
  func isInstalled(_ name: String) -> Bool { distribution(name) != nil }

  /// Whether a module's name is one that people know: of the standard library, of a distribution that is installed, or of
  /// one that many use.
  func isKnown(_ module: String) -> Bool {
    let top = module.topLevel
    return StandardLibraryModules.names.contains(top) || environment?.owners[top] != nil
      || ImportNames.table[top] != nil || WellKnownDistributions.names.contains(normalizedName(top))
  }
}

extension String {
  var isInSiteFolder: Bool { contains(anyOf: ["site-packages", "dist-packages"]) }

  /// Whether it is a file of Python's own library: `…/lib/python3.11/x.py`, `…\Lib\x.py`.
  var isInStandardLibrary: Bool {
    if isInSiteFolder { return false }
    if contains(anyOf: ["/lib/python", "/lib64/python", "/lib-dynload/"]) { return true }
    return contains(anyOf: ["\\Lib\\", "\\lib\\", "Python.framework/Versions"])
  }

  /// The name of a source file's module, without folders: `torch` for `torch.py` and for `torch/__init__.py`.
  var moduleStem: String {
    let parts = split { $0 == "/" || $0 == "\\" }
    guard let last = parts.last else { return self }
    let stem = last.prefix { $0 != "." }
    return stem == "__init__" ? parts.dropLast().last.map(String.init) ?? String(stem) : String(stem)
  }
}

extension Failure {
  /// Everything that was said, for words that no structure tells: messages, notes, output.
  var words: [String] { allExceptions.flatMap { [$0.message] + $0.notes } + [output] }

  func says(anyOf words: [String]) -> Bool { self.words.contains { $0.contains(anyOf: words) } }

  /// The line in which one of these words stands.
  func line(withAnyOf words: [String]) -> String? { Self.line(withAnyOf: words, in: self.words) }

  /// The same, and of the output only where no exception was raised: logs tell of much that does no harm.
  func raisedLine(withAnyOf words: [String]) -> String? {
    guard let exception, exception.type != RaisedException.unknownType else { return line(withAnyOf: words) }
    return Self.line(withAnyOf: words, in: allExceptions.flatMap { [$0.message] + $0.notes })
  }

  private static func line(withAnyOf words: [String], in texts: [String]) -> String? {
    for text in texts {
      for word in words {
        guard let range = text.range(ofWords: word) else { continue }
        let start = text[..<range.lowerBound].lastIndex(where: \.isNewline).map { text.index(after: $0) }
        let end = text[range.upperBound...].firstIndex(where: \.isNewline) ?? text.endIndex
        return String(text[(start ?? text.startIndex)..<end]).trimmed.shortened(to: 240)
      }
    }
    return nil
  }
}

extension Failure {
  /// Every line with one of these words, as far as evidence has room.
  func lines(withAnyOf words: [String]) -> [String] {
    self.words.flatMap { $0.split(whereSeparator: \.isNewline) }.filter { $0.contains(anyOf: words) }
      .prefix(Finding.mostEvidence).map { String($0).trimmed.shortened(to: 240) }
  }
}

extension String {
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)])
  }
}

extension Frame.Owner {
  /// Who wrote a file, by its path alone: the folder below site-packages names a module, and that its distribution.
  package init(ofFile file: String) {
    if file.hasPrefix("<") {
      self = .interpreter
    } else if file.isInSiteFolder {
      self = .distribution(
        ImportNames.likelyDistribution(ofPath: file.belowSitePackages)
          ?? ImportNames.likelyDistribution(of: file.moduleBelowSitePackages))
    } else {
      self = file.isInStandardLibrary ? .standardLibrary : .local
    }
  }
}

extension String {
  /// The module at the top that an installed file belongs to.
  package var moduleBelowSitePackages: String {
    let path = split { $0 == "/" || $0 == "\\" }.map(String.init)
    guard let site = path.lastIndex(where: { $0 == "site-packages" || $0 == "dist-packages" }) else { return "" }
    let rest = path[(site + 1)...].drop { $0.hasSuffix(".egg") }
    return rest.first.map { String($0.prefix { $0 != "." }) } ?? ""
  }
}

/// How names of distributions are compared.
package enum DistributionSpelling {
  /// As PEP 503 has it.
  package static func normal(_ name: String) -> String { normalizedName(name) }
}
