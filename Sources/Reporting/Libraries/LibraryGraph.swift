/// A file with all that the loader brings in for it, in the process that it would be loaded into.
package struct LibraryGraph: Sendable, Equatable {
  /// What a reader knows the file by: its path below the site folder, or as it was written.
  package var title: String
  /// The site folder that the file lies in, by which paths are shortened.
  package var folder: String?
  /// The file itself first.
  package var objects: [LibraryObject]
  /// What had to be loaded before for all that to be so, a sentence each.
  package var assumptions: [String]
  /// Why it is no fault that the file cannot be loaded: a clause.
  package var option: String?
  /// Distributions that must be imported before a file of nobody: it needs what they load, and nothing else tells it.
  package var guessedImports: [String]

  package init(
    title: String, folder: String? = nil, objects: [LibraryObject], assumptions: [String] = [],
    option: String? = nil, guessedImports: [String] = []
  ) {
    self.guessedImports = guessedImports
    self.title = title
    self.folder = folder
    self.objects = objects
    self.assumptions = assumptions
    self.option = option
  }

  /// Whether the loader would refuse something of it.
  package var hasProblems: Bool { objects.contains { $0.allProblems.contains { !$0.optional } } }
}

package struct LibraryObject: Sendable, Equatable {
  package var file: String
  package var distribution: DistributionReport?
  /// Whether it is the interpreter's own or lies in a folder of the system.
  package var isCommon: Bool
  package var needs: [LibraryNeed]
  /// Of the object itself, beside what it needs and what is not found.
  package var problems: [LibraryProblemReport]
  package var undefinedSymbols: [UndefinedSymbolReport]

  package init(
    file: String, distribution: DistributionReport? = nil, isCommon: Bool = false, needs: [LibraryNeed] = [],
    problems: [LibraryProblemReport] = [], undefinedSymbols: [UndefinedSymbolReport] = []
  ) {
    self.file = file
    self.distribution = distribution
    self.isCommon = isCommon
    self.needs = needs
    self.problems = problems
    self.undefinedSymbols = undefinedSymbols
  }

  package var allProblems: [LibraryProblemReport] { needs.compactMap(\.problem) + problems }
}

/// A library by the name that an object has for it.
package struct LibraryNeed: Sendable, Equatable {
  package var name: String
  package var result: Result

  package enum Result: Sendable, Equatable {
    /// A place in the graph's objects.
    case found(Int, LibraryRule)
    case missing(LibraryProblemReport)
    /// Comes with a driver that is not here.
    case driver(String)
    /// The object itself is not loaded, and so nothing that it needs.
    case notSought
  }

  package init(_ name: String, _ result: Result) {
    self.name = name
    self.result = result
  }

  package var object: Int? { if case .found(let object, _) = result { object } else { nil } }

  package var problem: LibraryProblemReport? { if case .missing(let problem) = result { problem } else { nil } }
}

/// How a library is found.
package struct LibraryRule: Sendable, Equatable {
  package var rule: LoaderRule
  /// The object whose DT_RPATH or DT_RUNPATH it is.
  package var file: String?
  /// The distribution that is taken to have loaded it before.
  package var loadedBy: String?

  package init(_ rule: LoaderRule, of file: String? = nil, loadedBy: String? = nil) {
    self.rule = rule
    self.file = file
    self.loadedBy = loadedBy
  }
}

/// The graphs of one distribution, or of files that belong to none.
package struct LibrarySection: Sendable, Equatable {
  /// The distribution with its version.
  package var title: String
  package var graphs: [LibraryGraph]

  package init(title: String, graphs: [LibraryGraph]) {
    self.title = title
    self.graphs = graphs
  }
}
