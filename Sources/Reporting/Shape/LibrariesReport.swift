/// The document `realimport.libraries/1` as it is written: the shape that others rely on. A rename here is a change of
/// the schema.
package struct LibrariesReport: Codable, Sendable {
  package var schema = "realimport.libraries/1"
  package var tool = Tool()
  package var verdict: ReportVerdict
  package var environment: EnvironmentReport
  /// How many files were asked for, by name or as parts of what was named.
  package var examined: Int
  /// Each with all that it brings in; without targets, only where something is wrong.
  package var objects: [LibraryObjectReport]
  package var warnings: [WarningReport]
  /// Why nothing could be examined.
  @ExplicitNull package var problem: ProblemReport?

  /// The verdict follows from the problems.
  package init(
    environment: EnvironmentReport = EnvironmentReport(), examined: Int = 0, objects: [LibraryObjectReport] = [],
    warnings: [WarningReport] = [], problem: ProblemReport? = nil
  ) {
    let isGood = problem == nil && objects.allSatisfy { $0.problems.allSatisfy(\.optional) }
    verdict = isGood ? .passed : .failed
    self.environment = environment
    self.examined = examined
    self.objects = objects
    self.warnings = warnings
    self.problem = problem
  }
}

/// A file, and what its needs lead to. It stands there twice if they lead elsewhere in another process.
package struct LibraryObjectReport: Codable, Sendable, Hashable {
  package var file: String
  @ExplicitNull package var distribution: String?
  @ExplicitNull package var version: String?
  /// Whether it was asked for, or else comes with another one.
  package var requested: Bool
  package var needed: [NeededLibraryReport]
  package var undefinedSymbols: [UndefinedSymbolReport]
  package var problems: [LibraryProblemReport]

  enum CodingKeys: String, CodingKey {
    case file, distribution, version, requested, needed, problems
    case undefinedSymbols = "undefined_symbols"
  }
}

/// A library as an object names it, and where the loader finds it.
package struct NeededLibraryReport: Codable, Sendable, Hashable {
  package var name: String
  /// `nil` where it is not found or not taken.
  @ExplicitNull package var file: String?
  package var rule: LoaderRule
  /// The object whose DT_RPATH or DT_RUNPATH it is.
  @ExplicitNull package var ruleOf: String?
  /// The distribution that is taken to have loaded it before.
  @ExplicitNull package var loadedBy: String?
  /// Whose driver it comes with, where it is not here and no package could bring it.
  @ExplicitNull package var driver: String?

  enum CodingKeys: String, CodingKey {
    case name, file, rule, driver
    case ruleOf = "rule_of"
    case loadedBy = "loaded_by"
  }
}

/// By which of its rules the loader finds a library (ld.so(8)).
package enum LoaderRule: String, Codable, Sendable, CaseIterable {
  case program, loaded, path, rpath, runpath, cache
  case libraryPath = "library-path"
  case defaultFolder = "default-folder"
  case configuredFolder = "configured-folder"
  case notFound = "not-found"
  /// The object that needs it would not be loaded.
  case notSought = "not-sought"
}

/// A place at which the loader would have looked, and why it does not take what is there.
package struct SearchedPlaceReport: Codable, Sendable, Hashable {
  package var folder: String
  /// The file, or the folder where that is not there.
  package var place: String
  package var rule: LoaderRule
  /// The object whose DT_RPATH or DT_RUNPATH it is.
  @ExplicitNull package var ruleOf: String?
  /// Whether anything is there.
  package var exists: Bool
  package var reason: String

  enum CodingKeys: String, CodingKey {
    case folder, place, rule, exists, reason
    case ruleOf = "rule_of"
  }

  package init(
    folder: String, place: String, rule: LoaderRule, ruleOf: String? = nil, exists: Bool, reason: String
  ) {
    self.folder = folder
    self.place = place
    self.rule = rule
    self.ruleOf = ruleOf
    self.exists = exists
    self.reason = reason
  }
}

/// Why the loader would not take an object.
package struct LibraryProblemReport: Codable, Sendable, Hashable {
  package var code: Code
  /// A sentence without a full stop.
  package var message: String
  @ExplicitNull package var library: String?
  @ExplicitNull package var symbolVersion: String?
  /// Where the library was looked for, in the loader's order.
  package var considered: [SearchedPlaceReport]
  /// Installed distributions that have a file of this name, which nothing was seen to load before.
  package var offeredBy: [String]
  /// Other releases of the library that are installed.
  package var releases: [InstalledLibraryReport]
  /// From where the library can be had.
  package var suppliers: [LibrarySupplierReport]
  /// Whether nothing tells that Python code opens the file: no reason to fail.
  package var optional: Bool

  package enum Code: String, Codable, Sendable, CaseIterable {
    case missingLibrary = "missing-library"
    case missingSymbolVersion = "missing-symbol-version"
    case undefinedSymbol = "undefined-symbol"
    case otherMachine = "other-machine"
    case otherPython = "other-python"
    case unloadableObject = "unloadable-object"
  }

  enum CodingKeys: String, CodingKey {
    case code, message, library, considered, releases, suppliers, optional
    case symbolVersion = "symbol_version"
    case offeredBy = "offered_by"
  }

  package init(
    _ code: Code, _ message: String, library: String? = nil, symbolVersion: String? = nil,
    considered: [SearchedPlaceReport] = [], offeredBy: [String] = [],
    releases: [InstalledLibraryReport] = [], suppliers: [LibrarySupplierReport] = [], optional: Bool = false
  ) {
    self.code = code
    self.message = message
    self.library = library
    self.symbolVersion = symbolVersion
    self.considered = considered
    self.offeredBy = offeredBy
    self.releases = releases
    self.suppliers = suppliers
    self.optional = optional
  }
}

/// A library of a distribution that is installed.
package struct InstalledLibraryReport: Codable, Sendable, Hashable {
  package var name: String
  package var distribution: String

  package init(name: String, distribution: String) {
    self.name = name
    self.distribution = distribution
  }
}

/// Something that has a library, whether or not it is installed.
package struct LibrarySupplierReport: Codable, Sendable, Hashable {
  package var kind: Kind
  package var name: String
  /// The version that is installed, in which no file has this name.
  @ExplicitNull package var installed: String?

  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// A distribution of the package index.
    case index
    /// A package of Debian and of what is made from it.
    case debian
  }

  package init(_ kind: Kind, _ name: String, installed: String? = nil) {
    self.kind = kind
    self.name = name
    self.installed = installed
  }
}
