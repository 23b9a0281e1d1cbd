import ArgumentParser
import Probing
import PythonPackaging

/// What the user names, before it is known what is installed.
enum RequestedTarget: Hashable {
  case module(Target)
  /// A distribution, hence its top-level modules, perhaps in a certain version.
  case distribution(Requirement, text: String)

  /// What can be a module is one; whether there is a distribution of that name matters only where there is no module.
  /// - Throws: `ValidationError`, in words for the user.
  init(parsing text: String) throws {
    do throws(TargetProblem) {
      self = .module(try Target(parsing: text))
    } catch {
      guard Self.mayBeRequirement(text) else { throw ValidationError(Self.message(error, text)) }
      do {
        self = .distribution(try Self.requirement(text), text: text)
      } catch let requirementError {
        throw Self.isMeantAsRequirement(text) ? requirementError : ValidationError(Self.message(error, text))
      }
    }
  }

  /// A requirement that stands somewhere else than on the command line.
  static func requirement(_ text: String) throws -> Requirement {
    do throws(RequirementProblem) {
      return try Requirement(text)
    } catch {
      throw WrongRequirement(
        sentence: "`\(shortened(text))` is no requirement: \(error.message), at character \(error.column)",
        excerpt: error.caret)
    }
  }

  var text: String {
    switch self {
    case .module(let target): target.text
    case .distribution(_, let text): text
    }
  }

  /// Whether it is a module, or an attribute of it.
  func isOfModule(_ module: String) -> Bool {
    if case .module(let target) = self { target.module == module } else { false }
  }

  /// Dots alone make no requirement: `torch..nn` is a module that is written wrongly. A distribution's name may begin
  /// with a digit.
  private static func mayBeRequirement(_ text: String) -> Bool {
    if text.utf8.contains(where: { "-[<>=!~@;( ".utf8.contains($0) }) { return true }
    return text.first?.isNumber == true && text.contains(where: \.isLetter) && DistributionName(text).isValid
  }

  /// Signs that stand in requirements only, and not in other mistakes.
  private static func isMeantAsRequirement(_ text: String) -> Bool {
    text.utf8.contains { "[<>=!~".utf8.contains($0) }
  }

  private static func message(_ problem: TargetProblem, _ text: String) -> String {
    text.count <= longestShown ? problem.message : "`\(shortened(text))` is no module name"
  }

  private static func shortened(_ text: String) -> String {
    text.count <= longestShown ? text : "\(text.prefix(longestShown))…"
  }

  /// Nobody reads more of it.
  private static let longestShown = 100
}

/// A requirement of the user's that is none, in words for the user.
struct WrongRequirement: Error {
  var sentence: String
  /// The text, and below it a caret at the place.
  var excerpt: String
}
