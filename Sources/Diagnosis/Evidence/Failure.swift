package import Probing
package import SharedObjects

/// What happened, as it was seen or as a text tells it.
package struct Failure: Sendable {
  /// The module that was asked for; `nil` in texts, which do not say it.
  package var module: String?
  package var outcome: Outcome
  package var phase: Phase?
  /// What was raised last, with all that led to it.
  package var exception: RaisedException?
  /// Whether the exception is one that the process only wrote of before it ended.
  package var isExceptionTold = false
  /// Exceptions that the code only wrote of, as it logs what it goes on without, before it raised another one.
  package var told: [RaisedException] = []
  /// An attribute that was asked for and is not there.
  package var attribute: MissingAttribute?
  /// Requirements of the user that do not hold.
  package var unmetRequirements: [UnmetRequirement] = []
  /// Extension modules that were tried in vain while the import went on.
  package var hidden: [HiddenFailure] = []
  /// Such as `SIGSEGV`.
  package var signal: String?
  package var exitCode: Int?
  /// The module that was being imported when the process ended.
  package var importing: String?
  /// Modules at the top that were looked for shortly before, in that order, and that are nowhere on the search path.
  package var soughtInVain: [String] = []
  /// Modules whose code was running then, the outermost first.
  package var importChain: [String] = []
  /// Shared objects in which it crashed, the innermost first.
  package var crashedIn: [String] = []
  /// Distributions that these belong to, in the same order.
  package var crashOwners: [String] = []
  /// What the instruction needs that the processor refused, in words.
  package var missingInstruction: String?
  /// Python's stack when it crashed or hung, the innermost frame first.
  package var stack: [Frame] = []
  /// Those of the other threads.
  package var otherStacks: [[Frame]] = []
  /// What the imported code wrote; in texts, the lines beside the failure.
  package var output = ""
  /// What loaders say in the messages of the exceptions and in the output.
  package var loaderMessages: [LoaderMessage] = []
  /// What these come to, as far as the environment shows it; empty of a text from elsewhere.
  package var loader: [LoaderExplanation] = []
  /// Installed files of runtimes of which the failure's words name a second copy.
  package var runtimeCopies: [OwnedFile] = []
  /// The build of a distribution in which it happened.
  package var build: Build?
  /// What a text states of versions, by normalised name of the distribution.
  package var statedVersions: [String: String] = [:]
  /// The minor version of Python 3 that a text states, or that the folders of its frames name.
  package var statedPythonMinor: Int?

  package init(outcome: Outcome) {
    self.outcome = outcome
  }
}

extension Failure {
  package struct MissingAttribute: Sendable, Equatable {
    /// All of it, such as `torch._inductor.config`.
    package var path: String
    /// The object that lacks the next name.
    package var missingAt: String
    /// Whether the same path imports as a module, and its file.
    package var isImportable: Bool?
    package var file: String?

    package init(path: String, missingAt: String, isImportable: Bool?, file: String?) {
      self.path = path
      self.missingAt = missingAt
      self.isImportable = isImportable
      self.file = file
    }
  }

  package struct UnmetRequirement: Sendable, Equatable {
    package var requirement: String
    /// `nil`: not installed.
    package var found: String?
    package var statedBy: String?

    package init(requirement: String, found: String?, statedBy: String?) {
      self.requirement = requirement
      self.found = found
      self.statedBy = statedBy
    }
  }

  package struct HiddenFailure: Sendable, Equatable {
    package var module: String
    package var file: String
    package var exception: RaisedException

    package init(module: String, file: String, exception: RaisedException) {
      self.module = module
      self.file = file
      self.exception = exception
    }
  }

  package struct Build: Sendable, Equatable {
    package var distribution: String?
    package var installer: String

    package init(distribution: String?, installer: String) {
      self.distribution = distribution
      self.installer = installer
    }
  }

  /// Every exception, the one that came first leading: later ones mostly wrap or follow it.
  package var exceptions: [RaisedException] { exception?.oldestFirst ?? [] }

  /// Exceptions and extension modules' failures that were swallowed, then those that came out.
  package var allExceptions: [RaisedException] { exceptions + hidden.flatMap(\.exception.oldestFirst) }
}

extension Failure {
  /// Dotted names of modules that it speaks of; what lies under these names is worth being looked at.
  package var modules: [String] {
    let complaints = (allExceptions + told).flatMap(\.complaint.modules)
    let tops = complaints.map(\.topLevel) + ([module].compactMap(\.self) + importChain).map(\.topLevel)
    let files = allExceptions.compactMap(\.complaint.file).map(\.moduleBelowSitePackages)
    // An ImportError of the loader knows which module it could not load.
    let named = allExceptions.filter(\.isImportError).compactMap(\.name)
    let siblings = exceptions.compactMap(\.sibling)
    return (complaints + siblings + tops + files + named + [attribute?.path, importing, module].compactMap(\.self))
      .distinct
      .filter {
        !$0.isEmpty
      }
  }

  /// Distributions that own code near the failure.
  package var distributions: [String] {
    let frames = allExceptions.flatMap { $0.frames.suffix(Self.framesNextToFailure) } + stack
    return frames.compactMap(\.owner.distribution).distinct
  }

  /// What lies further away has seldom to do with it.
  private static let framesNextToFailure = 12

  /// - Parameter output: What of the output may tell why it failed; without it, all.
  package mutating func readLoaderMessages(in output: String? = nil) {
    let texts = allExceptions.map(\.message) + [output ?? self.output]
    loaderMessages = texts.flatMap { LoaderMessage.all(in: $0, limit: 20) }
  }
}

extension Failure {
  /// Of what was looked for in vain that which some distribution may bring.
  var absentModules: [String] {
    soughtInVain.filter { name in
      ImportNames.table[name] != nil
        || !StandardLibraryModules.names.contains(name) && OptionalModules.part(of: name) == nil && !name.isPrivate
    }
  }
}
