/// Whether wheel tags fit one interpreter and machine, each text looked at once: most wheels of an environment have
/// the same tag.
struct WheelTagOutcomes {
  private enum Outcome {
    case fits
    case mismatch(TagMismatch)
    /// The text is no tag.
    case none
  }

  private let here: CompatibleTags
  private var known: [String: Outcome] = [:]

  init(_ here: CompatibleTags) {
    self.here = here
  }

  /// As ``CompatibleTags/mismatch(_:)`` of a wheel.
  mutating func mismatch(_ wheel: WheelFile) -> TagMismatch? {
    var nearest: TagMismatch?
    for text in wheel.tagTexts {
      switch outcome(text) {
      case .fits: return nil
      case .mismatch(let mismatch): nearest = max(nearest ?? mismatch, mismatch)
      case .none: break
      }
    }
    return nearest
  }

  private mutating func outcome(_ text: String) -> Outcome {
    if let outcome = known[text] { return outcome }
    let outcome: Outcome =
      (try? WheelTagSet(text)).map { tags in here.mismatch(tags).map(Outcome.mismatch) ?? .fits } ?? .none
    known[text] = outcome
    return outcome
  }
}
