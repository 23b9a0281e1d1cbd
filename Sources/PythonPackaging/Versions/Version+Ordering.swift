// PEP 440, "Summary of permitted suffixes and relative ordering" and "Local version identifiers".

extension Version: Comparable {
  package static func == (left: Version, right: Version) -> Bool {
    left.epoch == right.epoch && left.significantRelease == right.significantRelease
      && left.prerelease == right.prerelease && left.post == right.post && left.dev == right.dev
      && left.local == right.local
  }

  package static func < (left: Version, right: Version) -> Bool {
    if left.epoch != right.epoch { return left.epoch < right.epoch }
    let leftRelease = left.significantRelease
    let rightRelease = right.significantRelease
    if leftRelease != rightRelease { return leftRelease.lexicographicallyPrecedes(rightRelease) }
    if left.stage != right.stage { return left.stage < right.stage }
    if left.post != right.post { return isAscending(left.post, right.post, absent: .first) }
    if left.dev != right.dev { return isAscending(left.dev, right.dev, absent: .last) }
    return left.local.lexicographicallyPrecedes(right.local)
  }

  /// The release without trailing zeros, which do not count.
  private var significantRelease: ArraySlice<Numeral> {
    let last = release.lastIndex { $0 != .zero }
    return release[..<(last.map { $0 + 1 } ?? 0)]
  }

  /// Where this stands between the first development release and the final one.
  private var stage: Stage {
    if let prerelease { return .prerelease(prerelease) }
    return dev != nil && post == nil ? .development : .final
  }

  private enum Absence { case first, last }

  private static func isAscending(_ left: Numeral?, _ right: Numeral?, absent: Absence) -> Bool {
    switch (left, right) {
    case (let left?, let right?): left < right
    case (nil, _?): absent == .first
    case (_?, nil): absent == .last
    case (nil, nil): false
    }
  }
}

extension Version: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(epoch)
    hasher.combine(significantRelease)
    hasher.combine(prerelease)
    hasher.combine(post)
    hasher.combine(dev)
    hasher.combine(local)
  }
}

/// What comes before what among the versions of one release, post-releases aside.
private enum Stage: Comparable {
  case development
  case prerelease(Version.Prerelease)
  case final
}

extension Version.Prerelease: Comparable {
  package static func < (left: Version.Prerelease, right: Version.Prerelease) -> Bool {
    left.phase == right.phase ? left.number < right.number : left.phase.rawValue < right.phase.rawValue
  }
}

extension Version.LocalPart: Comparable {
  /// A number comes after any text.
  package static func < (left: Version.LocalPart, right: Version.LocalPart) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.text, .number): true
    case (.number, .text): false
    }
  }
}
