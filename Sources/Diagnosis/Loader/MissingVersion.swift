internal import SharedObjects

/// `/lib/x86_64-linux-gnu/libstdc++.so.6: version 'GLIBCXX_3.4.32' not found (required by …)`.
struct MissingVersion {
  private let reading: LoaderReading
  private let wanted: String

  init(_ reading: LoaderReading, _ version: String) {
    self.reading = reading
    wanted = version
  }

  private var versions: VersionFacts? { reading.facts.versions }
  private var library: String { reading.message.object ?? "its library" }

  func explain(_ explanation: inout LoaderExplanation) {
    explanation.kind = .missingVersion
    explanation.library = reading.message.object
    explanation.version = wanted
    explanation.offeredBy = (versions?.others ?? []).map { LibraryCopy(file: $0, soname: $0.name) }
    explanation.conclusion = versions?.others.isEmpty == false ? .otherCopyFirst : isNewer ? .libraryTooOld : .unknown
    let has = highest.map { " and goes up to `\($0)`" } ?? ""
    let found = versions?.library.label ?? "`\(library)`"
    explanation.summary =
      "\(reading.subject) needs `\(wanted)` of `\(library.lastComponent)`; \(found) does not have it\(has)."
    explanation.evidence = [reading.chainSentence, releaseSentence, otherSentence].compactMap(\.self)
  }

  /// The highest version of the same series that is offered.
  private var highest: String? {
    let series = SymbolVersionName(wanted)
    return versions?.offered.map(SymbolVersionName.init).filter { $0.series == series.series && !$0.numbers.isEmpty }
      .max { $0.numbers.lexicographicallyPrecedes($1.numbers) }?.text
  }

  /// Without facts, a version of the compiler's and the system's library is missing since the library is older: they
  /// give up none.
  private var isNewer: Bool {
    let series = SymbolVersionName(wanted)
    guard let highest else { return SymbolVersionReleases.release(of: wanted) != nil }
    return SymbolVersionName(highest).numbers.lexicographicallyPrecedes(series.numbers)
  }

  private var releaseSentence: String? {
    let own = highest.flatMap(SymbolVersionReleases.release).map { "; the library that was found is of \($0)" } ?? ""
    return SymbolVersionReleases.origin(of: wanted).map { "\($0)\(own)." }
  }

  private var otherSentence: String? {
    guard let other = versions?.others.first else { return nil }
    return "\(other.label) offers it, and is not the one that the process has (\(other.path))."
  }
}

/// `GLIBCXX_3.4.32` in its parts.
struct SymbolVersionName {
  let text: String
  let series: Substring
  /// Empty where something else follows: `GLIBC_PRIVATE`.
  let numbers: [Int]

  init(_ text: String) {
    self.text = text
    guard let line = text.lastIndex(of: "_") else {
      (series, numbers) = (text[...], [])
      return
    }
    series = text[..<line]
    let parts = text[text.index(after: line)...].split(separator: ".").map { Int($0) }
    numbers = parts.contains(nil) ? [] : parts.compactMap(\.self)
  }
}
