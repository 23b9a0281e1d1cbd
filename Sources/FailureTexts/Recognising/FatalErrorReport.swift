internal import Probing

/// What Python writes when it gives up or is killed by a signal: `Fatal Python error: …` and stacks of its threads, the
/// innermost frame first (CPython: Python/pylifecycle.c, Modules/faulthandler.c, Python/traceback.c).
enum FatalErrorReport: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    guard lines[index].kind == .fatal || lines[index].kind == .stack else { return nil }
    var reader = FatalErrorReader(lines, from: index)
    let facts = reader.read()
    let range = lines[index].number...lines[max(index, reader.index - 1)].number
    return Recognised(failure: TextFailure(.death(facts), form: .faulthandler, lines: range), end: reader.index)
  }
}

private struct FatalErrorReader {
  private let all: [TextLine]
  private(set) var index: Int
  private var facts: DeathFacts
  /// Of the thread that is being read, the innermost first; kept if it is the one that died, or the first.
  private var frames = FrameCollector()
  private var isWanted = true
  private var isNative = false
  private let isAsked: Bool

  init(_ all: [TextLine], from index: Int) {
    self.all = all
    self.index = index
    let line = all[index].trimmed
    let words = line.split(at: "atal Python error: ")?.after ?? line.split(at: "fatal exception: ")?.after ?? line
    isAsked = all[index].kind == .stack
    facts = DeathFacts(message: words.text)
    facts.signal = DeathSignal(words)?.name
    // faulthandler.dump_traceback_later, and pytest's faulthandler_timeout.
    facts.isTimeout = index > 0 && all[index - 1].trimmed.begins(with: "Timeout (")
    if all[index].kind == .fatal { self.index += 1 }
  }

  mutating func read() -> DeathFacts {
    while index < all.count, readLine(all[index]) { index += 1 }
    facts.frames = frames.frames.reversed()
    readShell()
    // Stacks that somebody asked for: of a process that dies Python says first why.
    if isAsked, facts.signal == nil, facts.exitCode == nil { facts.isTimeout = true }
    return facts
  }

  private mutating func readLine(_ line: TextLine) -> Bool {
    switch line.kind {
    case .stack: begin(line.trimmed)
    case .frame(.python):
      if isWanted, let frame = FrameForm.python.frame(line.trimmed) { frames.append(frame) }
    case .blank, .snip: break
    case .text: return readText(line.trimmed)
    default: return false
    }
    return true
  }

  /// `Current thread 0x… (most recent call first):` and the same without `Current`.
  private mutating func begin(_ line: Bytes) {
    isNative = line.contains("C stack")
    let isCurrent = line.begins(with: "Current thread")
    if isCurrent, !isNative { frames = FrameCollector() }
    isWanted = !isNative && (isCurrent || frames.isEmpty)
  }

  private mutating func readText(_ line: Bytes) -> Bool {
    if let list = line.behind("Extension modules: ") {
      facts.extensionModules = list.prefix { $0 != UInt8(ascii: "(") }.trimmed
        .split(separator: UInt8(ascii: ",")).prefix(5000).map(\.trimmed.text)
      return true
    }
    if line.begins(with: "Binary file ") || line.begins(with: "<") && isNative {
      if facts.nativeFrames.count < 500 { facts.nativeFrames.append(line.text) }
      return true
    }
    return line.begins(with: "<") || line.begins(with: "Python runtime state: ") || line.begins(with: "Garbage-coll")
  }

  /// The shell's own line about the same death.
  private mutating func readShell() {
    guard index < all.count, let place = all[index...].prefix(2).firstIndex(where: { !$0.isBlank }),
      let seen = DeathLine.facts(all[place]), facts.signal == nil || seen.signal == facts.signal
    else { return }
    facts.signal = facts.signal ?? seen.signal
    facts.exitCode = seen.exitCode
    index = place + 1
  }
}
