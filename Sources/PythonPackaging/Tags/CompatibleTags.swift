/// Which wheels an interpreter on a machine can use: the same ones as `packaging.tags.sys_tags()`, without making its
/// hundreds of tags.
///
/// A `_manylinux` module in the environment, by which a system may forbid wheels (PEP 600), is not asked.
package struct CompatibleTags: Hashable, Sendable {
  package let python: CPythonABI
  package let machine: TagMachine

  package init(_ python: CPythonABI, on machine: TagMachine) {
    self.python = python
    self.machine = machine
  }

  package func admits(_ tag: WheelTag) -> Bool { mismatch(tag) == nil }

  /// Whether one of the combinations fits.
  package func admits(_ tags: WheelTagSet) -> Bool { mismatch(tags) == nil }

  /// Why no combination fits, by the one that is nearest to fitting; `nil` where one fits.
  package func mismatch(_ tags: WheelTagSet) -> TagMismatch? {
    var nearest: TagMismatch?
    for tag in tags.tags {
      guard let mismatch = mismatch(tag) else { return nil }
      nearest = max(nearest ?? mismatch, mismatch)
    }
    return nearest
  }

  /// Why the tag does not fit, the gravest reason first; `nil` where it fits.
  package func mismatch(_ tag: WheelTag) -> TagMismatch? {
    let platform = PlatformTag(tag.platform)
    return system(of: platform, tag) ?? interpreter(of: tag, isPortable: platform == .any) ?? libc(of: platform)
  }
}

// MARK: Python and ABI

extension CompatibleTags {
  /// - Parameter isPortable: Whether the tag names no platform.
  private func interpreter(of tag: WheelTag, isPortable: Bool) -> TagMismatch? {
    if let version = tag.python.dropping("py") { return pure(tag, version: version) }
    guard let version = tag.python.dropping("cp") else { return .otherPython(tag.python) }
    let isOwn = version == python.digits
    switch tag.abi {
    case "none": return isOwn ? nil : .otherPython(tag.python)
    case python.stableABI:
      // packaging counts on it from CPython 3.2 on (PEP 384).
      guard isOwn || isOlder(version, since: 2) else { return .otherPython(tag.python) }
    default:
      guard isOwn else { return .otherPython(tag.python) }
      guard tag.abi == "cp\(python.flaggedDigits)" else { return .otherABI(tag.abi) }
    }
    return isPortable ? .abiWithoutPlatform(tag.abi) : nil
  }

  /// `py3`, `py311` and every `py3` with an older minor version, all without an ABI.
  private func pure(_ tag: WheelTag, version: String) -> TagMismatch? {
    guard version == "\(python.major)" || version == python.digits || isOlder(version, since: 0) else {
      return .otherPython(tag.python)
    }
    return tag.abi == "none" ? nil : .otherABI(tag.abi)
  }

  private func isOlder(_ version: String, since oldest: Int) -> Bool {
    guard oldest < python.minor else { return false }
    return (oldest..<python.minor).contains { version == "\(python.major)\($0)" }
  }
}

// MARK: Platform

extension CompatibleTags {
  private func system(of platform: PlatformTag, _ tag: WheelTag) -> TagMismatch? {
    switch platform {
    case .any: return nil
    case .foreign(let system): return .otherSystem(system)
    case .unknown: return .unknownPlatform(tag.platform)
    case .linux(let architecture), .libc(_, let architecture):
      guard machine.architectures.contains(architecture) else { return .otherMachine(architecture) }
    }
    if case .libc(let libc, _) = platform, libc.name != machine.libc?.name { return .otherLibc(libc.name) }
    return nil
  }

  private func libc(of platform: PlatformTag) -> TagMismatch? {
    guard case .libc(let needed, _) = platform, let has = machine.libc else { return nil }
    switch (needed, has) {
    case (.glibc(let version), .glibc(let own)): return glibc(version, needed, own, has)
    // Musl promises nothing across major versions (PEP 656).
    case (.musl(let version), .musl(let own)):
      return version.major == own.major && version <= own ? nil : .newerLibc(needed: needed, has: has)
    default: return .otherLibc(needed.name)
    }
  }

  /// PEP 600: what an older glibc was enough for runs on a newer one.
  private func glibc(_ version: LibcVersion, _ needed: Libc, _ own: LibcVersion, _ has: Libc) -> TagMismatch? {
    guard let oldest = machine.oldestGlibc, version >= oldest else { return .outdatedLibc(needed) }
    return version <= own ? nil : .newerLibc(needed: needed, has: has)
  }
}
