import Probing
import Reporting
import Testing

/// What the loader's words mean stands with the failure that they are of.
@Suite struct LoaderTextTests {
  private static let message = "liba.so.2: cannot open shared object file"

  private let failed = Samples.check("b", .failed, .import) { check in
    check.exception = Samples.exception("ImportError", LoaderTextTests.message)
    check.loader = [Samples.loader()]
  }

  private let hidden = Samples.check("b", .passed) { check in
    check.hiddenFailures = [
      HiddenFailureReport(
        module: "b.c", file: "/s/b/c.so", exception: Samples.exception("ImportError", LoaderTextTests.message))
    ]
    check.loader = [Samples.loader()]
  }

  @Test func belowTheFailure() {
    let text = Samples.renderer().summary(Samples.report(failed))
    #expect(
      text.contains(
        """
          ImportError: liba.so.2: cannot open shared object file
          loader: `b.so` of b 1.0 needs `liba.so.2`, and only another release of that
                  library is installed.
            - Installed: liba.so.1 of a 1.0 (/s/a/liba.so.1).

        """), "\(text)")
    #expect(!text.contains("/lib/liba.so.2"))
  }

  @Test func everyPlaceWithVerbose() {
    let text = Samples.renderer(isVerbose: true).summary(Samples.report(failed))
    #expect(text.contains("/lib/liba.so.2: no such file (default-folder)"))
  }

  @Test func belowAHiddenFailure() {
    let lines = Samples.renderer().line(hidden).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("    loader: `b.so` of b 1.0 needs") }, "\(lines)")
    #expect(lines.last == "      - Installed: liba.so.1 of a 1.0 (/s/a/liba.so.1).")
  }
}
