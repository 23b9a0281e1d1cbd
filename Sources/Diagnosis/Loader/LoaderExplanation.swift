package import SharedObjects

/// What something that a loader said means, as far as the environment shows it.
package struct LoaderExplanation: Sendable {
  /// The line in which it was said.
  package var message: String
  package var kind: Kind
  /// The file that could not be loaded, as the message names it or as it was found.
  package var object: String?
  /// Whose that is.
  package var distribution: String?
  /// The library that is missing, or lacks a version.
  package var library: String?
  package var symbol: String?
  package var demangled: String?
  /// The symbol version that is wanted.
  package var version: String?
  /// Paths from the module that was imported to the object.
  package var chain: [String] = []
  package var considered: [Considered] = []
  /// Installed files that are the library, in this or another version, or that offer what is wanted of it.
  package var offeredBy: [LibraryCopy] = []
  /// Where the library can be had.
  package var suppliers: [LibrarySupplier] = []
  package var conclusion = Conclusion.unknown
  /// One sentence.
  package var summary = ""
  /// Facts that the sentence rests on, one sentence each.
  package var evidence: [String] = []

  package enum Kind: String, Sendable, CaseIterable {
    case missingLibrary = "missing-library"
    case undefinedSymbol = "undefined-symbol"
    case missingVersion = "missing-version"
    case unusableFile = "unusable-file"
    case unreadableFile = "unreadable-file"
    case staticTLS = "static-tls"
    case executableStack = "executable-stack"
    case processorLevel = "processor-level"
    case noModule = "no-module"
    case other
  }

  /// What the facts come to.
  package enum Conclusion: Sendable, Equatable {
    /// The library comes with a driver, or a vendor's toolkit.
    case comesWithDriver(DriverLibraries)
    /// Nothing that is installed is that library.
    case notInstalled
    case otherReleaseInstalled
    /// The library is installed in a folder where the loader does not look.
    case offSearchPath
    /// The loader finds it now: folders or variables were others then.
    case foundNow
    /// A distribution that it belongs to is installed in a build without the part that is wanted, such as CUDA.
    case partLeftOut(of: OwningDistribution)
    case builtAgainstOtherRelease(of: OwningDistribution)
    case builtWithOtherStringABI
    case newerPython(minor: Int)
    case removedFromPython(minor: Int)
    /// Something defines the symbol that the object is not linked with.
    case notLinked
    /// Another copy of the library was found first.
    case otherCopyFirst
    /// The library that was found is older than what the object was linked with.
    case libraryTooOld
    case otherMachine
    case otherSystem
    case damagedFile
    case notAllowed
    case unknown
  }
}

extension LoaderExplanation.Conclusion {
  /// What reports call it.
  package var code: String {
    switch self {
    case .comesWithDriver: "comes-with-driver"
    case .notInstalled: "not-installed"
    case .otherReleaseInstalled: "other-release-installed"
    case .offSearchPath: "off-search-path"
    case .foundNow: "found-now"
    case .partLeftOut: "part-left-out"
    case .builtAgainstOtherRelease: "built-against-other-release"
    case .builtWithOtherStringABI: "other-string-abi"
    case .newerPython: "newer-python"
    case .removedFromPython: "removed-from-python"
    case .notLinked: "not-linked"
    case .otherCopyFirst: "other-copy-first"
    case .libraryTooOld: "library-too-old"
    case .otherMachine: "other-machine"
    case .otherSystem: "other-system"
    case .damagedFile: "damaged-file"
    case .notAllowed: "not-allowed"
    case .unknown: "unknown"
    }
  }

  package static let codes: [String] = [
    "comes-with-driver", "not-installed", "other-release-installed", "off-search-path", "found-now", "part-left-out",
    "built-against-other-release", "other-string-abi", "newer-python", "removed-from-python", "not-linked",
    "other-copy-first", "library-too-old", "other-machine", "other-system", "damaged-file", "not-allowed", "unknown",
  ]
}

extension LoaderExplanation {
  /// - Parameters:
  ///   - words: The line in which the message stands.
  ///   - facts: None of a text from elsewhere.
  /// - Returns: `nil` for what says of itself that it is only a notice.
  package init?(_ message: LoaderMessage, words: String, facts: LoaderFacts) {
    let reading = LoaderReading(message: message, facts: facts)
    var explanation = LoaderExplanation(message: words, kind: .other)
    explanation.object = facts.object?.path ?? message.objectThatFailed
    explanation.distribution = facts.object?.distribution?.name
    explanation.chain = facts.chain.map(\.path)
    switch message.problem {
    case .missingLibrary where facts.state != nil:
      guard OtherProblem(reading).explain(&explanation) else { return nil }
    case .missingLibrary: MissingLibrary(reading).explain(&explanation)
    case .undefinedSymbol(let symbol): UndefinedSymbol(reading, symbol).explain(&explanation)
    case .missingVersion(let version, _): MissingVersion(reading, version).explain(&explanation)
    case .noVersionInformation, .preloadIgnored: return nil
    default:
      guard OtherProblem(reading).explain(&explanation) else { return nil }
    }
    self = explanation
  }

  init(message: String, kind: Kind) {
    self.message = message
    self.kind = kind
  }
}

/// A message beside the facts.
struct LoaderReading {
  let message: LoaderMessage
  let facts: LoaderFacts

  /// The file that failed, for a sentence that begins with it.
  var subject: String {
    facts.object?.label ?? message.objectThatFailed.map { "`\($0.lastComponent)`" } ?? "A library"
  }

  /// How the loader came to the object, where it was not asked for itself.
  var chainSentence: String? {
    guard facts.chain.count > 1 else { return nil }
    return "The way there: " + facts.chain.map(\.name).joined(separator: " → ") + "."
  }
}

extension LoaderMessage {
  /// The file that could not be loaded, as far as the message says it: what is missing itself is none.
  package var objectThatFailed: String? {
    switch problem {
    case .missingLibrary: requested
    case .missingVersion(_, let requiredBy): requiredBy ?? requested
    default: object ?? requested
    }
  }
}

extension String {
  var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
