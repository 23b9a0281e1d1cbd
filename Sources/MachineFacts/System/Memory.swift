/// The machine's memory, in bytes, from `/proc/meminfo` (proc(5)).
package struct Memory: Sendable, Equatable {
  package var total: Int?
  /// What could be used without swapping.
  package var available: Int?
  package var swap: Int?

  package init(_ root: SystemRoot) {
    for line in KeyedLines(root.bytes("/proc/meminfo") ?? [], sign: ":") {
      if line.has(key: "MemTotal") { total = Self.bytes(line.value) }
      if line.has(key: "MemAvailable") { available = Self.bytes(line.value) }
      if line.has(key: "SwapTotal") { swap = Self.bytes(line.value) }
    }
  }

  /// `number 'kB'`, which means 1024 bytes; `nil` for anything else.
  private static func bytes(_ value: ArraySlice<UInt8>) -> Int? {
    let words = value.split(separator: UInt8(ascii: " "))
    guard words.count == 2, let number = words.first, words.last?.elementsEqual("kB".utf8) == true,
      let kilobytes = Int(String(decoding: number, as: UTF8.self)), kilobytes >= 0
    else { return nil }
    let (bytes, isTooLarge) = kilobytes.multipliedReportingOverflow(by: 1024)
    return isTooLarge ? nil : bytes
  }
}
