internal import Synchronization
internal import SystemCalls
package import SystemPackage

/// The files of one machine as its loader sees them; each is looked at and read once, however many objects need it.
package final class LoaderFiles: Sendable {
  /// The folder that stands for `/`.
  package let root: FilePath
  private let kind: ObjectFile.Kind
  private let state = Mutex(State())

  private struct State {
    var files: [FileIdentity: Opening] = [:]
    var folders: [FilePath: Bool] = [:]
  }

  /// What came of opening a file.
  enum Opening {
    case usable(ObjectFile, FileIdentity)
    case skipped(SkipReason)
    case refused(FileRefusal)
  }

  package init(root: FilePath, for kind: ObjectFile.Kind) {
    (self.root, self.kind) = (root, kind)
  }

  /// Where an absolute path of the machine lies. Links that are absolute lead out of another root.
  package func place(_ path: FilePath) -> FilePath { root == "/" ? path : root.appending(path.components) }

  func isFolder(_ path: FilePath) -> Bool {
    if let known = state.withLock({ $0.folders[path] }) { return known }
    let isFolder = place(path).isDirectory
    state.withLock { $0.folders[path] = isFolder }
    return isFolder
  }

  func exists(_ path: FilePath) -> Bool { place(path).exists }

  /// Opens and verifies a file as the loader does.
  func open(_ path: FilePath) -> Opening {
    let status: Stat
    do throws(Errno) {
      status = try place(path).stat()
    } catch .noSuchFileOrDirectory {
      return .skipped(.noSuchFile)
    } catch .notDirectory {
      return .skipped(.noSuchFile)
    } catch {
      return .skipped(.unreadable(error))
    }
    let identity = FileIdentity(status)
    if let known = state.withLock({ $0.files[identity] }) { return known }
    let opening = verify(place(path), identity)
    state.withLock { $0.files[identity] = opening }
    return opening
  }

  private func verify(_ place: FilePath, _ identity: FileIdentity) -> Opening {
    do throws(ObjectProblem) {
      let file = try MappedFile(object: place)
      switch HeaderVerification(file, for: kind).verdict {
      case .skipped(let reason): return .skipped(reason)
      case .refused(let refusal): return .refused(refusal)
      case .usable: break
      }
      let object = try ObjectFile(file)
      return object.lacksDynamicSection ? .refused(.noDynamicSection) : .usable(object, identity)
    } catch {
      switch error {
      case .unreadable(let errno): return .skipped(.unreadable(errno))
      case .notRegular: return .refused(.notRegular)
      default: return .refused(.broken(error))
      }
    }
  }
}

extension ObjectFile {
  /// What the loader refuses; a program that is linked statically is all right without (`_dl_map_object_from_fd` of
  /// glibc's `elf/dl-load.c`).
  fileprivate var lacksDynamicSection: Bool {
    guard let dynamic = segments.first(Segment.dynamic) else { return type == .shared }
    return dynamic.fileSize == 0
  }
}
