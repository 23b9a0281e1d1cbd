/// The markers that were read already, by their text: a whole environment's metadata states few different ones.
///
/// Not `Sendable`: the environment is read by one thread.
package final class MarkerMemory {
  private var markers: [String: Marker] = [:]

  package init() {}

  /// The marker that a text stands for; what is refused is read anew each time, for the problem's sake.
  func marker(_ text: String, orRead read: () throws(MarkerProblem) -> Marker) throws(MarkerProblem) -> Marker {
    if let known = markers[text] { return known }
    let marker = try read()
    markers[text] = marker
    return marker
  }
}
