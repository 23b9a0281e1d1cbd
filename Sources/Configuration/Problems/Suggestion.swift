/// The word that was probably meant.
enum Suggestion {
  /// The nearest of the known words; `nil` where none is near enough to be more than a guess: a third of its letters
  /// may be wrong.
  static func nearest(to word: String, among known: [String]) -> String? {
    // What is longer is no typing mistake, and comparing it would take long.
    guard word.utf8.count <= longest else { return nil }
    let word = word.lowercased()
    let rated = known.map { (word: $0, distance: distance(Array(word), Array($0))) }
    guard let best = rated.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, best.word.count / 3) ? best.word : nil
  }

  private static let longest = 40

  /// Letters put in, left out, changed, or two neighbours swapped: optimal string alignment.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var best = min(above[column + 1] + 1, current[column] + 1, above[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, first[row - 1] == other, letter == second[column - 1] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      (before, above) = (above, current)
    }
    return above[second.count]
  }
}
