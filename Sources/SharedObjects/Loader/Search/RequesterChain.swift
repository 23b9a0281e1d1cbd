/// The object that needs a library, the one that needed that, and so on: whose DT_RPATH counts.
struct RequesterChain: Sequence, IteratorProtocol {
  private let objects: [LoadedObject]
  private var place: Int?

  /// - Parameter object: A place in `objects`, of which the first is the program; `nil` for a library that nobody needs.
  init(_ objects: [LoadedObject], from object: Int?) {
    (self.objects, place) = (objects, object)
  }

  var program: LoadedObject? { objects.first }

  /// The object that needs the library itself.
  var first: LoadedObject? { place.flatMap { objects.indices.contains($0) ? objects[$0] : nil } }

  /// Requesters stand before what they need, so there is an end.
  mutating func next() -> LoadedObject? {
    guard let object = first else { return nil }
    place = object.requester
    return object
  }
}
