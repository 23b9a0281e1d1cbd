import SharedObjects

/// A symbol that nothing defines, as a loader's message tells of it.
struct MissingSymbol {
  let symbol: PrintedSymbol
  /// The file that wants it.
  let object: String?
  let origin: SymbolOrigin
  /// Whose loader said it.
  let speaker: LoaderMessage.Speaker
}

extension Failure {
  /// The first that comes from such a place.
  func missingSymbol(where isWanted: (SymbolOrigin) -> Bool) -> MissingSymbol? {
    for message in loaderMessages {
      guard case .undefinedSymbol(let symbol) = message.problem else { continue }
      let object = message.object ?? message.requested
      let origin = SymbolOrigin(symbol, wantedBy: object, of: message.speaker)
      guard isWanted(origin) else { continue }
      return MissingSymbol(symbol: symbol, object: object, origin: origin, speaker: message.speaker)
    }
    return nil
  }
}

extension String {
  /// Without folders, whichever way they are separated.
  var fileName: String { split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? self }
}
