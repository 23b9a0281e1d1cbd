import PythonPackaging
import SharedObjects
import SystemPackage

/// Objects that may be loaded before those of one distribution, or before a file, with the distributions that they come
/// from.
struct CompanionSet {
  private(set) var companions = Companions.none
  /// The nearest first.
  private(set) var members: [InstalledDistribution] = []
  private var origins: [FilePath: Origin] = [:]
  private var relations: [InstalledDistribution: Relation] = [:]

  struct Origin {
    let companion: Companion
    let distribution: InstalledDistribution
    let relation: Relation
  }

  /// Why something of a distribution may be loaded before.
  enum Relation {
    case same, required, requiredInTurn, imported, importedInTurn
    /// It is a user of what is examined, or comes with one.
    case requiring, requiredWith
    /// It has a library that the file needs, and nothing else tells that it is imported.
    case needed
    case neededInTurn
  }

  func contains(_ distribution: InstalledDistribution) -> Bool { relations[distribution] != nil }

  /// Those whose code may name a library of the others: what is examined, and its users.
  var speakers: [InstalledDistribution] {
    members.filter { relations[$0] == .same || relations[$0] == .requiring }
  }

  subscript(path: FilePath) -> Origin? { origins[path] }

  mutating func add(_ companions: [Companion], of distribution: InstalledDistribution, _ relation: Relation) {
    guard relations[distribution] == nil else { return }
    relations[distribution] = relation
    members.append(distribution)
    for companion in companions {
      origins[companion.path] = Origin(companion: companion, distribution: distribution, relation: relation)
    }
    if !companions.isEmpty { self.companions = Companions(self.companions.all + companions) }
  }
}

extension CompanionSet.Origin {
  /// Who has loaded it, and why that is to be expected.
  ///
  /// - Parameter subject: The distribution that is examined; `nil` for a file of nobody.
  func words(for subject: InstalledDistribution?) -> String {
    let name = [distribution.name.text, distribution.versionText].compactMap(\.self).joined(separator: " ")
    let subject = subject?.name.text ?? "it"
    return switch relation {
    case .same: "\(name) itself"
    case .required: "\(name), which \(subject) requires"
    case .requiredInTurn: "\(name), which \(subject) requires in turn"
    case .imported: "\(name), which \(subject) imports"
    case .importedInTurn: "\(name), which comes with what \(subject) imports"
    case .requiring: "\(name), which requires \(subject)"
    case .requiredWith: "\(name), which comes with what requires \(subject)"
    case .needed: "\(name), which is taken to be imported before it"
    case .neededInTurn: "\(name), which comes with what is taken to be imported before it"
    }
  }
}
