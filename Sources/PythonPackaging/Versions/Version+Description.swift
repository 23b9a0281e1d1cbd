extension Version: CustomStringConvertible {
  /// The normal form of PEP 440: `v1.0-Alpha.1-post` is `1.0a1.post0`.
  package var description: String {
    var text = epoch == .zero ? "" : "\(epoch)!"
    text += release.map(\.description).joined(separator: ".")
    if let prerelease { text += "\(prerelease.phase)\(prerelease.number)" }
    if let post { text += ".post\(post)" }
    if let dev { text += ".dev\(dev)" }
    if !local.isEmpty { text += "+" + local.map(\.description).joined(separator: ".") }
    return text
  }
}

extension Version.Phase: CustomStringConvertible {
  package var description: String {
    switch self {
    case .alpha: "a"
    case .beta: "b"
    case .candidate: "rc"
    }
  }
}

extension Version.LocalPart: CustomStringConvertible {
  package var description: String {
    switch self {
    case .number(let number): number.description
    case .text(let text): text
    }
  }
}
