/// The last part of a wheel tag, understood.
enum PlatformTag: Hashable {
  /// Any system and machine.
  case any
  /// The builder's own Linux, without a promise about its libraries.
  case linux(architecture: String)
  case libc(Libc, architecture: String)
  /// Another system, in the words of its makers: `Windows`, `macOS`.
  case foreign(system: String)
  /// What no standard describes.
  case unknown

  /// `platform ::= 'any' | 'linux_' machine | manylinux | musllinux | foreign`, in lower case.
  init(_ text: String) {
    if text == "any" {
      self = .any
    } else if let linux = Self.manylinux(text) ?? Self.musllinux(text) {
      self = linux
    } else if let machine = text.dropping("linux_") {
      self = .linux(architecture: machine)
    } else if let system = Self.foreignSystems.first(where: { text.hasPrefix($0.prefix) })?.system {
      self = .foreign(system: system)
    } else {
      self = .unknown
    }
  }

  /// `manylinux ::= 'manylinux_' version '_' machine | ('manylinux1' | 'manylinux2010' | 'manylinux2014') '_' machine`:
  /// PEP 600, and what it makes of the names of PEP 513, 571 and 599.
  private static func manylinux(_ text: String) -> PlatformTag? {
    if let (version, machine) = versioned(text, "manylinux_") { return .libc(.glibc(version), architecture: machine) }
    for (prefix, version) in aliases {
      if let machine = text.dropping(prefix) { return .libc(.glibc(version), architecture: machine) }
    }
    return nil
  }

  private static let aliases: [(prefix: String, version: LibcVersion)] = [
    ("manylinux1_", LibcVersion(2, 5)), ("manylinux2010_", LibcVersion(2, 12)), ("manylinux2014_", LibcVersion(2, 17)),
  ]

  /// `musllinux ::= 'musllinux_' version '_' machine` (PEP 656).
  private static func musllinux(_ text: String) -> PlatformTag? {
    versioned(text, "musllinux_").map { .libc(.musl($0), architecture: $1) }
  }

  /// `version ::= number '_' number`, each without leading zeros, since tags are compared as texts.
  private static func versioned(_ text: String, _ prefix: String) -> (LibcVersion, String)? {
    guard let rest = text.dropping(prefix) else { return nil }
    let parts = rest.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let major = number(parts[0]), let minor = number(parts[1]) else { return nil }
    return (LibcVersion(major, minor), String(parts[2]))
  }

  private static func number(_ digits: Substring) -> Int? {
    var cursor = ByteCursor(digits.utf8)
    guard let number = cursor.takeNumber(), cursor.isAtEnd, "\(number)" == digits else { return nil }
    return number
  }

  /// packaging.python.org, "Platform compatibility tags", and what the index accepts.
  private static let foreignSystems: [(prefix: String, system: String)] = [
    ("win32", "Windows"), ("win_", "Windows"), ("macosx_", "macOS"), ("ios_", "iOS"), ("android_", "Android"),
    ("emscripten_", "Emscripten"), ("pyodide_", "Emscripten"), ("pyemscripten_", "Emscripten"), ("wasi_", "WASI"),
    ("freebsd_", "FreeBSD"), ("openbsd_", "OpenBSD"), ("netbsd_", "NetBSD"), ("solaris_", "Solaris"), ("aix_", "AIX"),
    ("cygwin_", "Cygwin"), ("mingw_", "Windows"),
  ]
}

extension String {
  /// What follows `prefix`.
  func dropping(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
