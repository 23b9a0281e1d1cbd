import ArgumentParser
import Configuration
import Probing
import PythonPackaging

/// A check that a project's table or a suite asks for, understood as far as that needs no environment.
struct RequestedCheck {
  var name: String
  /// In the order of their imports, in one process.
  var targets: [Target]
  var requirements: [RequestedRequirement]
  var expressions: [String]
  var variables: [String: String]
  var isOptional: Bool
  var timeout: Duration?

  /// - Throws: `ValidationError` for text that is no module, attribute or requirement.
  init(_ configured: ConfiguredCheck) throws {
    name = configured.name
    do {
      targets = try Self.targets(configured)
      requirements = try configured.requirements.map(RequestedRequirement.init)
    } catch let problem as TargetProblem {
      throw ValidationError("In the check \(name): \(problem.message)")
    } catch let problem as WrongRequirement {
      throw WrongRequirement(sentence: "In the check \(name): \(problem.sentence)", excerpt: problem.excerpt)
    }
    expressions = configured.expressions
    variables = configured.environment
    isOptional = configured.isOptional
    timeout = configured.timeout
  }

  /// In the order of the modules; one that an attribute is looked up in needs no target of its own.
  private static func targets(_ configured: ConfiguredCheck) throws(TargetProblem) -> [Target] {
    var attributes: [Target] = []
    for text in configured.attributes { attributes.append(try Target(parsing: text)) }
    var targets: [Target] = []
    for text in configured.modules {
      let module = try Target(parsing: text)
      let own = attributes.filter { $0.module == module.module }
      targets += own.isEmpty ? [module] : own
    }
    return targets + attributes.filter { !targets.contains($0) }
  }
}

enum RequestedRequirement {
  case written(Requirement)
  /// What the metadata of the first states about the second.
  case stated(by: DistributionName, about: DistributionName)

  init(_ requirement: CheckRequirement) throws {
    switch requirement {
    case .written(let text): self = .written(try RequestedTarget.requirement(text))
    case .stated(let stater, let other): self = .stated(by: DistributionName(stater), about: DistributionName(other))
    }
  }
}
