/// Where a shared object lies, seen from a Python environment.
package enum ObjectPlace: Sendable {
  /// In the environment, or in a folder of its search path.
  case environment
  /// In the installation of Python that the environment was made from.
  case installation
  /// In a folder where the loader looks of itself (ld.so(8)).
  case system
  case elsewhere
}

/// Tells places by the folders that they consist of.
package struct ObjectPlaces: Sendable {
  private let folders: [(folder: [UInt8], place: ObjectPlace)]

  /// Folders within others count before these, whatever the order; of two mentions of one folder the first.
  package init(_ folders: [(folder: String, place: ObjectPlace)]) {
    let all = folders + Self.system.map { ($0, ObjectPlace.system) }
    self.folders = all.map { (folder: Array($0.folder.utf8), place: $0.place) }
  }

  /// With what lies below, such as `/usr/lib/x86_64-linux-gnu`.
  private static let system: [String] = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"]

  /// - Parameter path: From the root, without `.` and `..`; links are taken as they are written.
  package func place(of path: String) -> ObjectPlace {
    let path = Array(path.utf8)
    var best: (length: Int, place: ObjectPlace) = (0, .elsewhere)
    for (folder, place) in folders where folder.count > best.length && Self.contains(folder, path) {
      best = (folder.count, place)
    }
    return best.place
  }

  /// The root contains all and so says nothing.
  private static func contains(_ folder: [UInt8], _ path: [UInt8]) -> Bool {
    folder.count > 1 && path.count > folder.count && path.starts(with: folder)
      && path[folder.count] == UInt8(ascii: "/")
  }
}
