extension LibraryObjectReport {
  /// All objects of the graphs, those that are the same once.
  package static func all(in graphs: [LibraryGraph]) -> [LibraryObjectReport] {
    let requested = Set(graphs.compactMap { $0.objects.first?.file })
    var told: Set<LibraryObjectReport> = []
    return graphs.flatMap { graph in
      graph.objects.map { LibraryObjectReport($0, in: graph, isRequested: requested.contains($0.file)) }
    }.filter { told.insert($0).inserted }
  }

  private init(_ object: LibraryObject, in graph: LibraryGraph, isRequested: Bool) {
    self.init(
      file: object.file, distribution: object.distribution?.name, version: object.distribution?.version,
      requested: isRequested, needed: object.needs.map { NeededLibraryReport($0, in: graph) },
      undefinedSymbols: object.undefinedSymbols, problems: object.allProblems)
  }
}

extension NeededLibraryReport {
  fileprivate init(_ need: LibraryNeed, in graph: LibraryGraph) {
    self.init(name: need.name, rule: .notFound)
    switch need.result {
    case .found(let object, let rule):
      file = graph.objects.indices.contains(object) ? graph.objects[object].file : nil
      (self.rule, ruleOf, loadedBy) = (rule.rule, rule.file, rule.loadedBy)
    case .driver(let driver): self.driver = driver
    case .notSought: self.rule = .notSought
    case .missing: break
    }
  }
}
