extension Phrase {
  /// What CPython itself says of an extension module: Python/importdl.c of 2.7 to 3.14.
  static let python: [Phrase] = [
    Phrase("dynamic module does not define module export function", .python, object: .elsewhere) { reading in
      .missingInitFunction(reading.cursor.take("(") ? reading.cursor.symbol() : nil)
    },
    Phrase("dynamic module does not define init function", .python, object: .elsewhere) { reading in
      .missingInitFunction(reading.cursor.take("(") ? reading.cursor.symbol() : nil)
    },
    Phrase("dynamic module not initialized properly", .python, object: .elsewhere, means: .badInitialization),
    Phrase("initialization of ", .python, object: .elsewhere) { reading in
      guard let module = reading.cursor.symbol(),
        reading.cursor.take("did not return a valid extension module")
          || reading.cursor.take("did not return an extension module")
          || reading.cursor.take("failed without raising an exception")
          || reading.cursor.take("raised unreported exception")
      else { return nil }
      reading.requested = module
      return .badInitialization
    },
  ]
}
