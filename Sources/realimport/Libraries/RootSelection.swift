import Reporting

/// Of a distribution's files those that others of it do not bring in.
struct RootSelection {
  let graphs: [LibraryGraph]

  init(_ graphs: [LibraryGraph]) { self.graphs = graphs }

  /// Two libraries may need one another: then the first of them stays.
  var roots: [LibraryGraph] {
    let brought = graphs.map { graph in Set(graph.objects.dropFirst().map(\.file)) }
    var covered: Set<String> = []
    var roots: [LibraryGraph] = []
    for (index, graph) in graphs.enumerated() {
      guard let file = graph.objects.first?.file else { continue }
      let isBrought = brought.enumerated().contains { $0.offset != index && $0.element.contains(file) }
      if !isBrought {
        roots.append(graph)
        covered.formUnion(brought[index])
        covered.insert(file)
      }
    }
    for (index, graph) in graphs.enumerated() {
      guard let file = graph.objects.first?.file, !covered.contains(file) else { continue }
      roots.append(graph)
      covered.formUnion(brought[index])
    }
    return roots
  }
}
