package import SystemPackage

/// Why the configuration of a project cannot be used. Each is a mistake of the user's or of a file: exit status 2.
package enum ConfigurationProblem: Error, Sendable, Hashable {
  case unreadable(FilePath, Errno)
  /// It holds more than ``ProjectFile/longest`` bytes.
  case tooLong(FilePath)
  case notUTF8(Place)
  /// TOML v1.0.0 admits no control characters but tab in a document.
  case nullByte(Place)
  case tooDeep(Place)
  /// Text of the table holds U+0000, which neither names nor variables of the system can.
  case nullCharacter(Place)
  /// The parser's reason, and the line that it stopped at.
  case syntax(Place, reason: String, excerpt: Excerpt?)
  case unknownKey(Place, KeyName, suggestion: String?, known: [String])
  /// `expected` and `found` are kinds of values with their article.
  case wrongType(Place, KeyName, expected: String, found: String)
  /// The reason goes on from "`key` in [table]".
  case wrongValue(Place, KeyName, reason: String)
  /// No place where it was named on the command line.
  case unknownSuite(String, Place?)
  /// `init` was asked for a table that is there already.
  case tableExists(Place)
  /// A table cannot be put at the end of this file, though it is TOML: `tool = {}` closes that name.
  case cannotAppend(FilePath)
  case unwritable(FilePath, Errno)
}

/// Where in a file; lines and columns count from 1, columns in characters.
package struct Place: Sendable, Hashable, CustomStringConvertible {
  package var file: FilePath
  /// `nil` where only the file is known.
  package var line: Int?
  package var column: Int?

  package init(_ file: FilePath, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `pyproject.toml:12:5`, as compilers write places.
  package var description: String {
    ([file.string] + [line, column].compactMap { $0.map { "\($0)" } }).joined(separator: ":")
  }
}

/// A key and the table that it stands in, such as `timeout` in `tool.realimport`.
package struct KeyName: Sendable, Hashable, CustomStringConvertible {
  package var key: String
  /// Its dotted name; empty for the document itself.
  package var table: String

  package init(_ key: String, in table: String) {
    self.key = key
    self.table = table
  }

  package var description: String { table.isEmpty ? "`\(key)`" : "`\(key)` in [\(table)]" }
}
