/// A wheel whose tags do not fit, as pip names it (PEP 427: `NAME-VERSION[-BUILD]-PYTHON-ABI-PLATFORM.whl`).
struct RefusedWheel: Equatable {
  /// pip, pip/_internal/index/package_finder.py and resolution/resolvelib/factory.py.
  static let words = ".whl is not a supported wheel on this platform"

  let distribution: String
  let platform: String
  /// Whether it is for one release of CPython alone.
  let isOfOnePython: Bool

  /// - Parameter message: The line that names the file.
  init?(_ message: String) {
    guard let end = message.range(ofWords: Self.words),
      let file = message[..<end.lowerBound].split(whereSeparator: \.isWhitespace).last
    else { return nil }
    let parts = String(file).fileName.split(separator: "-").map(String.init)
    guard parts.count >= 5 else { return nil }
    let (python, abi) = (parts[parts.count - 3], parts[parts.count - 2])
    distribution = normalizedName(parts[0])
    platform = parts[parts.count - 1]
    isOfOnePython = python.hasPrefix("cp") && abi.hasPrefix("cp")
  }
}
