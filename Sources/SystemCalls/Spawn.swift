internal import Glibc
package import SystemPackage

/// A descriptor of ours that the child gets under a number of its own.
package struct DescriptorGrant {
  package var ours: FileDescriptor
  package var number: Int32

  package init(ours: FileDescriptor, number: Int32) {
    self.ours = ours
    self.number = number
  }
}

/// Calls posix_spawn(3) with the child in a process group of its own, and gives its process identifier.
func spawn(_ command: Command, grants: [DescriptorGrant]) throws(ProcessProblem) -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  addActions(for: grants, to: &actions)

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // The group lets a deadline or Ctrl-C end whatever the import starts, too.
  posix_spawnattr_setpgroup(&attributes, 0)
  // Threads of a pool block signals, and a child would inherit that.
  var blocked = sigset_t()
  sigemptyset(&blocked)
  posix_spawnattr_setsigmask(&attributes, &blocked)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

  Processors.restore()
  let name = command.argumentZero ?? command.executable
  let arguments = [name.nullTerminated] + command.arguments.map { Array($0.utf8CString) }
  let environment = command.environment?.map { entry in entry.map(CChar.init(bitPattern:)) + [0] }
  var child = pid_t()
  let status = withCStrings(arguments) { argv in
    withEnvironment(environment) { envp in
      command.executable.withPlatformString { posix_spawn(&child, $0, &actions, &attributes, argv, envp) }
    }
  }
  guard status == 0 else { throw .cannotStart(command.executable, Errno(rawValue: status)) }
  return child
}

/// Standard input is empty: a check must not wait for somebody to type.
///
/// A granted number may be that of another grant's descriptor here, so all are first moved beyond them.
private func addActions(for grants: [DescriptorGrant], to actions: inout posix_spawn_file_actions_t) {
  let firstFree = 1 + (grants.flatMap { [$0.ours.rawValue, $0.number] }.max() ?? STDIN_FILENO)
  let moved = zip(firstFree..., grants)
  for (place, grant) in moved { posix_spawn_file_actions_adddup2(&actions, grant.ours.rawValue, place) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  for (place, grant) in moved {
    posix_spawn_file_actions_adddup2(&actions, place, grant.number)
    posix_spawn_file_actions_addclose(&actions, place)
  }
}

private typealias CStringArray = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

private func withEnvironment(_ entries: [[CChar]]?, _ body: (CStringArray?) -> Int32) -> Int32 {
  guard let entries else { return body(environ) }
  return withCStrings(entries, body)
}

/// The strings as execve(2) wants them: an array of pointers that NULL ends, valid during `body`.
private func withCStrings(_ strings: [[CChar]], _ body: (CStringArray) -> Int32) -> Int32 {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { string in
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: string.count)
    copy.initialize(from: string, count: string.count)
    return copy
  }
  defer { for pointer in pointers { pointer?.deallocate() } }
  pointers.append(nil)
  return pointers.withUnsafeMutableBufferPointer { buffer in
    buffer.baseAddress.map(body) ?? EINVAL
  }
}

extension FilePath {
  fileprivate var nullTerminated: [CChar] {
    withPlatformString { text in Array(UnsafeBufferPointer(start: text, count: strlen(text) + 1)) }
  }
}
