extension Phrase {
  /// What musl says: ldso/dynlink.c of 1.2.5.
  static let musl: [Phrase] = [
    Phrase("Error loading shared library ", .musl, object: .elsewhere) { reading in
      guard let name = reading.cursor.symbol() else { return nil }
      reading.object = name
      let reason = reading.cursor.reason()
      if reading.cursor.take("(needed by") {
        reading.requested = reading.cursor.file(endedBy: { $0 == .closingParenthesis })
      }
      return switch reason {
      case .noSuchFile?, nil: .missingLibrary
      case .wrongFormat?: .wrongMachine(has: nil, needs: nil)
      case let reason?: .unopenable(reason)
      }
    },
    Phrase("Error relocating ", .musl, object: .elsewhere) { reading in
      guard let object = reading.cursor.symbol() else { return nil }
      reading.object = object
      return relocating(&reading.cursor)
    },
    Phrase("Error loading dependencies for ", .musl, object: .elsewhere, read: exhausted),
    Phrase("Error recording dependencies for ", .musl, object: .elsewhere, read: exhausted),
  ]

  private static func relocating(_ cursor: inout MessageCursor) -> LoaderProblem? {
    guard cursor.take(":") else { return nil }
    if cursor.take("unsupported relocation type"), let number = cursor.symbol() {
      return .relocation("unsupported relocation type \(number)")
    }
    if cursor.take("cannot allocate TLSDESC for") { return .exhausted("cannot allocate TLSDESC") }
    if cursor.take("RELRO protection failed") { return .unmappable("RELRO protection failed", cursor.reason()) }
    // The name of a local symbol, which the loader does not have.
    if cursor.take("(null): initial-exec TLS resolves to dynamic definition") { return .staticTLS }
    guard let symbol = cursor.wholeSymbol(), cursor.take(":") else { return nil }
    if cursor.take("symbol not found") { return .undefinedSymbol(PrintedSymbol(name: symbol)) }
    return cursor.take("initial-exec TLS resolves to dynamic definition") ? .staticTLS : nil
  }

  @Sendable private static func exhausted(_ reading: inout PhraseReading) -> LoaderProblem? {
    guard let object = reading.cursor.symbol() else { return nil }
    reading.object = object
    return .exhausted("no memory for its dependencies")
  }
}
