/// What is compiled into glibc's loader, found among the strings of its file. `ld.so --list-diagnostics` would say the
/// same, but starting a loader of another machine or root is out of the question.
struct LoaderStrings {
  private let strings: [ArraySlice<UInt8>]

  init(_ file: [UInt8]) {
    strings = file.split(separator: 0, omittingEmptySubsequences: false)
  }

  /// `SYSTEM_DIRS` of glibc's `elf/dl-load.c`: strings that follow one another, each a folder with its final slash.
  var defaultFolders: [[UInt8]] {
    guard let first = strings.firstIndex(where: isFolder) else { return [] }
    return strings[first...].prefix(while: isFolder).map(Array.init)
  }

  private func isFolder(_ text: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    return text.first == slash && text.last == slash && text.count < 4096 && text.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && text.split(separator: slash).contains { $0.starts(with: "lib".utf8) }
  }

  /// `_dl_hwcaps_subdirs`, such as `x86-64-v4:x86-64-v3:x86-64-v2`, `power10:power9` and `z16:z15:z14:z13`.
  var subfolders: [[UInt8]] {
    let list = strings.first { $0.contains(Self.colon) && $0.split(separator: Self.colon).allSatisfy(Self.isSubfolder) }
    return list?.split(separator: Self.colon).map(Array.init) ?? []
  }

  /// `subfolder ::= ('x86-64-v' | 'power' | 'z') digit digit?`
  private static func isSubfolder(_ name: ArraySlice<UInt8>) -> Bool {
    let starts = ["x86-64-v", "power", "z"]
    guard let start = starts.first(where: { name.starts(with: $0.utf8) }) else { return false }
    let number = name.dropFirst(start.utf8.count)
    return (1...2).contains(number.count) && number.allSatisfy(\.isDigit)
  }

  private static let colon = UInt8(ascii: ":")

  /// Of the text that `ld.so --version` prints: `ld.so (Debian GLIBC 2.36-9) stable release version 2.36.`
  var version: GlibcVersion? {
    guard let text = strings.first(where: { $0.starts(with: "ld.so ".utf8) }) else { return nil }
    let words = String(decoding: text.prefix(200), as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(of: "version"), let word = words[place...].dropFirst().first else { return nil }
    let numbers = word.split(separator: ".").prefix(2).compactMap { Int($0) }
    return numbers.count == 2 ? GlibcVersion(major: numbers[0], minor: numbers[1]) : nil
  }
}
