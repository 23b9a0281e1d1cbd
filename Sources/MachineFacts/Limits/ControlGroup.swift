internal import SystemPackage

/// What the control groups of this process allow it: the kernel's "Control Group v2" and "cgroup-v1" pages.
///
/// A group is limited by those above it as well, so the smallest limit on the way up counts. In a container the groups
/// of `/proc/self/cgroup` may not be there; then the way up leads to the container's own, which is mounted as the root.
package struct ControlGroup: Sendable, Equatable {
  /// Bytes; `nil`: no limit.
  package var memoryLimit: Int?
  /// Processors' worth of time; `nil`: no limit.
  package var processorLimit: Double?

  package init(_ root: SystemRoot) {
    for line in (root.bytes("/proc/self/cgroup") ?? []).split(separator: UInt8(ascii: "\n")) {
      guard let group = Membership(line) else { continue }
      for folder in group.folders {
        memoryLimit = Self.smaller(memoryLimit, group.memory(root, folder))
        processorLimit = Self.smaller(processorLimit, group.processors(root, folder))
      }
    }
  }

  private static func smaller<Number: Comparable>(_ one: Number?, _ other: Number?) -> Number? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }
}

/// `line ::= number ':' controllers ':' path`, with no controllers for version 2 (cgroups(7)).
private struct Membership {
  let controllers: [String]
  let path: FilePath

  init?(_ line: ArraySlice<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, let names = fields.dropFirst().first, let last = fields.last else { return nil }
    controllers = names.split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    path = FilePath(String(decoding: last.filter { $0 != 0 }, as: UTF8.self))
  }

  /// Paths with `..` in them lead out of what is mounted here.
  private static let mostLevels = 64

  /// The group's folder and those above it, seen from the mount; the root stands last.
  var folders: [FilePath] {
    let names = path.components.prefix { $0.kind == .regular }.prefix(Self.mostLevels)
    return (0...names.count).reversed().map { FilePath(root: nil, names.prefix($0)) }
  }

  func memory(_ root: SystemRoot, _ folder: FilePath) -> Int? {
    if controllers.isEmpty { return Self.memory(root.line("/sys/fs/cgroup/\(folder)/memory.max")) }
    guard controllers.contains("memory") else { return nil }
    return Self.memory(root.line("/sys/fs/cgroup/memory/\(folder)/memory.limit_in_bytes"))
  }

  func processors(_ root: SystemRoot, _ folder: FilePath) -> Double? {
    if controllers.isEmpty {
      let words = root.line("/sys/fs/cgroup/\(folder)/cpu.max")?.split(separator: " ").map(String.init)
      return Self.processors(quota: words?.first, period: words?.dropFirst().first)
    }
    guard controllers.contains("cpu") else { return nil }
    return Self.processors(
      quota: root.line("/sys/fs/cgroup/cpu/\(folder)/cpu.cfs_quota_us"),
      period: root.line("/sys/fs/cgroup/cpu/\(folder)/cpu.cfs_period_us"))
  }

  /// `max`, and in version 1 the largest number of whole pages, mean that there is none.
  private static func memory(_ text: String?) -> Int? {
    guard let text, let bytes = Int(text), bytes >= 0, bytes < noLimit else { return nil }
    return bytes
  }

  private static let noLimit = 1 << 60

  /// Microseconds of time in each period; `max` and -1 mean no limit.
  private static func processors(quota: String?, period: String?) -> Double? {
    guard let quota = quota.flatMap({ Int($0) }), let period = period.flatMap({ Int($0) }), quota > 0, period > 0
    else { return nil }
    return Double(quota) / Double(period)
  }
}
