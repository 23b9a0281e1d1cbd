import SharedObjects

extension Failure {
  /// The first of a kind, the exceptions' own before what was written elsewhere.
  func loaderMessage(where isWanted: (LoaderMessage) -> Bool) -> LoaderMessage? {
    loaderMessages.first(where: isWanted)
  }
}

extension String {
  /// The distribution whose folder a file lies in, by its path alone.
  var owningDistribution: String? { Frame.Owner(ofFile: self).distribution }
}
