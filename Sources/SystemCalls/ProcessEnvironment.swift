internal import Glibc

/// What this process was started with, as bytes: neither arguments nor variables need be UTF-8.
package enum ProcessArguments {
  /// Without the program's own name.
  package static func current() -> [[UInt8]] {
    let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    return arguments.dropFirst().map { argument in
      guard let argument else { return [] }
      return UnsafeBufferPointer(start: argument, count: strlen(argument)).map(UInt8.init(bitPattern:))
    }
  }
}

/// The environment variables of this process, as bytes: names and values need not be UTF-8.
package struct ProcessEnvironment: Sendable {
  /// Entries `NAME=VALUE`, in the system's order.
  package private(set) var entries: [[UInt8]]

  package init(entries: [[UInt8]]) {
    self.entries = entries
  }

  package static func current() -> ProcessEnvironment {
    var entries: [[UInt8]] = []
    var next = environ
    while let entry = next.pointee {
      entries.append(UnsafeBufferPointer(start: entry, count: strlen(entry)).map(UInt8.init(bitPattern:)))
      next += 1
    }
    return ProcessEnvironment(entries: entries)
  }

  package subscript(name: String) -> [UInt8]? {
    let start = Array("\(name)=".utf8)
    return entries.first { $0.starts(with: start) }.map { Array($0.dropFirst(start.count)) }
  }

  /// The same with these variables, whatever they were before.
  package func setting(_ variables: [String: String]) -> ProcessEnvironment {
    let kept = entries.filter { entry in
      !variables.keys.contains { entry.starts(with: "\($0)=".utf8) }
    }
    let added = variables.sorted { $0.key < $1.key }.map { Array("\($0.key)=\($0.value)".utf8) }
    return ProcessEnvironment(entries: kept + added)
  }

  /// Gives this process a variable, unless it has it already.
  package static func setDefault(_ name: String, _ value: String) {
    setenv(name, value, 0)
  }

  /// The same with one more variable, unless that is set already.
  package func addingDefault(_ name: String, _ value: String) -> ProcessEnvironment {
    self[name] == nil ? ProcessEnvironment(entries: entries + [Array("\(name)=\(value)".utf8)]) : self
  }
}
