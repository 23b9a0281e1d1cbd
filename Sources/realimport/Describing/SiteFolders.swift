import Supervision
import SystemCalls
import SystemPackage

/// Where a Python finds distributions, told without starting it.
///
/// The site folders of its prefix, and of the installation behind it where its configuration includes that (`site.py`);
/// Debian's `dist-packages` beside them.
func searchPath(of place: PythonPlace) -> [FilePath] {
  let prefixes = [place.prefix, place.configuration?.includesSystem == true ? place.basePrefix : nil].compactMap(\.self)
  let folders = prefixes.flatMap { siteFolders(in: $0, of: place.minor) }
  var known: Set<FilePath> = []
  return folders.filter { $0.isDirectory && known.insert($0).inserted }
}

private func siteFolders(in prefix: FilePath, of version: PythonVersion?) -> [FilePath] {
  let own = ["lib", "lib64"].flatMap { library in
    versionFolders(in: prefix.appending(library), version).map { $0.appending("site-packages") }
  }
  guard prefix == "/usr" else { return own }
  let local = versionFolders(in: "/usr/local/lib", version).map { $0.appending("dist-packages") }
  return local + own + [prefix.appending(["lib", "python3", "dist-packages"])]
}

/// That of the version; where a broken environment does not tell it, all that are there.
private func versionFolders(in library: FilePath, _ version: PythonVersion?) -> [FilePath] {
  if let version { return [library.appending(version.folderName)] }
  return namesInFolder(library).filter { $0.string.hasPrefix("python3.") }.map { library.appending($0) }
}
