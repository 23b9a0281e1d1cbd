import Probing
import Processes
import SystemPackage

extension PythonPath {
  var filePath: FilePath { FilePath(bytes: bytes) }

  init(_ path: FilePath) {
    self.init(bytes: path.bytes)
  }
}
