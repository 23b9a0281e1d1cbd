import MachineFacts
import SystemCalls
import TestSupport

/// Reads in a folder that stands for `/`, with these files in it.
/// - Parameters:
///   - files: Paths without the first `/`, and what the files hold.
///   - links: Symbolic links, and where they lead.
func reading<Facts>(
  _ files: [String: String], links: [String: String] = [:], _ read: (SystemRoot) throws -> Facts
) throws -> Facts {
  let folder = try TestFolder()
  for (name, target) in links { try folder.link(name, to: target) }
  for (name, text) in files { try folder.write(text, to: name) }
  // The folder is removed with its value.
  return try withExtendedLifetime(folder) { try read(SystemRoot(folder.path)) }
}

extension ProcessEnvironment {
  init(_ variables: [String: String]) {
    self.init(entries: variables.map { Array("\($0.key)=\($0.value)".utf8) })
  }
}
