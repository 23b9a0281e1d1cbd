extension Specifier: Hashable {
  /// Whether both say the same: the version's spelling does not matter, nor zeros at its end, where they mean nothing.
  ///
  /// After `~=` they do: `~=2.2.0` keeps two numbers and `~=2.2` one. What ends in `.*` or follows `===` is compared
  /// as it was written (`Specifier.__eq__` of pypa's `packaging`).
  package static func == (left: Specifier, right: Specifier) -> Bool {
    guard left.operator == right.operator else { return false }
    switch (left.operand, right.operand) {
    case (.version(let version), .version(let other)):
      return version == other && (left.operator != .compatible || version.release.count == other.release.count)
    default: return left.written == right.written
    }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(self.operator)
    if case .version(let version) = operand {
      hasher.combine(version)
    } else {
      hasher.combine(written)
    }
  }
}
