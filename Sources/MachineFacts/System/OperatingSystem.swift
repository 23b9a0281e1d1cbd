/// The distribution of Linux, from `/etc/os-release` (os-release(5)).
package struct OperatingSystem: Sendable, Equatable {
  /// `debian`.
  package var id: String?
  /// `12`.
  package var version: String?
  /// For people: `Debian GNU/Linux 12 (bookworm)`.
  package var prettyName: String?

  /// `nil` where neither of the standard's two files is there.
  package init?(_ root: SystemRoot) {
    guard let bytes = root.bytes("/etc/os-release") ?? root.bytes("/usr/lib/os-release") else { return nil }
    for line in KeyedLines(bytes, sign: "=") {
      if line.has(key: "ID") { id = Self.unquoted(line.value) }
      if line.has(key: "VERSION_ID") { version = Self.unquoted(line.value) }
      if line.has(key: "PRETTY_NAME") { prettyName = Self.unquoted(line.value) }
    }
  }

  /// A value of the shell: in quotes or bare, with `\` before what would mean something; `nil` where it is empty.
  private static func unquoted(_ value: ArraySlice<UInt8>) -> String? {
    var value = value
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = value.dropFirst()
      if value.last == quote { value = value.dropLast() }
    }
    var plain: [UInt8] = []
    while let byte = value.popFirst() {
      if byte == UInt8(ascii: "\\"), let escaped = value.popFirst() {
        plain.append(escaped)
      } else {
        plain.append(byte)
      }
    }
    return plain.isEmpty ? nil : String(decoding: plain, as: UTF8.self)
  }
}
