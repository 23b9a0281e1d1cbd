import Diagnosis
import Reporting

extension LoaderReport {
  init(_ explanation: LoaderExplanation) {
    self.init(
      message: explanation.message, kind: explanation.kind.rawValue, conclusion: explanation.conclusion.code,
      summary: explanation.summary)
    (object, distribution, library) = (explanation.object, explanation.distribution, explanation.library)
    (symbol, demangled, version) = (explanation.symbol, explanation.demangled, explanation.version)
    chain = explanation.chain
    considered = explanation.considered.map {
      ConsideredReport(place: $0.place, rule: $0.rule.rawValue, reason: $0.reason)
    }
    offeredBy = explanation.offeredBy.map {
      OfferReport(file: $0.file.path, distribution: $0.file.distribution?.name, soname: $0.soname)
    }
    install = explanation.suppliers.flatMap(SupplierReport.all)
    evidence = explanation.evidence
  }
}

extension SupplierReport {
  fileprivate static func all(_ supplier: LibrarySupplier) -> [SupplierReport] {
    switch supplier {
    case .driver(let driver): [SupplierReport(.driver, driver.rawValue)]
    case .distributions(let names): names.map { SupplierReport(.index, $0) }
    case .debian(let packages): packages.map { SupplierReport(.debian, $0.name) }
    }
  }
}
