import Testing

@testable import Diagnosis

@Suite struct FindingTests {
  @Test func evidenceIsShortAndToldOnce() {
    let finding = Finding(
      .hang, .likely, culprits: ["a", nil, "a"], "s", evidence: ["1", nil, "1", "2", "3", "4", "5"])
    #expect(finding.evidence == ["1", "2", "3", "4"])
    #expect(finding.culprits == ["a"])
  }

  @Test func aFixThatComesFirstIsNoAlternative() {
    let finding = Finding(.hang, .likely, "s", evidence: [], fixes: [nil, Fix("or use Python 3.11"), Fix("or wait")])
    #expect(finding.fixes.map(\.title) == ["use Python 3.11", "or wait"])
  }

  @Test func commandsAreForAShell() {
    let pip = Installer(python: "/my env/bin/python", isUV: false)
    #expect(pip.install("numpy<2") == "'/my env/bin/python' -m pip install 'numpy<2'")
    #expect(pip.uninstall("a", "b") == "'/my env/bin/python' -m pip uninstall --yes a b")
    let uv = Installer(python: "/e/bin/python", isUV: true)
    #expect(uv.install("a==1.0") == "uv pip install --python /e/bin/python a==1.0")
    #expect(uv.install("it's;rm") == #"uv pip install --python /e/bin/python 'it'\''s;rm'"#)
  }

  @Test func aTextProvesNothing() {
    let finding = HiddenByLocalFile().finding(
      in: Sample.text(
        "ImportError", "cannot import name 'a' from partially initialized module 'b' (/d/b.py)", ["/d/b.py", "/d/b.py"])
    )
    #expect(finding?.confidence == .likely)
  }

  @Test func theDeepestCauseOfSeveralFailuresComesFirst() {
    let symptom = Sample.text("Bad", "no", ["/x.py"])
    let cause = Sample.text("ModuleNotFoundError", "No module named 'imp'", minor: 12)
    #expect(Diagnosis.findings(in: [symptom, cause]).first?.cause == .pythonVersionUnsupported)
    #expect(Diagnosis.findings(in: []).isEmpty)
  }

  @Test func theOldestOfAChainIsJudgedFirst() {
    let first = Sample.exception("ModuleNotFoundError", "No module named 'httpx'")
    let last = Sample.exception(
      "RuntimeError", "The starlette.testclient module requires the httpx package", inner: first)
    #expect(Diagnosis.findings(in: Sample.text(last)).first?.culprits == ["httpx"])
  }
}
