internal import CLinux
internal import CPython
internal import Glibc
package import Probing
internal import Synchronization

/// The worker process: CPython, started as its own `python -c` would start it, with realimport inside.
package enum Worker {
  /// Obeys the orders that come over one of the descriptors; messages and evidence go out over the others. The first
  /// order says what to start.
  /// - Returns: The exit status of Python; what counts are the messages sent before.
  package static func run(_ descriptors: WorkerDescriptors) -> Int32 {
    guard let link = connection(descriptors), case .start(let start) = link.nextOrder() else { return 70 }
    return run(start, link)
  }

  /// The same where it is known before the first order what to start.
  package static func run(_ descriptors: WorkerDescriptors, start: WorkerStart) -> Int32 {
    guard let link = connection(descriptors) else { return 70 }
    return run(start, link)
  }

  private static func connection(_ descriptors: WorkerDescriptors) -> FrontLink? {
    // A front that is killed cannot end its workers any more; one that is gone already sends no order.
    _ = linux_set_parent_death_signal(SIGKILL)
    removeOwnSignalHandlers()
    return FrontLink(descriptors)
  }

  private static func run(_ start: WorkerStart, _ link: FrontLink) -> Int32 {
    link.use(start.channels)
    do throws(LoadingFailure) {
      return Worker.start(Session(start: start, link: link, library: try PythonLibrary(start.libpython)))
    } catch {
      link.messages.send(.cannotStart(error.problem))
      return 70
    }
  }

  /// Swift's runtime may catch crashes to print a backtrace of its own; Python is to find every signal as exec left it.
  private static func removeOwnSignalHandlers() {
    for signal in 1..<Self.firstRealTimeSignal {
      var action = sigaction()
      guard sigaction(signal, nil, &action) == 0, let handler = action.__sigaction_handler.sa_handler,
        unsafeBitCast(handler, to: Int.self) != ignored
      else { continue }
      var standard = sigaction()
      sigaction(signal, &standard, nil)
    }
  }

  /// signal(7): the kernel's first, below the two that glibc keeps for itself.
  private static let firstRealTimeSignal: Int32 = 32
  /// SIG_IGN is a cast of this number to a function.
  private static let ignored = 1

  private static func start(_ session: Session) -> Int32 {
    let library = session.library
    linux_set_process_name(session.start.executable.lastName)
    let held = Unmanaged.passRetained(session)
    sessionAddress.store(UInt(bitPattern: held.toOpaque()), ordering: .sequentiallyConsistent)
    // Built-in modules keep a pointer to their name.
    _ = library.functions.pointee.PyImport_AppendInittab(duplicated(Array(moduleName.utf8)), initialize)
    // No array: its type would have to be put together first.
    let argv = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 4)
    argv.initialize(repeating: nil, count: 4)
    argv[0] = duplicated(session.start.executable.bytes)
    argv[1] = duplicated(Array("-c".utf8))
    argv[2] = duplicated(Array("import \(moduleName)".utf8))
    return library.functions.pointee.Py_BytesMain(3, argv)
  }

  /// The init function of the built-in module: Python has started, with all its start-up files, and calls us.
  private static let initialize: @convention(c) () -> UnsafeMutablePointer<PyObject>? = {
    guard let session = Session.current else { return nil }
    session.work()
    return makeEmptyModule(named: duplicated(Array(moduleName.utf8)), session.library)
  }
}

private let moduleName = "_realimport"

/// Where the session lies; C callbacks have no other way to find it.
private let sessionAddress = Atomic<UInt>(0)

extension Session {
  static var current: Session? {
    UnsafeRawPointer(bitPattern: sessionAddress.load(ordering: .sequentiallyConsistent)).map {
      Unmanaged<Session>.fromOpaque($0).takeUnretainedValue()
    }
  }
}

/// A C string that is never freed: Python keeps pointers to what it is given here.
private func duplicated(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
  let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
  copy.initialize(from: bytes.map(CChar.init(bitPattern:)) + [0], count: bytes.count + 1)
  return copy
}

extension PythonPath {
  /// The name that a process gets when this program is started.
  fileprivate var lastName: String {
    description.split(separator: "/").last.map(String.init) ?? description
  }
}
