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
    RuleCase(
      "its advice alone",
      Sample.text("TypeError", "If this call came from a _pb2.py file, your generated code is out of date"),
      .protobufGeneratedCode),
    RuleCase(
      "generated for a newer library",
      Sample.text(
        "AttributeError", "module 'google.protobuf.descriptor' has no attribute '_internal_create_key'"),
      .protobufGeneratedCode),
    RuleCase(
      "a file that does not fit the library",
      Sample.text("TypeError", "Couldn't build proto file into descriptor pool!", ["/home/me/a_pb2.py"]),
      .protobufGeneratedCode),
    RuleCase(
      "code of the third syntax, and a library of the second",
      Sample.text("TypeError", "__init__() got an unexpected keyword argument 'syntax'", ["/x/a_pb2.py"]),
      .protobufGeneratedCode),
    RuleCase(
      "the same words of somebody else",
      Sample.text("TypeError", "__init__() got an unexpected keyword argument 'syntax'", ["/x/highlight.py"]), nil),
    RuleCase(
      "classes with other arguments",
      Sample.text("TypeError", "__new__() got an unexpected keyword argument 'serialized_options'", ["/x/a_pb2.py"]),
      .protobufGeneratedCode),
  ]
}
