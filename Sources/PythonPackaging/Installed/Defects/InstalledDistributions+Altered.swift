internal import SystemCalls
package import SystemPackage

extension InstalledDistributions {
  /// What the list of files of its owner says of the size of one file, where the file has another one: it was cut off,
  /// emptied or changed after the installation.
  package func alteration(of file: FilePath) -> InstallationDefect? {
    guard let owner = owner(ofFile: file), owner.entry.form == .distInfo, let path = file.path(below: owner.location),
      let listed = owner.files?.size(of: path), let size = RegularFile(file)?.size, size != listed
    else { return nil }
    return .fileAltered(InstalledPlace(owner), AlteredFile(path: path, size: size, listedSize: listed))
  }
}

extension FilePath {
  fileprivate func path(below folder: FilePath) -> String? {
    var rest = lexicallyNormalized()
    return rest.removePrefix(folder.lexicallyNormalized()) ? rest.string : nil
  }
}

extension Record {
  /// The third field of a file's row; `nil` where the list has none, as for itself.
  func size(of path: String) -> Int? {
    let path = Array(path.utf8)
    guard let row = rows.first(where: { $0.count == path.count && bytes[$0.range].elementsEqual(path) }) else {
      return nil
    }
    let line = bytes[row.range.upperBound...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    let fields = line.split(separator: .comma, omittingEmptySubsequences: false)
    return fields.count == 3 ? Int(String(decoding: fields[2], as: UTF8.self)) : nil
  }
}
