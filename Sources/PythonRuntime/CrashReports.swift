internal import CLinux
internal import CPython
internal import Probing

/// Lets a dying or hanging process write the Python stacks of all its threads, and where in native code it was.
///
/// faulthandler writes the stacks; the handlers of `crash.h` stand before its own and note what it does not.
///
/// Nothing here may be inlined elsewhere: each object file has its own copy of the static variables of `crash.h`.
enum CrashReports {
  @inline(never) static func install(_ python: Python, evidence: Int32) {
    python.withModule("faulthandler") { module in
      guard let enable = python.attribute("enable", of: module),
        let register = python.attribute("register", of: module),
        let file = python.integer(Int(evidence)), let signal = python.integer(Int(WorkerSignals.stacks))
      else { return }
      python.call(enable, file.copy())
      python.call(register, signal, file)
      crash_install(WorkerSignals.stacks)
    }
  }

  @inline(never) static func speak(on evidence: Int32, path: String) {
    crash_set_descriptor(evidence, path)
  }
}
