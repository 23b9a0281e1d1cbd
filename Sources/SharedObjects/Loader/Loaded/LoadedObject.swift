package import SystemPackage

/// An object of a process: the program, its loader, or a library.
package struct LoadedObject: Sendable {
  /// Under which the loader has opened it; links in it are not followed.
  package let path: FilePath
  package let file: ObjectFile
  package let identity: FileIdentity
  package let rule: SearchRule
  /// The object that needs it and led to it first, as a place in ``LinkMap/objects``; `nil` for the program and for what
  /// it opened itself.
  package let requester: Int?
  /// What it needs, in its own order, but for auxiliaries that were not found; empty until that was looked for.
  package internal(set) var dependencies: [Dependency] = []
  var isExamined = false

  /// `$ORIGIN`: the folder of the path.
  var origin: FilePath { path.removingLastComponent() }
}

/// A library that an object needs.
package struct Dependency: Sendable {
  /// As it stands in the object, without tokens replaced.
  package let name: [UInt8]
  package let kind: LibraryRequest.Kind
  package let result: Result

  package enum Result: Sendable, Equatable {
    /// The object, as a place in ``LinkMap/objects``, and by which rule it was found: often that it was there already.
    case object(Int, SearchRule)
    /// The loader gives up at this file, and with it everything that needs the library.
    case refused(FilePath, SearchRule, FileRefusal)
    /// Every place that was considered, in the loader's order.
    case missing([ConsideredPlace])
    /// There are more objects than any process has: ``LinkMap/mostObjects``.
    case tooMany
  }
}
