/// Which objects of a graph are shown, and below which others: each where the loader comes to it first.
struct LibraryTree {
  /// A line of the tree.
  struct Row: Equatable {
    /// Whether further lines follow on each level, the outermost first; empty for the file itself.
    var branches: [Bool]
    /// `nil` for the file itself.
    var need: LibraryNeed?
    /// A place in the graph's objects; `nil` for what is not there.
    var object: Int?
    /// The object that needs it; `nil` for the file itself.
    var requester: Int?
    /// Whether what it needs is shown where the same file stands before.
    var isRepeated = false
    /// Whether lines follow below this one.
    var hasChildren = false
  }

  private let graph: LibraryGraph
  private let showsAll: Bool
  /// For each object the one that the loader comes from, breadth first.
  private let parents: [Int: Int]
  private let interesting: Set<Int>

  /// - Parameter showsAll: Also what is the system's, and what stands there already.
  init(_ graph: LibraryGraph, showsAll: Bool) {
    self.graph = graph
    self.showsAll = showsAll
    let order = Self.breadthFirst(graph)
    parents = order.parents
    interesting = Self.interesting(graph, order.places, order.parents)
  }

  /// Levels below this one are left out; real trees have ten.
  static let deepest = 64

  /// - Parameter expanded: Files of other trees below which all was shown; those of this one are added.
  func rows(_ expanded: inout Set<String>) -> [Row] {
    guard !graph.objects.isEmpty else { return [] }
    var rows: [Row] = []
    var open = [Row(branches: [], object: 0)]
    while var row = open.popLast() {
      let children = children(of: row, &expanded)
      (row.isRepeated, row.hasChildren) = (children.areShownBefore, !children.rows.isEmpty)
      rows.append(row)
      open += children.rows.reversed()
    }
    return rows
  }

  private func children(of row: Row, _ expanded: inout Set<String>) -> (rows: [Row], areShownBefore: Bool) {
    guard let place = row.object, row.branches.count < Self.deepest else { return ([], false) }
    let object = graph.objects[place]
    let needs = object.needs.filter { isShown($0, of: place) }
    guard !needs.isEmpty else { return ([], false) }
    let isFirst = expanded.insert(object.file).inserted
    guard isFirst || row.need == nil else { return ([], true) }
    let rows = needs.enumerated().map { index, need in
      Row(branches: row.branches + [index < needs.count - 1], need: need, object: need.object, requester: place)
    }
    return (rows, false)
  }

  private func isShown(_ need: LibraryNeed, of place: Int) -> Bool {
    guard let object = need.object else { return true }
    guard graph.objects.indices.contains(object) else { return false }
    return showsAll || interesting.contains(object) && parents[object] == place
  }

  /// The first of each file's requesters, and the places in the order in which the loader comes to them.
  private static func breadthFirst(_ graph: LibraryGraph) -> (places: [Int], parents: [Int: Int]) {
    var parents: [Int: Int] = [:]
    var places = graph.objects.isEmpty ? [] : [0]
    var next = 0
    while next < places.count {
      let place = places[next]
      next += 1
      for object in graph.objects[place].needs.compactMap(\.object)
      where object != 0 && parents[object] == nil && graph.objects.indices.contains(object) {
        parents[object] = place
        places.append(object)
      }
    }
    return (places, parents)
  }

  /// What is not the system's, lacks something, or leads to such an object.
  private static func interesting(_ graph: LibraryGraph, _ places: [Int], _ parents: [Int: Int]) -> Set<Int> {
    var found: Set<Int> = []
    for place in places.reversed() {
      let object = graph.objects[place]
      let lacks = !object.problems.isEmpty || object.needs.contains { $0.object == nil }
      guard !object.isCommon || lacks || found.contains(place) else { continue }
      found.insert(place)
      if let parent = parents[place] { found.insert(parent) }
    }
    return found
  }
}
