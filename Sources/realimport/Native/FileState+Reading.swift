import Diagnosis
import SharedObjects
import SystemCalls
import SystemPackage

extension FileState {
  /// What is at a path now.
  /// - Parameter process: What objects have to be for; where a file is for something else, nothing else of it matters.
  init(of file: FilePath, for process: ObjectFile.Kind?) {
    switch file.linkTarget() {
    case .dangling(let target):
      self = .danglingLink(target.string)
      return
    default: break
    }
    guard file.exists else {
      self = .absent
      return
    }
    if let process, let kind = try? ObjectFile.Kind(opening: file), kind != process {
      self = .object(kind, cut: nil)
      return
    }
    do throws(ObjectProblem) {
      let object = try ObjectFile(opening: file)
      self = .object(object.kind, cut: object.truncation)
    } catch {
      self = .problem(error)
    }
  }
}
