import Testing

@testable import Diagnosis

@Suite struct RemovedNamesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let release: String?
    var testDescription: String { name }

    init(_ name: String, _ release: String?) {
      self.name = name
      self.release = release
    }
  }

  /// Asked of the releases themselves.
  static let rows: [Row] = [
    Row("numpy.float", "1.24"), Row("numpy.float_", "2.0"), Row("numpy.in1d", "2.4"), Row("numpy.float64", nil),
    Row("scipy.linalg.triu", "1.13"), Row("scipy.interp", "1.12"), Row("scipy.signal.hann", "1.13"),
    Row("scipy.integrate.simps", "1.14"), Row("sklearn.datasets.load_boston", "1.2"),
    Row("werkzeug.urls.url_quote", "3.0"), Row("werkzeug.wrappers.etag", "2.1"), Row("jinja2.Markup", "3.1"),
    Row("django.utils.six", "3.0"), Row("numpy", nil), Row("", nil), Row("numpy.", nil),
  ]

  @Test(arguments: rows) func firstReleaseWithout(_ row: Row) {
    #expect(RemovedNames.firstWithout(row.name) == row.release)
  }
}
