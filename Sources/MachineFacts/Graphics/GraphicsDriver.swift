/// A kernel driver of GPUs and its version, from the places where it states it.
package struct GraphicsDriver: Sendable, Equatable {
  package var name: String
  package var version: String
  /// The file that says so.
  package var evidence: String

  package init(name: String, version: String, evidence: String) {
    self.name = name
    self.version = version
    self.evidence = evidence
  }
}

extension GraphicsDriver {
  /// Drivers that are part of the kernel have its version and state none.
  package static func all(_ root: SystemRoot) -> [GraphicsDriver] {
    [nvidia(root), module("amdgpu", root), module("xe", root), module("i915", root)].compactMap(\.self)
  }

  private static func nvidia(_ root: SystemRoot) -> GraphicsDriver? {
    let file = "/proc/driver/nvidia/version"
    guard let line = root.line(file), let version = version(in: line) else { return module("nvidia", root) }
    return GraphicsDriver(name: "nvidia", version: version, evidence: file)
  }

  private static func module(_ name: String, _ root: SystemRoot) -> GraphicsDriver? {
    let file = "/sys/module/\(name)/version"
    return root.line(file).map { GraphicsDriver(name: name, version: $0, evidence: file) }
  }

  /// The first word like `535.104.05`: the words before it differ between the closed and the open module
  /// (`NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.54.14  Release Build …`).
  static func version(in line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    return words.first { word in
      let numbers = word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return numbers.count >= 2 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
    }
  }
}
