/// The lines of a text, cleaned and classified; those that several processes wrote between one another, apart.
struct TextLines {
  /// The lines of each process that the text names, and first those of none.
  private(set) var streams: [[TextLine]] = [[]]

  init(_ bytes: [UInt8]) {
    let cleaner = TextCleaner(bytes)
    var lines = cleaner.lines.map { cleaner.output[$0.range] }
    Quotation.remove(from: &lines)
    let scanner = PhraseScanner()
    streams[0].reserveCapacity(lines.count)
    var places: [Bytes: Int] = [:]
    for (line, content) in zip(cleaner.lines, lines) {
      let content = Self.withoutRepetition(content.withoutTrailingBlanks)
      let prefix = LogPrefix(content)
      let made = TextLine(number: line.number, content, prefix: prefix, scanner: scanner)
      let stream = place(of: prefix.origin, &places)
      guard made.kind == .header, let parts = JoinedTraceback.lines(of: made.content) else {
        append(made, toStream: stream)
        continue
      }
      for part in parts {
        append(TextLine(number: line.number, part, prefix: LogPrefix(part), scanner: scanner), toStream: stream)
      }
    }
  }

  /// More processes than this share the stream of none.
  private static let streamLimit = 256

  private mutating func place(of origin: Bytes?, _ places: inout [Bytes: Int]) -> Int {
    guard let origin else { return 0 }
    if let place = places[origin] { return place }
    guard streams.count < Self.streamLimit else { return 0 }
    places[origin] = streams.count
    streams.append([])
    return streams.count - 1
  }

  private mutating func append(_ line: TextLine, toStream place: Int) {
    // `File "…",` where a terminal or a mail program broke the line.
    if line.trimmed.begins(with: "line "), let last = streams[place].last, last.kind == .text,
      last.trimmed.begins(with: "File \""), last.content.last == UInt8(ascii: ",")
    {
      let joined = Array(last.content) + [.space] + line.trimmed
      streams[place][streams[place].count - 1] = last.joined(joined[...], phrases: line.phrases.union(.frame))
    } else {
      streams[place].append(line)
    }
  }

  /// Ray counts the same line of other processes behind it: ` [repeated 3x across cluster]`.
  private static func withoutRepetition(_ line: Bytes) -> Bytes {
    guard line.last == .closingBracket, line.suffix(20).contains("across cluster]"),
      let open = line.lastIndex(of: UInt8(ascii: "["))
    else { return line }
    return line[line.startIndex..<open].withoutTrailingBlanks
  }
}
