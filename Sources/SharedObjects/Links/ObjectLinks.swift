package import SystemPackage

/// What one object lacks in the process that it would be loaded into; nothing, where the loader would take it.
package struct ObjectLinks: Sendable {
  package let path: FilePath
  /// Of the object itself and of all that it needs in turn.
  package internal(set) var missingLibraries: [MissingLibrary] = []
  /// What the object itself wants of libraries that are there.
  package internal(set) var missingVersions: [MissingVersion] = []
  /// What the object itself wants and nothing defines.
  package internal(set) var undefinedSymbols: [UndefinedSymbol] = []
  /// Libraries that the object wants versions of and that have none: the loader takes them as they are.
  package internal(set) var unversionedLibraries: [FilePath] = []
  /// What has to be loaded already for all that to be so.
  package internal(set) var assumptions: [LinkAssumption] = []
  /// What is loaded then: the program's objects, and this one with all that it needs.
  package internal(set) var loaded: [Companion] = []

  init(_ path: FilePath) { self.path = path }

  package var isComplete: Bool { missingLibraries.isEmpty && missingVersions.isEmpty && undefinedSymbols.isEmpty }
}

/// A library that the loader would not find, or not take.
package struct MissingLibrary: Sendable, Equatable {
  /// As in DT_NEEDED.
  package let name: [UInt8]
  /// The object that needs it.
  package let requester: FilePath
  package let reason: Reason

  package enum Reason: Sendable, Equatable {
    /// Every place that was considered, in the loader's order.
    case notFound([ConsideredPlace])
    /// The file that was found, and what is wrong with it.
    case refused(FilePath, FileRefusal)
    /// There are more objects than any process has: ``LinkMap/mostObjects``.
    case tooManyObjects
  }
}

/// "version … not found (required by …)"
package struct MissingVersion: Sendable, Equatable {
  /// Such as `GLIBCXX_3.4.32`.
  package let name: String
  /// The library that should have it, by the name that the object has for it.
  package let library: [UInt8]
  /// Where that was found.
  package let file: FilePath

  package init(name: String, library: [UInt8], file: FilePath) {
    (self.name, self.library, self.file) = (name, library, file)
  }
}

/// "undefined symbol: …"
package struct UndefinedSymbol: Sendable, Equatable {
  /// As it stands in the object: C++ names are mangled.
  package let name: String
  package let version: String?
  /// The library that had it when the object was linked, where the version says so.
  package let expectedFrom: [UInt8]?

  package init(name: String, version: String? = nil, expectedFrom: [UInt8]? = nil) {
    (self.name, self.version, self.expectedFrom) = (name, version, expectedFrom)
  }
}

/// Something that the object does not bring along and that other code of the process is taken to have loaded before.
package enum LinkAssumption: Sendable, Equatable {
  /// A library that the loader would not find by itself, or not in this version; it takes the one that is there.
  case library(name: [UInt8], at: FilePath)
  /// Symbols of a library that the object does not need by its own account.
  case symbols([String], of: FilePath)

  /// The object that has to be loaded.
  package var path: FilePath {
    switch self {
    case .library(_, let path), .symbols(_, let path): path
    }
  }
}

/// What came of looking at one object.
package enum LinkExamination: Sendable {
  case examined(ObjectLinks)
  /// The loader does not take the object itself.
  case refused(FileRefusal)
  /// The loader passes over a file like this: it is for another machine, or not there.
  case skipped(SkipReason)
}
