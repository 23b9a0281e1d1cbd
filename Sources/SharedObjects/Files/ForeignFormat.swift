internal import SystemCalls

/// What a file is that is no object of ELF, as its first bytes tell.
package enum ForeignFormat: Sendable, Equatable {
  /// Of macOS: the machines that its parts are for.
  case machO([String])
  /// Of Windows: the machine that it is for; `nil` for a program of DOS.
  case portableExecutable(String?)
  /// A static library.
  case archive
  /// An object of LLVM that no linker has made code of.
  case bitcode
  case linkerScript
  /// A script with the line that names its interpreter, without the `#!`.
  case script(String)
  /// What stands in a working tree for a file that git-lfs has not brought: its first line, which names the version.
  case lfsPointer(String)
  /// A page, such as the one that a server answers with instead of the file.
  case html
  case compressed(Compression)
  case otherText
  /// The first bytes, four at most.
  case otherBytes([UInt8])

  package enum Compression: String, Sendable {
    case gzip
    case zip
    case xz
    case zstd
    case bzip2
  }
}

extension ForeignFormat {
  /// More than any of the marks need.
  private static let startSize = 4096

  init(of file: MappedFile) {
    let start = file.bytes(at: 0, count: min(file.count, Self.startSize)) ?? []
    if let format = ForeignObject.format(file) ?? Self.marked(start) {
      self = format
    } else {
      self = Self.text(start) ?? .otherBytes(Array(start.prefix(4)))
    }
  }

  private static func marked(_ start: [UInt8]) -> ForeignFormat? {
    marks.first { start.starts(with: $0.mark) }?.format
  }

  /// The first bytes by which formats tell themselves apart (magic(5)).
  private static let marks: [(mark: [UInt8], format: ForeignFormat)] = [
    (Array("!<arch>\n".utf8), .archive), (Array("!<thin>\n".utf8), .archive),
    (Array("BC".utf8) + [0xC0, 0xDE], .bitcode),
    ([0x1F, 0x8B], .compressed(.gzip)), (Array("PK".utf8) + [3, 4], .compressed(.zip)),
    (Array("PK".utf8) + [5, 6], .compressed(.zip)), ([0xFD] + Array("7zXZ".utf8) + [0], .compressed(.xz)),
    ([0x28, 0xB5, 0x2F, 0xFD], .compressed(.zstd)), (Array("BZh".utf8), .compressed(.bzip2)),
  ]

  /// `nil` for what is not UTF-8, and where there are control characters that no text has.
  private static func text(_ start: [UInt8]) -> ForeignFormat? {
    // The last character may be cut.
    let whole = start.count < startSize ? start : Array(start.prefix(1 + (start.lastIndex { $0 < 0x80 } ?? 0)))
    guard let text = String(validating: whole, as: UTF8.self),
      !whole.contains(where: { ($0 < 0x20 && !spaces.contains($0)) || $0 == 0x7F })
    else { return nil }
    let line = String(text.prefix { !$0.isNewline })
    if line.hasPrefix("#!") { return .script(String(line.dropFirst(2)).trimmed) }
    // "The Pointer" of git-lfs's specification (docs/spec.md).
    if line.hasPrefix("version https://git-lfs.") { return .lfsPointer(line) }
    let first = text.trimmed.prefix(14).lowercased()
    if first.hasPrefix("<!doctype html") || first.hasPrefix("<html") { return .html }
    return isLinkerScript(text) ? .linkerScript : .otherText
  }

  private static let spaces: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x1B]

  /// By the commands that stand for libraries ("Simple Linker Script Commands" of GNU ld).
  private static func isLinkerScript(_ text: String) -> Bool {
    ["/* GNU ld script", "INPUT", "GROUP", "OUTPUT_FORMAT"].contains { command in
      text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix(command) }
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()))
  }
}
