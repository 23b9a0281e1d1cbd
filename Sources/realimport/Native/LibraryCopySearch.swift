import Diagnosis
import PythonPackaging
import SharedObjects
import SystemCalls
import SystemPackage

/// Finds the files of an environment and of the system that are one library, in whatever version.
struct LibraryCopySearch {
  let owners: FileOwners
  /// Where the loader looks of itself, and folders of the environment that it may not know.
  let folders: [FilePath]

  private static let most = 20

  /// - Parameter name: As the loader is asked for it.
  func copies(of name: String) -> [LibraryCopy] {
    let stem = LibraryName(name).stem
    guard stem.utf8.count > "lib".utf8.count else { return [] }
    var known: Set<FilePath> = []
    var copies: [LibraryCopy] = []
    for file in files(startingWith: "\(stem).so") where known.insert(file.realPath() ?? file).inserted {
      guard copies.count < Self.most else { break }
      if let copy = copy(file, stem: stem) { copies.append(copy) }
    }
    return copies
  }

  private func files(startingWith start: String) -> [FilePath] {
    owners.installed.all.flatMap { distribution in
      (distribution.files?.paths(toNamesStartingWith: start) ?? []).map {
        distribution.location.pushing(FilePath($0)).lexicallyNormalized()
      }
    }
      + folders.flatMap { folder in
        namesInFolder(folder).filter { $0.string.hasPrefix(start) }.map { folder.appending($0) }
      }
  }

  /// A file with a SONAME of its own, as auditwheel gives it, stands for no other.
  private func copy(_ file: FilePath, stem: String) -> LibraryCopy? {
    guard let object = try? ObjectFile(opening: file) else { return nil }
    let soname = object.dynamic.soname.map { String(decoding: $0, as: UTF8.self) } ?? file.lastComponent?.string ?? ""
    guard soname.hasPrefix("\(stem).so") else { return nil }
    return LibraryCopy(file: owners.owned(file), soname: soname)
  }
}

/// Whose files are, for sentences.
struct FileOwners {
  let installed: InstalledDistributions

  func distribution(_ name: String) -> OwningDistribution? {
    installed.distribution(named: DistributionName(name)).map(OwningDistribution.init)
  }

  func owned(_ file: FilePath) -> OwnedFile {
    OwnedFile(path: file.string, distribution: installed.owner(ofFile: file).map(OwningDistribution.init))
  }
}

extension OwningDistribution {
  init(_ distribution: InstalledDistribution) {
    self.init(name: distribution.name.text, version: distribution.versionText)
  }
}
