/// A constant of C's type `unsigned long` that a shared object exports, such as CPython's `Py_Version`.
package struct ExportedConstant: Sendable, Equatable {
  package let value: UInt64

  /// Finds the symbol as the loader does and reads what lies at its address.
  ///
  /// - Parameter name: As C has it.
  /// - Returns: `nil` where no such symbol is exported, or where its value is not in the file.
  package init?(named name: String, in file: ObjectFile) {
    guard let name = try? SymbolName(name), let symbol = file.definition(of: name),
      let address = Int(exactly: symbol.address), let place = file.segments.place(of: address),
      let value = file.header.view.unsigned(at: place.lowerBound, size: file.header.layout.wordSize)
    else { return nil }
    self.value = value
  }
}
