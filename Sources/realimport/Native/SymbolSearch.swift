import Diagnosis
import PythonPackaging
import SharedObjects
import SystemCalls
import SystemPackage

/// Looks for a symbol that nothing defined, and for what is nearly it.
struct SymbolSearch {
  private typealias Candidate = (path: FilePath, file: ObjectFile)

  private let symbol: PrintedSymbol
  private let name: SymbolName?
  private let owners: FileOwners
  private let linked: [Candidate]
  private let others: [Candidate]
  private let provider: InstalledDistribution?

  /// - Parameters:
  ///   - linked: What the loader asks.
  ///   - loaded: What else the process had.
  ///   - provider: The distribution that the symbol is of by its name.
  init(
    _ symbol: PrintedSymbol, linked: [(path: FilePath, file: ObjectFile)], loaded: [FilePath],
    provider: InstalledDistribution?, owners: FileOwners
  ) {
    (self.symbol, self.linked, self.provider, self.owners) = (symbol, linked, provider, owners)
    name = try? SymbolName(symbol.name)
    let own = provider.map { distribution in
      distribution.nativeFiles.map(\.path).filter { LibraryName(path: $0.string) != nil }
    }
    var known = Set(linked.map { $0.path.realPath() ?? $0.path })
    others = (loaded + (own ?? [])).compactMap { path in
      guard known.insert(path.realPath() ?? path).inserted, let file = try? ObjectFile(opening: path) else {
        return nil
      }
      return (path, file)
    }
  }

  func facts(besides object: FilePath?) -> SymbolFacts {
    var facts = SymbolFacts()
    facts.definedByLinked = linked.filter(defines).map { owners.owned($0.path) }
    let libraries = candidates.filter { $0.path != object }
    facts.definedElsewhere = others.filter { $0.path != object && defines($0) }.map { owners.owned($0.path) }
    facts.libraries = libraries.map { owners.owned($0.path) }
    guard facts.definedByLinked.isEmpty, facts.definedElsewhere.isEmpty else { return facts }
    let forms = libraries.flatMap { candidate in
      NearForm.nearest(to: symbol.name, in: candidate.file).map {
        OwnedForm(form: $0, file: owners.owned(candidate.path))
      }
    }
    facts.near = forms.sorted { $0.form.difference < $1.form.difference }
    return facts
  }

  /// The provider's libraries; of an unknown provider, what the object is linked with and an installer brought.
  private var candidates: [Candidate] {
    (linked + others).filter { candidate in
      let owner = owners.installed.owner(ofFile: candidate.path)
      return provider.map { $0 == owner } ?? (owner != nil)
    }
  }

  private func defines(_ candidate: Candidate) -> Bool {
    guard let name, let found = candidate.file.definition(of: name) else { return false }
    return symbol.version.map { wanted in found.version.map { $0.name.string == wanted } ?? true } ?? true
  }
}
