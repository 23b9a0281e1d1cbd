internal import SystemPackage

/// A file and the folders above it, the nearest first, each with the way down to the file.
struct FolderChain {
  struct Place {
    let folder: FilePath
    /// What leads from the folder to the file.
    let rest: FilePath
  }

  private(set) var places: [Place] = []

  /// Keeps the path as it is written; `rest` alone is normalised, and folders that it leads out of are left out.
  init(_ file: FilePath) {
    addModule(file)
    var folder = file
    var components: [FilePath.Component] = []
    while let last = folder.lastComponent {
      components.insert(last, at: 0)
      guard folder.removeLastComponent() else { break }
      let rest = FilePath(root: nil, components).lexicallyNormalized()
      if rest.components.first?.kind == .regular { places.append(Place(folder: folder, rest: rest)) }
    }
  }

  /// Import hooks know a module's file without its suffix.
  private mutating func addModule(_ file: FilePath) {
    let empty = FilePath()
    places.append(Place(folder: file, rest: empty))
    guard let name = file.lastComponent?.string, let dot = name.firstIndex(of: "."), dot > name.startIndex
    else { return }
    places.append(Place(folder: file.removingLastComponent().appending(String(name[..<dot])), rest: empty))
  }
}
