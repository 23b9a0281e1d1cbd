internal import PythonPackaging

/// Which of two distributions that do not fit may be moved to another release.
extension Evidence {
  /// A statement about a distribution that does not hold, whoever makes it.
  func anyConflict(about provider: String) -> Unfulfilled? {
    environment?.conflicts.first { $0.kind == .version && normalizedName($0.required) == normalizedName(provider) }
  }

  /// The version that metadata asks for; where none does, either of the two may have to move.
  ///
  /// - Parameters:
  ///   - bound: The first release of the provider that is known not to have what is wanted.
  ///   - mayBeNew: Whether a newer release of it may have it, as nothing tells when it came or went.
  func fixes(
    user: String?, provider: String, violated: Unfulfilled?, bound: String? = nil, mayBeNew: Bool = false
  ) -> [Fix] {
    if let violated {
      return [
        Fix("install what \(violated.distribution) requires", commands: [installer.install(violated.requirement)])
      ]
    }
    let upgrade = user.map(newer)
    let own =
      user == nil
      ? Fix("in code of your own, use what \(provider) has instead; else change the version of one of the two") : nil
    // Code of one's own may be newer than what is installed.
    let later = user == nil && mayBeNew && bound == nil ? newer(provider) : nil
    let known = bound.map { bound in
      Fix(
        "or go back before \(provider) \(bound), which removed it", commands: [older(provider, bound, for: user)])
    }
    let other =
      known
      ?? olderBound(of: provider, for: user).map { bound in
        Fix("or try an older \(provider)", commands: [older(provider, bound, for: user)])
      }
    if let user, let upgrade, let other, isCapped(user) {
      return [other, Fix("or \(upgrade.title)", commands: upgrade.commands)]
    }
    return [upgrade, own, later.map { Fix("or \($0.title)", commands: $0.commands) }, other].compactMap(\.self)
  }

  /// Whether something that is installed requires releases of it before some version, so that a newer one may not fit.
  private func isCapped(_ name: String) -> Bool {
    environment?.distributions.values.contains { distribution in
      distribution.requirements.contains { requirement in
        requirement.extra == nil && normalizedName(requirement.name) == normalizedName(name)
          && requirement.specifiers.contains(anyOf: ["<", "==", "~="])
      }
    } ?? false
  }

  /// With the user named as well, installers move what else it requires and the older release does not suit.
  private func older(_ provider: String, _ bound: String, for user: String?) -> String {
    // A local version, as of a build for processors alone, may be in no index (PEP 440).
    let kept = user.map(pinned).flatMap { $0.contains("+") ? nil : $0 }
    return installer.install("\(provider)<\(bound)") + (kept.map { " " + quoted($0) } ?? "")
  }

  /// An attempt: that a newer release exists and helps is not known.
  func newer(_ distribution: String) -> Fix {
    let wanted = ([failure.module].compactMap(\.self) + failure.importChain).map(\.topLevel)
    let newest = DroppedModules.newest(of: distribution, with: wanted)
    return Fix("try a newer \(distribution)", commands: [installer.install(newest, options: ["--upgrade"])])
  }

  /// The first release that does not have a name, if the one that is here is no older.
  func firstWithout(_ wanted: String, _ provider: String) -> String? {
    guard let bound = RemovedNames.firstWithout(wanted), let first = try? Version(bound),
      let here = version(provider).flatMap({ try? Version($0) })
    else { return nil }
    return here >= first ? bound : nil
  }

  /// Where an older release begins that may still have what is wanted.
  ///
  /// Names go with a new major version, or with a minor one where the user was already made for this major version, as
  /// the least version that it requires tells (semver.org, 7 and 8).
  private func olderBound(of provider: String, for user: String?) -> String? {
    guard let parts = version(provider)?.split(separator: "."), let major = parts.first.flatMap({ Int($0) }) else {
      return nil
    }
    let least = user.flatMap { requirement(of: $0, on: provider) }?.specifiers.after(">=")?.prefix { $0.isNumber }
    let isOfThisMajor = least.flatMap { Int($0) }.map { $0 >= major } ?? false
    if user == nil { return major > 1 ? String(major) : nil }
    if major > 0, !isOfThisMajor { return String(major) }
    guard let minor = parts.dropFirst().first, Int(minor).map({ $0 > 0 }) ?? false else { return nil }
    return "\(major).\(minor)"
  }
}
