/// Words by which a message is known, and how to read what stands around them.
struct Phrase: Sendable {
  let words: [UInt8]
  let speaker: LoaderMessage.Speaker
  let object: ObjectPlace
  /// Reads on behind the words; `nil`: this is no such message.
  let read: @Sendable (inout PhraseReading) -> LoaderProblem?

  /// Whether the file that a message is about stands before its words.
  enum ObjectPlace {
    /// `libx.so.1: words …`. The words are ones that people use, too: without a file before them they are no message.
    case required
    /// Before the words, or, in what ldd(1) prints, behind them.
    case optional
    /// What stands before the words does not belong to them.
    case elsewhere
  }

  init(
    _ words: String, _ speaker: LoaderMessage.Speaker, object: ObjectPlace,
    read: @escaping @Sendable (inout PhraseReading) -> LoaderProblem?
  ) {
    self.words = Array(words.utf8)
    self.speaker = speaker
    self.object = object
    self.read = read
  }

  /// Words that always mean the same.
  init(_ words: String, _ speaker: LoaderMessage.Speaker, object: ObjectPlace, means problem: LoaderProblem) {
    self.init(words, speaker, object: object) { _ in problem }
  }
}

/// What is known of a message while it is read.
struct PhraseReading {
  /// Where the words begin.
  let start: Int
  var cursor: MessageCursor
  var object: String?
  var requested: String?
  var endedProgram: String?
  /// The words say who asked, and the message that they introduce, if one follows, says what for.
  var isIntroduction = false
}

extension Phrase {
  /// Every phrase, by the first letter of its words. Where several begin alike, the first that fits is taken.
  static let byFirstByte: [[Phrase]] = {
    var table = [[Phrase]](repeating: [], count: 256)
    for phrase in glibc + glibcTranslations + musl + dyld + otherSystems + windows + python + wrappers {
      if let first = phrase.words.first { table[Int(first)].append(phrase) }
    }
    return table
  }()
}
