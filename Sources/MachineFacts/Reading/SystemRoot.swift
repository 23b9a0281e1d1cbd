package import SystemPackage
internal import SystemCalls

/// The folder that stands for `/`: another one in tests, and everything below is read in it alone.
package struct SystemRoot: Sendable {
  package let folder: FilePath

  package init(_ folder: FilePath = "/") {
    self.folder = folder
  }

  /// Far more than any of these files has; `/proc/cpuinfo` of 512 processors comes near 1 MB.
  static let sizeLimit = 4 << 20

  /// Where this absolute path lies.
  func path(_ name: String) -> FilePath { folder.appending(FilePath(name).components) }

  func exists(_ name: String) -> Bool { path(name).exists }

  func bytes(_ name: String) -> [UInt8]? { readSystemFile(path(name), limit: Self.sizeLimit) }

  /// The first line without white space around it; `nil` where there is none.
  func line(_ name: String) -> String? {
    let lines = bytes(name)?.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let line = lines?.first?.withoutBlanks, !line.isEmpty else { return nil }
    return String(decoding: line, as: UTF8.self)
  }

  /// The names in a folder, sorted; empty where it cannot be read.
  func names(in folder: String) -> [String] { namesInFolder(path(folder)).map(\.string).sorted() }
}
