internal import SystemCalls
internal import SystemPackage

/// The names by which a loader finds that an object is there already, as places in ``LinkMap/objects``.
struct LoadedNames: Sendable {
  private let family: LoaderProgram.Family
  private var places: [[UInt8]: Int] = [:]

  init(_ family: LoaderProgram.Family) { self.family = family }

  func place(of name: [UInt8]) -> Int? {
    family == .musl && Self.isMuslItself(name) ? Self.loader : places[name]
  }

  /// glibc knows an object by its path, its SONAME and all names that it was asked for by. musl knows it by the name of
  /// its file, and only if it had to look for it (`load_library` of musl's `ldso/dynlink.c`).
  mutating func add(_ object: LoadedObject, at place: Int) {
    switch (family, object.rule) {
    case (.musl, .program), (.musl, .path): break
    case (.musl, _): add(FilePath(root: nil, object.path.components.suffix(1)).bytes, at: place)
    case (.glibc, _):
      add(object.path.bytes, at: place)
      if let soname = object.file.dynamic.soname { add(soname, at: place) }
    }
  }

  /// A name that an object was asked for by.
  mutating func add(alias name: [UInt8], at place: Int) {
    if family != .musl { add(name, at: place) }
  }

  /// The first object of a name keeps it.
  private mutating func add(_ name: [UInt8], at place: Int) {
    if places[name] == nil { places[name] = place }
  }

  /// The place of the loader in ``LinkMap/objects``.
  private static let loader = 1

  /// Libraries that musl is in one file with its loader.
  private static func isMuslItself(_ name: [UInt8]) -> Bool {
    let names = ["libc.", "libpthread.", "librt.", "libm.", "libdl.", "libutil.", "libxnet."]
    return names.contains { name.starts(with: $0.utf8) }
  }
}
