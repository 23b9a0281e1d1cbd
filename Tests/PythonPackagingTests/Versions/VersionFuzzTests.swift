import PythonPackaging
import TestSupport
import Testing

@Suite struct VersionFuzzTests {
  static let seeds: [String] = [
    "1.0", "v2!1.2.3-alpha_4.post5.dev6+local.7-x", " 1.0rc1-3 ", "99999999999999999999.0.0+00.0a", "1.0.r.",
  ]

  @Test(arguments: seeds)
  func mutationsAreReadOrRefused(_ seed: String) {
    var generator = SeededGenerator(seed: 440)
    for _ in 0..<4_000 {
      let text = String(decoding: generator.mutate(Array(seed.utf8)), as: UTF8.self)
      expectSound(text)
    }
  }

  private func expectSound(_ text: String) {
    do throws(VersionProblem) {
      let version = try Version(text)
      let again = try Version(version.description)
      #expect(again == version && !(again < version) && again.description == version.description)
    } catch {
      #expect((0...text.utf8.count).contains(error.position))
    }
  }
}
