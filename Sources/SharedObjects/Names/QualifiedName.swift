/// The names of a symbol from the outermost scope inwards, as far as they are plain: `c10`, `Error` of
/// `c10::Error::Error(…)`.
///
/// Read without the rest of the symbol, which may be cut off or be of a kind that ``DemangledName`` does not read.
struct QualifiedName {
  var names: [String] = []

  /// - Parameter mangled: A C++ name; another kind has no names here.
  init(_ mangled: String) {
    let bytes = Array(mangled.utf8.prefix(DemangledName.longestName))
    guard var position = Self.start(of: bytes) else { return }
    if bytes[position...].starts(with: "St".utf8) {
      names.append("std")
      position += 2
    }
    while let (name, end) = Self.sourceName(in: bytes, at: position) {
      names.append(name)
      position = end
    }
  }

  /// Behind what may precede the first name: the kind of a special symbol, `N` and the qualifiers of a member function.
  private static func start(of bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: "_Z".utf8) || bytes.starts(with: "__Z".utf8) else { return nil }
    var position = bytes[1] == .underscore ? 3 : 2
    for prefix in prefixes where bytes[position...].starts(with: prefix.utf8) {
      position += prefix.utf8.count
      break
    }
    while position < bytes.count, "NLZrVKRO".utf8.contains(bytes[position]) { position += 1 }
    return position
  }

  private static let prefixes: [String] = ["TV", "TT", "TI", "TS", "TW", "TH", "GV", "TC"]

  private static func sourceName(in bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
    var position = start
    while position < bytes.count, bytes[position].isDigit { position += 1 }
    guard let length = Int(String(decoding: bytes[start..<position], as: UTF8.self)), length > 0,
      length <= bytes.count - position
    else { return nil }
    let end = position + length
    return (String(decoding: bytes[position..<end], as: UTF8.self), end)
  }
}
