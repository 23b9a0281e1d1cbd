/// What a dying or hanging process wrote of itself: lines of `crash.h`, then the text of Python's faulthandler.
///
/// It comes from a process in any state, so nothing of it is taken for granted.
package struct CrashEvidence: Sendable, Equatable {
  package var signal: Int32?
  /// The address that could not be reached, as hexadecimal text.
  package var address: String?
  /// The first bytes of the instruction that the processor refused.
  package var code: [UInt8] = []
  /// Shared objects and programs: where it was running, then what the stack leads back through, nearest first.
  package var objects: [String] = []
  /// Python stacks of all threads.
  package var stacks: String?

  /// Longer text is cut; stacks of a thousand threads fit.
  package static let limit = 1 << 20

  /// `nil` where nothing was written.
  package init?(bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    var lines = String(decoding: bytes.prefix(Self.limit), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst(), line != "stacks" { read(line) }
    let text = Self.withoutOwnFrames(lines).joined(separator: "\n")
    stacks = text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// Below the `<string>` that stands for the user's `python -c` lie the frames of the import of realimport itself.
  private static func withoutOwnFrames(_ lines: ArraySlice<Substring>) -> [Substring] {
    var kept: [Substring] = []
    var isOwn = false
    for line in lines {
      if !line.hasPrefix("  File ") { isOwn = false }
      if !isOwn { kept.append(line) }
      if line.hasPrefix(#"  File "<string>""#) { isOwn = true }
    }
    return kept
  }

  private mutating func read(_ line: Substring) {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return }
    switch words[0] {
    case "signal":
      let parts = words[1].split(separator: " ")
      signal = parts.first.flatMap { Int32($0) }
      address = parts.last.map(String.init)
    case "code": code = words[1].split(separator: " ").compactMap { UInt8($0, radix: 16) }
    case "object": objects.append(String(words[1]))
    default: break
    }
  }
}

extension CrashEvidence {
  /// One frame of a Python stack, the innermost first, as faulthandler writes it: `  File "F", line N in NAME`.
  package struct Frame: Sendable, Equatable {
    package var file: String
    package var line: Int
    package var function: String
  }

  /// The frames of the thread that crashed, or else of the first one that is told.
  package var frames: [Frame] {
    let threads = threads
    return (threads.first(where: \.isCurrent) ?? threads.first)?.frames ?? []
  }

  /// Those of every other thread, as they are told.
  package var otherThreads: [[Frame]] {
    let threads = threads
    let current = threads.firstIndex(where: \.isCurrent) ?? threads.startIndex
    return threads.enumerated().filter { $0.offset != current }.map(\.element.frames)
  }

  /// Each thread begins with a line of its own and ends with the first line that is no frame.
  private var threads: [(isCurrent: Bool, frames: [Frame])] {
    var threads: [(isCurrent: Bool, frames: [Frame])] = []
    var isInside = false
    for line in stacks?.split(separator: "\n") ?? [] {
      let isCurrent = line.hasPrefix("Current thread")
      if isCurrent || line.hasPrefix("Thread") || line.hasPrefix("Stack (") {
        threads.append((isCurrent, []))
        isInside = true
      } else if isInside, let frame = Frame(line) {
        threads[threads.count - 1].frames.append(frame)
      } else {
        isInside = false
      }
    }
    return threads
  }

  /// Files whose own top level was running, the outermost first: the chain of imports that led there.
  package var importing: [Frame] {
    frames.reversed().filter { $0.function == "<module>" && !$0.file.hasPrefix("<") }
  }

  /// Whether it was the import system itself that ran, as when it loads an extension module.
  package var isLoading: Bool { frames.first?.file.hasPrefix("<frozen importlib") ?? true }
}

extension CrashEvidence.Frame {
  init?(_ line: Substring) {
    let start = #"  File ""#
    guard line.hasPrefix(start), let quote = line.lastIndex(of: "\"") else { return nil }
    let first = line.index(line.startIndex, offsetBy: start.count)
    guard first <= quote else { return nil }
    let rest = line[line.index(after: quote)...]
    let parts = rest.split(separator: " ")
    // `, line 3 in <module>`
    guard parts.count >= 5, parts[1] == "line", let number = Int(parts[2]), parts[3] == "in" else { return nil }
    self.init(file: String(line[first..<quote]), line: number, function: parts[4...].joined(separator: " "))
  }
}
