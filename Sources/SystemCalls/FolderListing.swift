internal import Glibc
package import SystemPackage

/// The names in a folder, `.` and `..` left out, in the order in which the system lists them. What is not UTF-8 in them
/// is replaced, so that such a name leads nowhere.
///
/// - Throws: What opendir(3) and readdir(3) say.
package func namesListed(in folder: FilePath) throws(Errno) -> [String] {
  let path: FilePath = folder.isEmpty ? "." : folder
  guard let stream = path.withPlatformString({ opendir($0) }) else { throw Errno(rawValue: errno) }
  defer { closedir(stream) }
  var names: [String] = []
  errno = 0
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
        String(cString: $0)
      }
    }
    if name != ".", name != ".." { names.append(name) }
    // Only what readdir(3) itself sets tells an error from the end.
    errno = 0
  }
  guard errno == 0 else { throw Errno(rawValue: errno) }
  return names
}
