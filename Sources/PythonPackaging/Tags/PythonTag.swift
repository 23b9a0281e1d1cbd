/// The first part of a wheel tag, as far as people want to read it.
struct PythonTag: CustomStringConvertible {
  private let implementation: String
  private let version: String

  /// `python ::= ('py' | 'cp' | 'pp' | 'graalpy' …) digit* 't'?`: the first digit is the major version (PEP 425).
  init?(_ tag: String) {
    let letters = tag.prefix { $0.isASCII && $0.isLetter }
    let digits = tag.dropFirst(letters.count)
    guard let name = Self.names[String(letters)], digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    implementation = name
    version = digits.count > 1 ? "\(digits.prefix(1)).\(digits.dropFirst())" : String(digits)
  }

  /// PEP 425, "Python Tag"; GraalPy's own wheels.
  private static let names: [String: String] = [
    "py": "Python", "cp": "CPython", "pp": "PyPy", "ip": "IronPython", "jy": "Jython", "graalpy": "GraalPy",
  ]

  var description: String { version.isEmpty ? implementation : "\(implementation) \(version)" }
}
