internal import SystemCalls
package import SystemPackage

/// A file among the sources of an editable distribution.
package struct SourceFile: Sendable, Hashable {
  package let path: FilePath
  /// How it would lie below a folder of the search path: `package/module.py`.
  package let place: FilePath
}

extension InstalledDistribution {
  /// The files of the modules of an editable distribution, where they lie; none of another one.
  ///
  /// Links to folders are not followed: they may lead back. Of a project's folder only the modules are looked into.
  package var sourceFiles: [SourceFile] {
    var known: Set<FilePath> = []
    return moduleRoots.flatMap { root in
      Self.files(of: root).filter { known.insert($0.path).inserted }
    }
  }

  /// A project has fewer files.
  private static let mostFiles = 20_000

  /// Modules with where they lie, the suffixes of files left out.
  private var moduleRoots: [SourceFile] {
    sources.flatMap { source in
      switch source {
      case .module(let name, let path):
        [SourceFile(path: path, place: FilePath(name.split(separator: ".").joined(separator: "/")))]
      case .folder(let folder):
        topLevelModules.map { SourceFile(path: folder.appending($0), place: FilePath($0)) }
      }
    }
  }

  /// The module's own files, which differ in what follows its name, and all that lies in a package.
  private static func files(of root: SourceFile) -> [SourceFile] {
    guard let name = root.path.lastComponent?.string else { return [] }
    let folder = root.path.removingLastComponent()
    let parent = root.place.removingLastComponent()
    let own = names(in: folder).filter { $0.hasPrefix("\(name).") }.map {
      SourceFile(path: folder.appending($0), place: parent.appending($0))
    }
    return own + filesInside(root)
  }

  private static func filesInside(_ root: SourceFile) -> [SourceFile] {
    var found: [SourceFile] = []
    var open = [root]
    while let next = open.popLast(), found.count < mostFiles {
      for name in names(in: next.path) where name != "__pycache__" && !name.hasPrefix(".") {
        let inner = SourceFile(path: next.path.appending(name), place: next.place.appending(name))
        if name.contains(".") { found.append(inner) } else if inner.path.link() == nil { open.append(inner) }
      }
    }
    return found
  }

  private static func names(in folder: FilePath) -> [String] { ((try? folder.folderEntries()) ?? []).sorted() }
}
