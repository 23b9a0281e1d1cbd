import ArgumentParser
import Probing
import PythonPackaging
import Supervision
import SystemPackage

/// What the user names for `libraries`.
enum LibraryTarget: Hashable {
  /// A module, or a distribution.
  case name(String)
  case file(FilePath)

  /// What contains a slash, or ends as shared objects do, is a file: no module or distribution is called so.
  /// - Throws: `ValidationError` for what is neither a path nor a name.
  init(parsing text: String) throws {
    guard !text.isEmpty else { throw ValidationError("a target is empty.") }
    let path = PythonPath(text: text).filePath
    let isNamedLikeOne = text.hasSuffix(".so") || text.contains(".so.")
    if text.contains("/") || isNamedLikeOne || text == "." || text == ".." {
      self = .file(path)
    } else if Self.isName(text) {
      self = .name(text)
    } else {
      throw ValidationError("`\(Self.shortened(text))` is no module, distribution or file.")
    }
  }

  private static func isName(_ text: String) -> Bool {
    if let target = try? Target(parsing: text) { return target.attribute == nil }
    return DistributionName(text).isValid
  }

  private static func shortened(_ text: String) -> String { text.count <= 100 ? text : "\(text.prefix(100))…" }
}
