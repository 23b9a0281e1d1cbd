internal import CLinux
internal import Glibc
package import SystemPackage

/// The processes of this machine, as proc(5) shows them.
package enum ProcessTable {
  /// One process: the fields of /proc/PID/stat that matter for ending it.
  package struct Entry: Sendable, Equatable {
    package var identifier: Int32
    package var parent: Int32
    package var group: Int32
    package var session: Int32
    /// Ended and not yet waited for.
    package var isZombie: Bool
    package var residentPages: Int
  }

  /// Every process that can be seen now.
  package static func all() -> [Entry] {
    namesInFolder("/proc").compactMap { Int32($0.string) }.compactMap(entry)
  }

  package static func entry(_ identifier: Int32) -> Entry? {
    guard let bytes = contents("/proc/\(identifier)/stat") else { return nil }
    // The name in parentheses may hold anything; the last one ends it.
    guard let end = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
    func number(_ index: Int) -> Int? {
      fields.count > index ? Int(String(decoding: fields[index], as: UTF8.self)) : nil
    }
    guard let state = fields.first, let parent = number(1), let group = number(2), let session = number(3) else {
      return nil
    }
    return Entry(
      identifier: identifier, parent: Int32(truncatingIfNeeded: parent), group: Int32(truncatingIfNeeded: group),
      session: Int32(truncatingIfNeeded: session), isZombie: state.elementsEqual([UInt8(ascii: "Z")]),
      residentPages: number(21) ?? 0)
  }

  /// A process and all that descend from it.
  package static func family(of identifier: Int32) -> [Entry] {
    let all = all()
    var found = all.filter { $0.identifier == identifier }
    var known: Set<Int32> = [identifier]
    while true {
      let next = all.filter { known.contains($0.parent) && !known.contains($0.identifier) }
      guard !next.isEmpty else { return found }
      found += next
      known.formUnion(next.map(\.identifier))
    }
  }

  /// Direct children of this process; cheaper than the whole table.
  package static func children() -> [Int32] {
    guard hasChildren else { return [] }
    let own = getpid()
    guard let bytes = contents("/proc/self/task/\(own)/children") else {
      return all().filter { $0.parent == own }.map(\.identifier)
    }
    return bytes.split(separator: UInt8(ascii: " ")).compactMap { Int32(String(decoding: $0, as: UTF8.self)) }
  }

  /// Asked without waiting for any (waitid(2)); `__WALL` means those of clone(2), too.
  private static var hasChildren: Bool {
    var information = siginfo_t()
    return waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT | Int32(__WALL)) == 0 || errno != ECHILD
  }

  /// Whether a process has a descriptor of the same pipe or socket as this one of ours.
  package static func holds(_ identifier: Int32, _ descriptor: FileDescriptor) -> Bool {
    guard let wanted = FilePath("/proc/self/fd/\(descriptor.rawValue)").link() else { return false }
    let folder = FilePath("/proc/\(identifier)/fd")
    return namesInFolder(folder).contains { folder.appending($0).link() == wanted }
  }

  /// Processes that the kernel has killed for want of memory since the machine started (proc(5), vmstat).
  package static func kernelMemoryKills() -> Int? {
    guard let bytes = contents("/proc/vmstat") else { return nil }
    let line = bytes.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: "oom_kill ".utf8) }
    return line.flatMap { Int(String(decoding: $0.dropFirst("oom_kill ".utf8.count), as: UTF8.self)) }
  }

  package static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

  /// Files of proc(5) have no size, and are read whole at once.
  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec) else { return nil }
    defer { try? file.close() }
    return try? [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
