/// For which Python an extension module's file is, by its name: `_C.cpython-311-x86_64-linux-gnu.so` (PEP 3149),
/// `_C.abi3.so` (PEP 384), `_C.so`.
///
/// A Python passes over files that are not meant for it, as if they were not there: it knows the suffixes of the table
/// `_PyImport_DynLoadFiletab` (CPython: Python/dynload_shlib.c) and no others.
package enum ExtensionFileTag: Hashable, Sendable {
  /// One version of CPython, with the flags of its ABI, and the platform as Debian's multiarch writes it, if it is
  /// named: `311`, `x86_64-linux-gnu`.
  case cpython(version: String, platform: String?)
  /// Every later version with the same stable ABI: `abi3`, `abi3t`.
  case stable(abi: String)
  /// Whatever Python finds it.
  case untagged
  /// Another implementation or system: `pypy39-pp73-x86_64-linux-gnu`, `cp311-win_amd64`, `pyd`.
  case other(String)

  /// `file ::= module ('.' tag)? ('.so' | '.pyd')`; `nil` for a name that no Python imports, such as `libfoo.so.1` or
  /// `libfoo.2.so`.
  ///
  /// - Parameter fileName: The last component of a path.
  package init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0] != "", let suffix = parts.last else { return nil }
    let tag = parts.count == 3 ? String(parts[1]) : nil
    switch suffix {
    case "pyd": self = .other(tag ?? "pyd")
    case "so":
      guard let tag else {
        self = .untagged
        return
      }
      guard let known = Self.cpython(tag) ?? Self.stable(tag) ?? Self.foreign(tag) else { return nil }
      self = known
    default: return nil
    }
  }

  /// `stable ::= 'abi3' | 'abi3t'`
  private static func stable(_ tag: String) -> ExtensionFileTag? {
    tag == "abi3" || tag == "abi3t" ? .stable(abi: tag) : nil
  }

  /// `foreign ::= implementation version ('-' name)*`: the file names of PyPy, GraalPy, Pyston and CPython elsewhere.
  private static func foreign(_ tag: String) -> ExtensionFileTag? {
    ["pypy", "graalpy", "pyston", "cp"].contains { name in
      tag.dropping(name)?.first.map { $0.isNumber || $0 == "-" } == true
    } ? .other(tag) : nil
  }

  /// `cpython ::= 'cpython-' digit+ flag* ('-' platform)?`
  private static func cpython(_ tag: String) -> ExtensionFileTag? {
    guard let rest = tag.dropping("cpython-") else { return nil }
    let parts = rest.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let version = parts.first, version.first?.isNumber == true else { return nil }
    return .cpython(version: String(version), platform: parts.count > 1 ? String(parts[1]) : nil)
  }
}

extension CompatibleTags {
  /// Why this Python does not see a file with such a name; `nil` where it does.
  package func mismatch(_ file: ExtensionFileTag) -> TagMismatch? {
    switch file {
    case .untagged: return nil
    case .stable(let abi): return abi == python.stableABI ? nil : .otherABI(abi)
    case .other(let tag): return Self.other(tag)
    case .cpython(let version, let platform): return self.platform(platform) ?? self.version(version)
    }
  }

  private static func other(_ tag: String) -> TagMismatch {
    // PEP 3149 does not reach Windows: `.pyd`, `.cp311-win_amd64.pyd` (CPython: PC/pyconfig.h).
    if tag == "pyd" || tag.contains("-win") || tag.contains("-mingw") { return .otherSystem("Windows") }
    return .otherPython(String(tag.prefix { $0 != "-" }))
  }

  private func version(_ version: String) -> TagMismatch? {
    if version == python.flaggedDigits { return nil }
    let digits = version.prefix { $0.isNumber }
    return digits == python.digits ? .otherABI("cp\(version)") : .otherPython("cp\(digits)")
  }

  /// `platform ::= machine '-linux-' environment`, `darwin`: Debian's wiki, "Multiarch/Tuples".
  private func platform(_ platform: String?) -> TagMismatch? {
    guard let platform else { return nil }
    if platform == "darwin" { return .otherSystem("macOS") }
    let parts = platform.split(separator: "-")
    guard parts.count == 3, parts[1] == "linux" else { return .unknownPlatform(platform) }
    let environment = parts[2]
    guard parts[0] == machine.multiarchName else { return .otherMachine(String(parts[0])) }
    guard let libc = machine.libc else { return nil }
    let isMusl = environment.hasPrefix("musl")
    return isMusl == (libc.name == "musl") ? nil : .otherLibc(isMusl ? "musl" : "glibc")
  }
}

extension TagMachine {
  /// The machine's name in multiarch tuples, which is another one for those of 32 bits and IBM's.
  fileprivate var multiarchName: String {
    switch architecture {
    case "i486", "i586", "i686": "i386"
    case "armv6l", "armv7l", "armv8l": "arm"
    case "ppc64": "powerpc64"
    case "ppc64le": "powerpc64le"
    default: architecture
    }
  }
}
