import Diagnosis
import Reporting
import Probing
import SharedObjects
import Supervision
import SystemPackage

/// Explains what a loader said in the course of a check.
struct LoaderAssembly {
  let source: LoaderFactsSource

  /// More of them are of one cause.
  private static let most = 20

  /// Whether there is anything to read; of imports that passed, what they wrote is full of harmless notices.
  static func concerns(_ check: CheckReport) -> Bool { !check.isGood || !check.hiddenFailures.isEmpty }

  func explanations(of check: CheckReport) -> [LoaderExplanation] {
    let loaded = check.loadedObjects.map { PythonPath(text: $0.file).filePath }
    var told: [LoaderMessage] = []
    var explanations: [LoaderExplanation] = []
    for statement in statements(check) where explanations.count < Self.most {
      for (message, words) in LoaderMessage.read(in: statement.text, limit: Self.most) {
        guard !told.contains(where: { $0.problem == message.problem && $0.object == message.object }) else { continue }
        let facts = source.facts(of: message, root: statement.root, loaded: loaded, speakers: statement.speakers)
        guard let explanation = LoaderExplanation(message, words: words, facts: facts) else { continue }
        told.append(message)
        explanations.append(explanation)
      }
    }
    return Array(explanations.prefix(Self.most))
  }

  /// A text in which a loader may have spoken, with what is known of whom it spoke.
  private struct Statement {
    let text: String
    let root: FilePath?
    let speakers: [String]
  }

  private func statements(_ check: CheckReport) -> [Statement] {
    let raised =
      [check.exception].compactMap(\.self) + check.attributes.compactMap(\.exception)
      + check.expressions.compactMap(\.exception)
    return raised.flatMap { Self.statements($0, root: nil) }
      + check.hiddenFailures.flatMap { Self.statements($0.exception, root: PythonPath(text: $0.file).filePath) }
      + [Statement(text: check.output.text, root: nil, speakers: [])]
  }

  private static func statements(_ exception: ExceptionReport, root: FilePath?) -> [Statement] {
    let requested = exception.chain.lazy.flatMap { LoaderMessage.all(in: $0.message, limit: 4) }.compactMap(\.requested)
      .first { $0.hasPrefix("/") }
    return exception.chain.map { link in
      Statement(
        text: link.message,
        root: link.path.map { PythonPath(text: $0).filePath } ?? requested.map { FilePath($0) } ?? root,
        speakers: link.frames.reversed().compactMap(\.distribution))
    }
  }
}

extension LoaderMessage {
  /// Every message of a text with the line in which it stands.
  fileprivate static func read(in text: String, limit: Int) -> [(message: LoaderMessage, words: String)] {
    let messages = all(in: text, limit: limit)
    guard !messages.isEmpty else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return messages.map { message in
      let index = message.line - 1
      return (message, lines.indices.contains(index) ? String(lines[index]) : text)
    }
  }
}
