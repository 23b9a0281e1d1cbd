package import SharedObjects

/// What an environment shows of something that a loader said there. All of it may be unknown, as of a pasted text.
package struct LoaderFacts: Sendable {
  /// The file that could not be loaded: what needs the missing library, what wants the symbol or the version.
  package var object: OwnedFile?
  /// What is at the path of that file now.
  package var state: FileState?
  /// From the file of the module that was imported to the object; only the object where it was asked for itself.
  package var chain: [OwnedFile] = []
  /// Files that need the missing library, of the distribution whose code asked; where nobody says which of them it was.
  package var neededBy: [OwnedFile] = []
  /// The distribution whose Python code asked for the library, where the file that needs it is not known.
  package var asker: OwningDistribution?
  /// How the distribution that needs the missing library requires one that has it, where that is not installed as it
  /// requires: `nvidia-cuda-runtime-cu12==12.1.105`.
  package var unmetRequirement: String?
  /// Where the loader looks for the missing library, in its order.
  package var considered: [Considered] = []
  /// Where the loader finds the missing library now, though it did not then.
  package var foundNow: OwnedFile?
  /// Files that are the missing library, in this or another version.
  package var copies: [LibraryCopy] = []
  /// LD_LIBRARY_PATH of the process; `nil` where it is unset or empty.
  package var libraryPath: String?
  /// A distribution that the object's own requires, in a build without the parts for CUDA.
  package var buildWithoutCUDA: OwningDistribution?
  package var symbol: SymbolFacts?
  package var versions: VersionFacts?
  package var storage: StorageFacts?
  /// How the object's header says that the stacks of threads have to be.
  package var stack: ObjectFile.Stack?
  /// Whether the loader itself makes no stack executable for what is loaded into a running process.
  package var loaderKeepsStacks = false
  /// The functions by which Python makes modules of the object: `PyInit_…`, of Python 2 `init…`.
  package var initFunctions: [String]?
  /// The minor version of the Python 3 that imported.
  package var pythonMinor: Int?
  /// What an object must be for to be loaded into that process.
  package var process: ObjectFile.Kind?

  package init() {}
}

/// A distribution as a sentence names it.
package struct OwningDistribution: Sendable, Equatable {
  package var name: String
  package var version: String?

  package init(name: String, version: String?) {
    self.name = name
    self.version = version
  }

  package var label: String { version.map { "\(name) \($0)" } ?? name }
}

/// A file, and whose it is.
package struct OwnedFile: Sendable, Equatable {
  package var path: String
  /// `nil` for the system's, Python's own and nobody's.
  package var distribution: OwningDistribution?

  package init(path: String, distribution: OwningDistribution? = nil) {
    self.path = path
    self.distribution = distribution
  }

  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// By name and owner, or else by its whole path.
  package var label: String { distribution.map { "`\(name)` of \($0.label)" } ?? "`\(path)`" }
}

package enum FileState: Sendable, Equatable {
  case absent
  /// Its header can be read.
  case object(ObjectFile.Kind, cut: Truncation?)
  case problem(ObjectProblem)
  /// A link whose target is not there, with what the link says.
  case danglingLink(String)
}

/// A place at which the loader looks, and why it does not take what is there.
package struct Considered: Sendable, Equatable {
  package var place: String
  /// `runpath`, `library-path`, `cache` …
  package var rule: Rule
  /// The object that has the rule, where one has.
  package var owner: String?
  package var reason: String
  /// Whether there is something at the place.
  package var isThere: Bool

  package enum Rule: String, Sendable, CaseIterable {
    case program, loaded, path, rpath, runpath, cache
    case libraryPath = "library-path"
    case defaultFolder = "default-folder"
    case configuredFolder = "configured-folder"
  }

  package init(place: String, rule: Rule, owner: String? = nil, reason: String, isThere: Bool = false) {
    self.place = place
    self.rule = rule
    self.owner = owner
    self.reason = reason
    self.isThere = isThere
  }
}

/// A file that is a library of the wanted stem.
package struct LibraryCopy: Sendable, Equatable {
  package var file: OwnedFile
  /// By which the loader knows it: its SONAME, else the name of the file.
  package var soname: String

  package init(file: OwnedFile, soname: String) {
    self.file = file
    self.soname = soname
  }
}

/// What is known of the objects that could define a symbol.
package struct SymbolFacts: Sendable {
  /// The installed distribution whose symbol it is by its name.
  package var provider: OwningDistribution?
  /// How the object's distribution requires that one: `torch==2.3.0`.
  package var requirement: String?
  /// Whether what is installed fulfils that.
  package var isFulfilled: Bool?
  /// Libraries that were looked into.
  package var libraries: [OwnedFile] = []
  /// What is nearly the symbol, the nearest first.
  package var near: [OwnedForm] = []
  /// Objects that define it, none of which the object is linked with.
  package var definedElsewhere: [OwnedFile] = []
  /// Objects that define it, with which the object is linked: they were not what the process had.
  package var definedByLinked: [OwnedFile] = []

  package init() {}
}

package struct OwnedForm: Sendable, Equatable {
  package var form: NearForm
  package var file: OwnedFile

  package init(form: NearForm, file: OwnedFile) {
    self.form = form
    self.file = file
  }
}

/// What is known of the library that lacks a version.
package struct VersionFacts: Sendable {
  package var library: OwnedFile
  /// Names of the versions that it defines.
  package var offered: [String]
  /// Other copies of it that offer the wanted one.
  package var others: [OwnedFile]

  package init(library: OwnedFile, offered: [String], others: [OwnedFile]) {
    self.library = library
    self.offered = offered
    self.others = others
  }
}

/// Thread-local storage of an object that did not fit, in bytes.
package struct StorageFacts: Sendable {
  package var size: Int?
  /// Whether the object says that it must have the block of each thread's start (DF_STATIC_TLS).
  package var isStatic: Bool
  /// What of that kind the process had loaded since it started, the largest first.
  package var others: [(file: OwnedFile, size: Int)]
  /// What the loader had set apart for all of them together; `nil` where that is not known.
  package var room: Int?

  package init(size: Int?, isStatic: Bool, others: [(file: OwnedFile, size: Int)], room: Int? = nil) {
    self.size = size
    self.isStatic = isStatic
    self.others = others
    self.room = room
  }
}
