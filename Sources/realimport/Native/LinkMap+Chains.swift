import SharedObjects

extension LinkMap {
  /// From the object that was opened itself to this one.
  func chain(to object: Int) -> [Int] {
    var (chain, next): ([Int], Int?) = ([], object)
    while let place = next, chain.count < objects.count {
      chain.append(place)
      next = objects[place].requester
    }
    return chain.reversed()
  }

  /// The first object that needs a library of this name, and what was found for it; what the process had before it
  /// opened anything is left out.
  func dependency(_ name: String, after first: Int) -> (object: Int, dependency: Dependency)? {
    let name = Array(name.utf8)
    let found = objects.indices.dropFirst(first).flatMap { object in
      objects[object].dependencies.filter { $0.name.lastComponent == name[...] }.map { (object, $0) }
    }
    return found.first { $0.1.object == nil } ?? found.first
  }
}

extension [UInt8] {
  fileprivate var lastComponent: ArraySlice<UInt8> {
    lastIndex(of: UInt8(ascii: "/")).map { self[($0 + 1)...] } ?? self[...]
  }
}
