internal import Probing

/// Keeps the two ends of a long traceback, as the reader of live exceptions does.
struct FrameCollector {
  /// How many frames of one traceback are kept, half from each end.
  static let limit = 2000

  private var first: [FrameFacts] = []
  private var last: [FrameFacts] = []

  var isEmpty: Bool { first.isEmpty }
  var frames: [FrameFacts] { first + last.suffix(Self.limit / 2) }

  mutating func append(_ frame: FrameFacts) {
    guard first.count >= Self.limit / 2 else { return first.append(frame) }
    last.append(frame)
    if last.count >= Self.limit { last.removeFirst(Self.limit / 2) }
  }

  /// The frame read last, to be completed by the lines below it.
  var current: FrameFacts? {
    get { last.last ?? first.last }
    set {
      guard let newValue else { return }
      if !last.isEmpty { last[last.count - 1] = newValue } else if !first.isEmpty { first[first.count - 1] = newValue }
    }
  }

  /// Takes the frame read last so many times more; more than are kept need not be counted.
  mutating func repeatLast(_ times: Int) {
    guard let current else { return }
    for _ in 0..<min(max(0, times), Self.limit) { append(current) }
  }
}
