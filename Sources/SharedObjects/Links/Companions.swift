internal import SystemCalls
package import SystemPackage

/// Objects that other code of a process may have loaded before the one that is examined, the likeliest first.
package struct Companions: Sendable {
  package let all: [Companion]
  private let places: [[UInt8]: [Int]]

  package static let none = Companions([])

  package init(_ all: [Companion]) {
    self.all = all
    var places: [[UInt8]: [Int]] = [:]
    for (place, companion) in all.enumerated() { places[companion.name, default: []].append(place) }
    self.places = places
  }

  /// All but those at these paths.
  package func without(_ paths: Set<FilePath>) -> Companions {
    paths.isEmpty ? self : Companions(all.filter { !paths.contains($0.path) })
  }

  /// Those that the loader would take for a library of this name.
  package func named(_ name: [UInt8]) -> [Companion] { (places[name] ?? []).map { all[$0] } }

  /// The first that defines a symbol.
  func definer(of symbol: SymbolReference) -> Companion? {
    all.first { $0.file.definition(of: symbol.name, version: symbol.version) != nil }
  }
}

/// An object that is loaded, or may be.
package struct Companion: Sendable {
  package let path: FilePath
  package let identity: FileIdentity
  let file: ObjectFile
  /// By which the loader knows it once it is loaded: its SONAME, else the name of its file.
  package let name: [UInt8]

  init(path: FilePath, identity: FileIdentity, file: ObjectFile) {
    self.path = path
    self.identity = identity
    self.file = file
    name = file.dynamic.soname ?? path.bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
  }

  /// Whether it defines all versions that are wanted of it.
  func offers(_ versions: [NeededVersion]) -> Bool {
    versions.allSatisfy { $0.isWeak || file.offer(of: $0) != .missing }
  }

  /// Whether it defines a symbol of this name, in whichever version.
  package func defines(_ symbol: String) -> Bool {
    (try? SymbolName(symbol)).map { file.definition(of: $0) != nil } ?? false
  }
}
