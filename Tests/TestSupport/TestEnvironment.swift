internal import FoundationEssentials
internal import Synchronization
internal import SystemCalls
package import SystemPackage

/// An environment of real packages from the index, made once by `Scripts/environment` and kept.
package enum TestEnvironment: String, Sendable {
  case conflict, links, torch, markupsafe, small, many, tools

  private static let folders = Mutex<[TestEnvironment: FilePath]>([:])

  /// Its folder; the first call makes it, which may take minutes.
  package func folder() throws -> FilePath {
    try Self.folders.withLock { folders in
      if let known = folders[self] { return known }
      let script = Repository.folder.appending("Scripts").appending("environment")
      let result = try runCommand(Command(executable: script, arguments: [rawValue]), timeout: .seconds(1800))
      let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
      guard result.ending == .exited(0), let line = lines.last else {
        throw CannotMake(name: rawValue, reason: String(decoding: result.errorOutput, as: UTF8.self))
      }
      folders[self] = FilePath(String(line))
      return FilePath(String(line))
    }
  }

  struct CannotMake: Error {
    var name: String
    var reason: String
  }
}

/// The checkout that these tests belong to.
package enum Repository {
  package static let folder = FilePath(#filePath)
    .removingLastComponent().removingLastComponent().removingLastComponent()

  package static var isOffline: Bool { ProcessInfo.processInfo.environment["REALIMPORT_OFFLINE"] == "1" }
}
