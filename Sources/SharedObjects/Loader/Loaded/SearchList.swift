/// Objects in the order in which symbols are looked for in them, while it is being found out: the list that
/// `_dl_map_object_deps` of glibc's `elf/dl-deps.c` makes, breadth first.
struct SearchList {
  /// As places in ``LinkMap/objects``.
  private(set) var objects: [Int] = []
  private var known: Set<Int> = []
  private var visited: Set<Int> = []
  /// All before it was visited.
  private var position = 0

  init(_ roots: [Int]) { for root in roots { append(root) } }

  /// The next object whose needs are to be added.
  mutating func next() -> Int? {
    while position < objects.count {
      let object = objects[position]
      if visited.insert(object).inserted { return object }
      position += 1
    }
    return nil
  }

  mutating func append(_ object: Int) {
    if known.insert(object).inserted { objects.append(object) }
  }

  /// For what stands in for another object: behind it, it would be asked too late.
  mutating func insert(_ object: Int, before other: Int) {
    guard let place = objects[min(position, objects.count)...].firstIndex(of: other) else { return append(object) }
    if known.insert(object).inserted {
      objects.insert(object, at: place)
    } else if let late = objects[place...].firstIndex(of: object), late > place {
      objects.remove(at: late)
      objects.insert(object, at: place)
    }
  }
}
