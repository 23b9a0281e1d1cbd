import PythonPackaging
import SharedObjects
import SystemPackage

/// Objects that may be loaded before those of one distribution, with the distributions that they come from.
struct CompanionSet {
  let subject: InstalledDistribution
  private(set) var companions = Companions.none
  /// The nearest first.
  private(set) var members: [InstalledDistribution] = []
  private var origins: [FilePath: Origin] = [:]
  private var known: Set<InstalledDistribution> = []

  struct Origin {
    let companion: Companion
    let distribution: InstalledDistribution
    let relation: Relation
  }

  /// Why something of a distribution may be loaded before.
  enum Relation {
    case same, required, requiredInTurn, imported, importedInTurn
  }

  init(subject: InstalledDistribution) { self.subject = subject }

  func contains(_ distribution: InstalledDistribution) -> Bool { known.contains(distribution) }

  subscript(path: FilePath) -> Origin? { origins[path] }

  mutating func add(_ companions: [Companion], of distribution: InstalledDistribution, _ relation: Relation) {
    guard known.insert(distribution).inserted else { return }
    members.append(distribution)
    for companion in companions {
      origins[companion.path] = Origin(companion: companion, distribution: distribution, relation: relation)
    }
    if !companions.isEmpty { self.companions = Companions(self.companions.all + companions) }
  }
}

extension CompanionSet.Origin {
  /// Who has loaded it, and why that is to be expected.
  func words(for subject: InstalledDistribution) -> String {
    let name = [distribution.name.text, distribution.versionText].compactMap(\.self).joined(separator: " ")
    return switch relation {
    case .same: "\(name) itself"
    case .required: "\(name), which \(subject.name.text) requires"
    case .requiredInTurn: "\(name), which \(subject.name.text) requires in turn"
    case .imported: "\(name), which \(subject.name.text) imports"
    case .importedInTurn: "\(name), which comes with what \(subject.name.text) imports"
    }
  }
}
