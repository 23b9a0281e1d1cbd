import Configuration
import SystemPackage
import TestSupport
import Testing

/// What is read from a `pyproject.toml` of these bytes.
func read(_ source: [UInt8]) throws -> ProjectConfiguration? {
  let folder = try TestFolder()
  return try ProjectConfiguration(readingFrom: folder.write(source, to: "pyproject.toml"))
}

func read(_ text: String) throws -> ProjectConfiguration? { try read(Array(text.utf8)) }

/// The sentence about a `pyproject.toml` of these bytes, without the folder in its place.
func problem(_ source: [UInt8]) throws -> String {
  let folder = try TestFolder()
  let file = try folder.write(source, to: "pyproject.toml")
  do throws(ConfigurationProblem) {
    Issue.record("it was read as \(String(describing: try ProjectConfiguration(readingFrom: file)))")
    return ""
  } catch {
    let prefix = folder.path.appending("").string
    return error.message.hasPrefix(prefix) ? String(error.message.dropFirst(prefix.count + 1)) : error.message
  }
}

func problem(_ text: String) throws -> String { try problem(Array(text.utf8)) }
