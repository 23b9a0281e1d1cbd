internal import CLinux
internal import Glibc
internal import Probing

/// The shared objects of this process at one moment, in the order in which they were loaded (dl_iterate_phdr(3)).
struct LoadedNames {
  /// Names with a folder: the program itself has an empty one, and the kernel's own object (vdso(7)) a mere word.
  private(set) var names: [[UInt8]] = []

  static func now() -> LoadedNames {
    var found = LoadedNames()
    // Swift code runs while the loader holds its lock, but nothing in it loads or unloads.
    withUnsafeMutablePointer(to: &found) { found in
      _ = loaded_visit(
        { object, _, found in
          guard let name = object?.pointee.name, let found else { return 0 }
          let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map(UInt8.init(bitPattern:))
          if bytes.contains(slash) { found.assumingMemoryBound(to: LoadedNames.self).pointee.names.append(bytes) }
          return 0
        }, found)
    }
    return found
  }

  /// What is loaded, and whether it was before.
  func objects(since earlier: LoadedNames) -> [LoadedObjectFacts] {
    names.enumerated().map { index, name in
      LoadedObjectFacts(file: PythonPath(bytes: Self.absolute(name)), wasLoadedBefore: earlier.has(name, near: index))
    }
  }

  /// Objects keep their order while others come and go: hardly ever is the name elsewhere.
  private func has(_ name: [UInt8], near index: Int) -> Bool {
    index < names.count && names[index] == name || names.contains(name)
  }

  /// A name that a relative folder of `LD_LIBRARY_PATH` began, say, is seen from the working directory of the time when
  /// the object was loaded, which glibc keeps (`l_origin`, RTLD_DI_ORIGIN of dlinfo(3)).
  private static func absolute(_ name: [UInt8]) -> [UInt8] {
    guard name.first != slash, let file = name.split(separator: slash).last,
      let handle = PythonPath(bytes: name).withCString({ dlopen($0, RTLD_LAZY | RTLD_NOLOAD) })
    else { return name }
    defer { dlclose(handle) }
    var folder = [CChar](repeating: 0, count: longestOrigin)
    guard loaded_ask(handle, Int32(loaded_origin), &folder) == 0 else { return name }
    return folder.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)) + [slash] + file
  }

  /// dlinfo(3) is not told how much room there is; a working directory (getcwd(2)) and a name below it have PATH_MAX
  /// bytes each.
  private static let longestOrigin = 1 << 16
}

private let slash = UInt8(ascii: "/")
