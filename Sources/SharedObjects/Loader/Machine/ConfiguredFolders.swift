internal import SystemCalls
internal import SystemPackage

extension LoaderProgram {
  /// The folders that an administrator gave: those of `/etc/ld.so.conf`, which only ldconfig(8) reads when it makes the
  /// cache, or those of musl's `/etc/ld-musl-ARCH.path`, which take the place of its own.
  func configuredFolders(_ files: LoaderFiles) -> [FilePath] {
    guard let path = muslPathFile else {
      var reading = ConfigurationReading(files)
      reading.read("/etc/ld.so.conf", depth: 0)
      return reading.folders
    }
    let text = readRegularFile(files.place(path), limit: ConfigurationReading.sizeLimit) ?? []
    return text.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\n") }.map { FilePath(bytes: Array($0)) }
  }
}

/// Reads ld.so.conf and what it includes, as ldconfig does (`parse_conf` of glibc's `elf/ldconfig.c`):
///
///     line ::= blank* [ "include" blank pattern (blank pattern)* | folder ["=" type] ] ["#" comment]
private struct ConfigurationReading {
  private let files: LoaderFiles
  private(set) var folders: [FilePath] = []
  private var filesRead = 0

  static let sizeLimit = 1 << 20
  /// Files may include themselves.
  private static let deepest = 16
  private static let mostFiles = 1000

  init(_ files: LoaderFiles) { self.files = files }

  mutating func read(_ path: FilePath, depth: Int) {
    guard depth < Self.deepest, filesRead < Self.mostFiles else { return }
    filesRead += 1
    let text = readRegularFile(files.place(path), limit: Self.sizeLimit) ?? []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let words = line.prefix { $0 != UInt8(ascii: "#") }.split(whereSeparator: isBlank)
      guard let first = words.first else { continue }
      if first.elementsEqual("include".utf8) {
        for pattern in words.dropFirst() { include(Array(pattern), from: path, depth) }
      } else if !first.elementsEqual("hwcap".utf8) {
        folders.append(FilePath(bytes: Array(first.prefix { $0 != UInt8(ascii: "=") })))
      }
    }
  }

  /// Wildcards count in the last name alone, where all distributions have them.
  private mutating func include(_ pattern: [UInt8], from file: FilePath, _ depth: Int) {
    let path = file.removingLastComponent().pushing(FilePath(bytes: pattern))
    guard let name = path.lastComponent?.string else { return }
    let folder = path.removingLastComponent()
    let names = namesInFolder(files.place(folder)).filter { Wildcard(name).matches($0.string) }
    for name in names.sorted(by: { $0.string < $1.string }) { read(folder.appending(name), depth: depth + 1) }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// A file name with `*` and `?` (glob(7)); a name that begins with a dot is matched by a pattern that does, too.
private struct Wildcard {
  private let pattern: [UInt8]

  init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

  func matches(_ name: String) -> Bool {
    name.hasPrefix(".") == (pattern.first == UInt8(ascii: ".")) && matches(Array(name.utf8))
  }

  /// Remembers the last star and tries it with one byte more, so that no pattern takes more than the product of both
  /// lengths.
  private func matches(_ name: [UInt8]) -> Bool {
    var (place, index) = (0, 0)
    var star: (place: Int, index: Int)?
    while index < name.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") || pattern[place] == name[index] {
        (place, index) = (place + 1, index + 1)
      } else if let last = star {
        star = (last.place, last.index + 1)
        (place, index) = (last.place + 1, last.index + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
