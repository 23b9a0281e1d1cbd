import Testing

@testable import Diagnosis

@Suite struct GeneratedCodeTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) {
    row.expect(of: GeneratedCode())
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "old code", Sample.text("TypeError", "Descriptors cannot be created directly.", ["\(site)/tensorboard/x_pb2.py"]),
      .protobufGeneratedCode, .likely, culprits: ["protobuf", "tensorboard"]),
    RuleCase(
      "new code",
      Sample.text(
        "ImportError", "cannot import name 'runtime_version' from 'google.protobuf'", ["\(site)/feast/a_pb2.py"]),
      .protobufGeneratedCode, culprits: ["protobuf", "feast"]),
    RuleCase(
      "what the library of C++ says",
      Sample.text(
        Sample.exception("?", ""),
        output:
          "[libprotobuf FATAL a.cc:68] This program requires version 3.6.1 of the Protocol Buffer runtime library,"),
      .protobufGeneratedCode, .likely, culprits: ["protobuf"]),
    RuleCase(
      "another TypeError",
      Sample.text("TypeError", "f() got an unexpected keyword argument 'file'", ["\(site)/a/b.py"]), nil),
  ]
}
