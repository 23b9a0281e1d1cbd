extension Marker {
  /// Whether the condition holds.
  ///
  /// - Throws: what has no meaning in it, even where the rest would decide, as `packaging` does.
  package func evaluate(
    in environment: MarkerEnvironment, context: MarkerContext = .metadata(extra: "")
  ) throws(MarkerEvaluationProblem) -> Bool {
    try MarkerEvaluation(environment: environment, context: context).holds(group)
  }

  /// Whether the condition holds for one of the extras that were asked for, or without one where none were; so pip
  /// decides whether a requirement concerns an installed distribution.
  package func evaluate(
    in environment: MarkerEnvironment, extras: Set<DistributionName>
  ) throws(MarkerEvaluationProblem) -> Bool {
    guard !extras.isEmpty else { return try evaluate(in: environment) }
    var holds = false
    for extra in extras {
      // Not the first alone: whether something is thrown must not depend on the order of a set.
      let holdsNow = try evaluate(in: environment, context: .metadata(extra: extra.text))
      holds = holds || holdsNow
    }
    return holds
  }
}

/// The rules of comparisons: packaging.python.org, "Dependency specifiers", as pypa's `packaging` follows them.
private struct MarkerEvaluation {
  let environment: MarkerEnvironment
  let context: MarkerContext

  func holds(_ group: MarkerGroup) throws(MarkerEvaluationProblem) -> Bool {
    var holdsAny = false
    for members in group.alternatives {
      var holdsAll = true
      for member in members {
        let holdsNow = try holds(member)
        holdsAll = holdsAll && holdsNow
      }
      holdsAny = holdsAny || holdsAll
    }
    return holdsAny
  }

  private func holds(_ member: MarkerGroup.Member) throws(MarkerEvaluationProblem) -> Bool {
    switch member {
    case .comparison(let comparison): try holds(comparison)
    case .group(let group): try holds(group)
    }
  }

  /// One side names a variable and the other one is taken as text, even if it is a variable, too. Where both are
  /// strings, the right one is looked up: `packaging` does so.
  private func holds(_ comparison: MarkerComparison) throws(MarkerEvaluationProblem) -> Bool {
    if case .variable(let variable) = comparison.left {
      let value = try value(of: variable.rawValue)
      guard case .text(let left) = value else { throw .undefinedComparison("\(comparison)") }
      return try compare(left, comparison, .text(comparison.right.text), key: variable)
    }
    let name = comparison.right.text
    let right = try value(of: name)
    guard let key = MarkerVariable(rawValue: name) else { throw .undefinedName(name) }
    return try compare(comparison.left.text, comparison, right, key: key)
  }

  private enum Value {
    case text(String)
    case names(Set<DistributionName>)
  }

  private func value(of name: String) throws(MarkerEvaluationProblem) -> Value {
    guard let variable = MarkerVariable(rawValue: name) else { throw .undefinedName(name) }
    if let text = environment[variable] { return .text(text) }
    switch (variable, context) {
    case (.extra, .metadata(let extra)): return .text(DistributionName(extra).normalized)
    case (.extras, .lockFile(let names, _)), (.dependencyGroups, .lockFile(_, let names)):
      return .names(Set(names.map(DistributionName.init)))
    default: throw .undefinedName(name)
    }
  }

  private func compare(
    _ left: String, _ comparison: MarkerComparison, _ right: Value, key: MarkerVariable
  ) throws(MarkerEvaluationProblem) -> Bool {
    switch right {
    case .names(let names): return try compare(DistributionName(left), comparison, names)
    case .text(let right):
      if key.isVersion, let specifier = try? Specifier(comparison.sign.text + right) {
        return specifier.contains(text: left)
      }
      return try compare(left, comparison, right)
    }
  }

  /// As strings are compared; greater and less mean nothing between them, and are not true.
  private func compare(
    _ left: String, _ comparison: MarkerComparison, _ right: String
  ) throws(MarkerEvaluationProblem) -> Bool {
    switch comparison.sign {
    case .isIn: return right.utf8.containsBytes(left.utf8)
    case .isNotIn: return !right.utf8.containsBytes(left.utf8)
    case .version(.equal), .version(.atMost), .version(.atLeast): return left.utf8.elementsEqual(right.utf8)
    case .version(.notEqual): return !left.utf8.elementsEqual(right.utf8)
    case .version(.below), .version(.above): return false
    case .version(.compatible), .version(.arbitrary): throw .undefinedComparison("\(comparison)")
    }
  }

  /// A name is a member of a set, and never equal to one.
  private func compare(
    _ left: DistributionName, _ comparison: MarkerComparison, _ right: Set<DistributionName>
  ) throws(MarkerEvaluationProblem) -> Bool {
    switch comparison.sign {
    case .isIn: return right.contains(left)
    case .isNotIn: return !right.contains(left)
    case .version(.notEqual): return true
    case .version(.compatible), .version(.arbitrary): throw .undefinedComparison("\(comparison)")
    case .version: return false
    }
  }
}

extension MarkerComparison.Operand {
  fileprivate var text: String {
    switch self {
    case .variable(let variable): variable.rawValue
    case .value(let text): text
    }
  }
}

extension String.UTF8View {
  /// Whether `part` stands somewhere in it. By bytes: Swift's characters would join what Python keeps apart.
  fileprivate func containsBytes(_ part: String.UTF8View) -> Bool {
    var rest = self[...]
    while rest.count >= part.count {
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
