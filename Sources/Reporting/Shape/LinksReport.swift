/// What the files of one distribution's extension modules and libraries tell of whether the loader would take them.
package struct LinksReport: Codable, Sendable, Equatable {
  /// How many files were examined.
  package var objects: Int
  package var findings: [LinkFindingReport]
  /// What comes with the driver of a graphics processor, and is not here.
  package var driver: [DriverNeedReport]
  /// What other packages were taken to have loaded before.
  package var assumptions: [LinkAssumptionReport]
  /// Why nothing could be examined.
  @ExplicitNull package var problem: String?

  package init(
    objects: Int = 0, findings: [LinkFindingReport] = [], driver: [DriverNeedReport] = [],
    assumptions: [LinkAssumptionReport] = [], problem: String? = nil
  ) {
    self.objects = objects
    self.findings = findings
    self.driver = driver
    self.assumptions = assumptions
    self.problem = problem
  }
}

/// One file that the loader would not take.
package struct LinkFindingReport: Codable, Sendable, Equatable {
  package var code: Code
  package var file: String
  /// The name that it can be imported by; `nil` for a library.
  @ExplicitNull package var module: String?
  package var distribution: String
  /// Whether it is no warning: a library that no extension module needs and no Python code names, so that nothing tells
  /// that anything opens it; or a module that its distribution does without.
  package var optional: Bool
  /// Why a module can be done without: a clause.
  @ExplicitNull package var optionalBecause: String?
  package var libraries: [MissingLibraryReport] = []
  package var versions: [MissingVersionReport] = []
  /// Empty where a library is missing: nobody knows which of them it would define.
  package var undefinedSymbols: [UndefinedSymbolReport] = []
  /// What is wrong with the file itself.
  @ExplicitNull package var problem: String?

  package enum Code: String, Codable, Sendable, CaseIterable {
    case missingLibrary = "missing-library"
    case missingSymbolVersion = "missing-symbol-version"
    case undefinedSymbol = "undefined-symbol"
    case otherMachine = "other-machine"
    case unloadableObject = "unloadable-object"
  }

  enum CodingKeys: String, CodingKey {
    case code, file, module, distribution, optional, libraries, versions, problem
    case undefinedSymbols = "undefined_symbols"
    case optionalBecause = "optional_because"
  }

  package init(_ code: Code, file: String, module: String?, distribution: String, optional: Bool = false) {
    self.code = code
    self.file = file
    self.module = module
    self.distribution = distribution
    self.optional = optional
  }
}

package struct MissingLibraryReport: Codable, Sendable, Equatable {
  package var name: String
  /// The file that needs it: the object itself, or one that it needs.
  package var neededBy: String
  /// Where the loader would have looked, in its order.
  package var considered: [ConsideredPlaceReport]
  /// Installed distributions that have a library of this name and that nothing was taken to have loaded.
  package var offeredBy: [String]

  enum CodingKeys: String, CodingKey {
    case name, considered
    case neededBy = "needed_by"
    case offeredBy = "offered_by"
  }

  package init(name: String, neededBy: String, considered: [ConsideredPlaceReport], offeredBy: [String] = []) {
    self.name = name
    self.neededBy = neededBy
    self.considered = considered
    self.offeredBy = offeredBy
  }
}

package struct ConsideredPlaceReport: Codable, Sendable, Hashable {
  package var place: String
  /// The loader's rule that leads there.
  package var rule: String
  /// Why the loader does not take it.
  package var reason: String

  package init(place: String, rule: String, reason: String) {
    self.place = place
    self.rule = rule
    self.reason = reason
  }
}

package struct MissingVersionReport: Codable, Sendable, Equatable {
  package var version: String
  package var library: String
  /// The library that was found.
  package var file: String

  package init(version: String, library: String, file: String) {
    self.version = version
    self.library = library
    self.file = file
  }
}

package struct UndefinedSymbolReport: Codable, Sendable, Hashable {
  package var symbol: String
  /// As C++ has it; `nil` for names of C.
  @ExplicitNull package var demangled: String?
  @ExplicitNull package var version: String?
  /// The library that had it when the object was linked, or an installed one that has it and is not loaded.
  @ExplicitNull package var expectedFrom: String?

  enum CodingKeys: String, CodingKey {
    case symbol, demangled, version
    case expectedFrom = "expected_from"
  }

  package init(symbol: String, demangled: String? = nil, version: String? = nil, expectedFrom: String? = nil) {
    self.symbol = symbol
    self.demangled = demangled
    self.version = version
    self.expectedFrom = expectedFrom
  }
}

/// What one file wants of the driver.
package struct DriverNeedReport: Codable, Sendable, Equatable {
  package var file: String
  package var libraries: [String]
  package var symbols: [String]

  package init(file: String, libraries: [String], symbols: [String]) {
    self.file = file
    self.libraries = libraries
    self.symbols = symbols
  }
}

/// Something that has to be loaded before a file that does not bring it along.
package struct LinkAssumptionReport: Codable, Sendable, Equatable {
  package var file: String
  /// A library that the loader would not find by itself.
  @ExplicitNull package var library: String?
  /// Symbols of a library that the file does not need by its own account.
  package var symbols: [String]
  package var providedBy: String
  @ExplicitNull package var distribution: String?
  /// A sentence without a full stop.
  package var message: String

  enum CodingKeys: String, CodingKey {
    case file, library, symbols, distribution, message
    case providedBy = "provided_by"
  }

  package init(
    file: String, library: String?, symbols: [String], providedBy: String, distribution: String?, message: String
  ) {
    self.file = file
    self.library = library
    self.symbols = symbols
    self.providedBy = providedBy
    self.distribution = distribution
    self.message = message
  }
}
