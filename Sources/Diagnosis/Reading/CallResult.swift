extension RaisedException {
  /// Where the function comes from that returned what lacks an attribute, as `jwt.encode(…)` in `jwt.encode(…).decode("utf-8")`.
  var returner: NameOrigin? {
    guard case .noAttribute(let name, _) = complaint, let callee = deepest?.source?.callee(returning: name) else {
      return nil
    }
    return origins.first { $0.name == callee.topLevel }
  }
}

extension String {
  /// `jwt.encode` of `x = jwt.encode(a, b()).decode()`, for the attribute `decode`.
  fileprivate func callee(returning attribute: String) -> String? {
    guard let end = range(ofWords: ").\(attribute)") else { return nil }
    var depth = 0
    for place in self[...end.lowerBound].indices.reversed() {
      if self[place] == ")" { depth += 1 }
      if self[place] == "(" { depth -= 1 }
      if depth == 0 {
        let callee = self[..<place].reversed().prefix { $0 == "_" || $0 == "." || $0.isLetter || $0.isNumber }
        return callee.isEmpty ? nil : String(callee.reversed())
      }
    }
    return nil
  }
}
