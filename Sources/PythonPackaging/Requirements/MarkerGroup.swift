/// Comparisons and groups in parentheses: one of the alternatives, of which all members have to be true.
///
/// This is what the precedence of `and` over `or` comes to. There is at least one alternative, none of them empty.
struct MarkerGroup: Hashable, Sendable {
  enum Member: Hashable, Sendable {
    case comparison(MarkerComparison)
    case group(MarkerGroup)
  }

  let alternatives: [[Member]]

  /// A group without the parentheses around the whole of it, which mean nothing.
  init(_ alternatives: [[Member]]) {
    if alternatives.count == 1, let only = alternatives.first, only.count == 1, case .group(let inner)? = only.first {
      self = inner
    } else {
      self.alternatives = alternatives
    }
  }

  /// The comparison, if it holds nothing else: then parentheses around it are not written.
  fileprivate var onlyComparison: MarkerComparison? {
    guard alternatives.count == 1, let only = alternatives.first, only.count == 1 else { return nil }
    guard case .comparison(let comparison)? = only.first else { return nil }
    return comparison
  }

  /// All comparisons, those inside of groups included.
  var comparisons: [MarkerComparison] {
    alternatives.joined().flatMap { member in
      switch member {
      case .comparison(let comparison): [comparison]
      case .group(let group): group.comparisons
      }
    }
  }
}

extension MarkerGroup: CustomStringConvertible {
  var description: String {
    alternatives.map { $0.map(\.description).joined(separator: " and ") }.joined(separator: " or ")
  }
}

extension MarkerGroup.Member: CustomStringConvertible {
  var description: String {
    switch self {
    case .comparison(let comparison): comparison.description
    case .group(let group): "(\(group))"
    }
  }

  /// A group of one comparison is that comparison.
  init(_ group: MarkerGroup) {
    self = group.onlyComparison.map(Self.comparison) ?? .group(group)
  }
}
