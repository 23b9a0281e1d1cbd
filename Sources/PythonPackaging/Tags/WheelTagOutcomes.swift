/// Whether wheel tags fit one interpreter and machine, each text looked at once: most wheels of an environment have
/// the same tag.
struct WheelTagOutcomes {
  private enum Outcome {
    case fits
    case mismatch(TagMismatch)
    case invalid(WheelTagProblem)
  }

  private let here: CompatibleTags
  private var known: [String: Outcome] = [:]

  init(_ here: CompatibleTags) {
    self.here = here
  }

  /// As ``CompatibleTags/mismatch(_:)`` of a wheel, and those of its tags that are none.
  mutating func judge(_ wheel: WheelFile) -> (mismatch: TagMismatch?, problems: [WheelTagProblem]) {
    var nearest: TagMismatch?
    var fits = false
    var problems: [WheelTagProblem] = []
    for text in wheel.tagTexts {
      switch outcome(text) {
      case .fits: fits = true
      case .mismatch(let mismatch): nearest = max(nearest ?? mismatch, mismatch)
      case .invalid(let problem): problems.append(problem)
      }
    }
    return (fits ? nil : nearest, problems)
  }

  private mutating func outcome(_ text: String) -> Outcome {
    if let outcome = known[text] { return outcome }
    let outcome = judge(text)
    known[text] = outcome
    return outcome
  }

  private func judge(_ text: String) -> Outcome {
    do throws(WheelTagProblem) {
      return here.mismatch(try WheelTagSet(text)).map(Outcome.mismatch) ?? .fits
    } catch {
      return .invalid(error)
    }
  }
}
