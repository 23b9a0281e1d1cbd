package import SystemPackage

/// The Python that is asked, found without starting it where that is possible.
package struct Interpreter: Sendable, Equatable {
  /// The environment's own `bin/python`, links not followed: CPython finds pyvenv.cfg by this name (PEP 405).
  package var executable: FilePath
  package var libpython: FilePath
  package var version: PythonVersion
  package var foundBy: PythonSource
  package var warnings: [InterpreterWarning] = []

  package init(
    executable: FilePath, libpython: FilePath, version: PythonVersion, foundBy: PythonSource,
    warnings: [InterpreterWarning] = []
  ) {
    self.executable = executable
    self.libpython = libpython
    self.version = version
    self.foundBy = foundBy
    self.warnings = warnings
  }
}

/// How an interpreter was found; the raw value is the contract's `found_by`.
package enum PythonSource: String, Sendable {
  case option = "--python"
  case virtualEnvironment = "VIRTUAL_ENV"
  case conda = "CONDA_PREFIX"
  case projectFolder = ".venv"
  case searchPath = "PATH"
}

/// Something about the interpreter that may matter to a verdict.
package enum InterpreterWarning: Sendable, Equatable {
  /// The interpreter has no libpython of its own; this one is of the same minor version.
  case borrowedLibrary(FilePath)
  /// A `python3` on PATH that is none or does not work was passed over.
  case passedOver(FilePath, reason: String)
}

/// A minor version of Python and the flag of its ABI: what file names of libpython tell.
package struct PythonVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var major: Int
  package var minor: Int
  /// Built without a global lock (PEP 703): `libpython3.13t`.
  package var isFreeThreaded = false

  package init(_ major: Int, _ minor: Int, isFreeThreaded: Bool = false) {
    self.major = major
    self.minor = minor
    self.isFreeThreaded = isFreeThreaded
  }

  /// The version at the start of `text`: `3.11`, `3.13t`, `3.12.1`.
  init?(prefixOf text: Substring) {
    let numbers = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }.split(
      separator: ".", omittingEmptySubsequences: false)
    guard numbers.count >= 2, let major = Int(numbers[0]), let minor = Int(numbers[1]) else { return nil }
    self.init(major, minor, isFreeThreaded: text.dropFirst(numbers[0].count + 1 + numbers[1].count).first == "t")
  }

  /// What realimport can embed: the limited API of 3.9 is what it calls.
  package static let oldest = PythonVersion(3, 9)

  package static func < (one: PythonVersion, other: PythonVersion) -> Bool {
    (one.major, one.minor) < (other.major, other.minor)
  }

  package var description: String { "\(major).\(minor)\(isFreeThreaded ? "t" : "")" }
}
