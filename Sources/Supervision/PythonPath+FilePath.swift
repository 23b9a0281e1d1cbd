package import Probing
internal import SystemCalls
package import SystemPackage

extension PythonPath {
  package var filePath: FilePath { FilePath(bytes: bytes) }

  package init(_ path: FilePath) {
    self.init(bytes: path.bytes)
  }
}
