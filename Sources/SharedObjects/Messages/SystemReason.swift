/// Why the system refused: the text of strerror(3) that ends a message.
package enum SystemReason: Sendable, Equatable {
  case noSuchFile
  case permissionDenied
  case notPermitted
  case tooManyOpenFiles
  case isFolder
  case notFolder
  case invalidArgument
  case outOfMemory
  case inputOutput
  case linkLoop
  case nameTooLong
  case wrongFormat
  case blockedByPolicy
  /// In words that are not known here, such as another language's. Empty where the text ends before them.
  case other(String)
}

extension SystemReason {
  /// By the words of glibc and, where they differ, of musl, macOS and Windows.
  private static let words: [(String, SystemReason)] = [
    ("No such file or directory", .noSuchFile),
    ("no such file", .noSuchFile),
    ("Permission denied", .permissionDenied),
    ("Access is denied", .permissionDenied),
    ("Operation not permitted", .notPermitted),
    ("Too many open files", .tooManyOpenFiles),
    ("No file descriptors available", .tooManyOpenFiles),
    ("Is a directory", .isFolder),
    ("Not a directory", .notFolder),
    ("Invalid argument", .invalidArgument),
    ("Cannot allocate memory", .outOfMemory),
    ("Out of memory", .outOfMemory),
    ("Input/output error", .inputOutput),
    ("I/O error", .inputOutput),
    ("Too many levels of symbolic links", .linkLoop),
    ("Symbolic link loop", .linkLoop),
    ("File name too long", .nameTooLong),
    ("Filename too long", .nameTooLong),
    ("Exec format error", .wrongFormat),
  ]
  /// Of a text that was cut off, so many letters must be left to tell one reason from another.
  private static let fewestLetters = 7

  /// Reads what follows a message's last colon; the end may be cut off, or more may follow.
  init(_ text: String) {
    let known = Self.words.first { words, _ in
      text.hasPrefix(words) || (text.utf8.count >= Self.fewestLetters && words.hasPrefix(text))
    }
    self = known?.1 ?? .other(text)
  }
}
