import Probing
import PythonPackaging
import Reporting
import SharedObjects
import Supervision
import SystemPackage

extension LinkAssumptionReport {
  /// - Parameters:
  ///   - companions: Among which what is assumed was found.
  ///   - subject: Whose file it is; `nil` for a file of nobody.
  init(_ assumption: LinkAssumption, of file: FilePath, _ companions: CompanionSet?, subject: InstalledDistribution?) {
    let (library, symbols, path): (String?, [String], FilePath) =
      switch assumption {
      case .library(let name, let path): (String(decoding: name, as: UTF8.self), [], path)
      case .symbols(let names, let path): (nil, names, path)
      }
    let origin = companions?[path]
    let count = symbols.count == 1 ? "a symbol" : "\(symbols.count) symbols"
    let what = library ?? "\(count) of \(path.lastComponent?.string ?? path.string)"
    self.init(
      file: PythonPath(file).description, library: library, symbols: symbols, providedBy: PythonPath(path).description,
      distribution: origin?.distribution.name.text,
      message: origin.map { "\(what): as loaded by \($0.words(for: subject))" } ?? what)
  }
}
