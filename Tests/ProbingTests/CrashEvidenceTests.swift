import Probing
import Testing

/// Written by a process in any state, so anything may come.
struct CrashEvidenceTests {
  static let crash = """
    signal 11 address 0x0
    object /usr/lib/libc.so.6
    object /env/lib/python3.11/site-packages/demo/_native.so
    stacks
    Fatal Python error: Segmentation fault

    Thread 0x00007f1 (most recent call first):
      File "/usr/lib/python3.11/threading.py", line 320 in wait

    Current thread 0x00007f2 (most recent call first):
      File "/env/demo/part.py", line 2 in f
      File "/env/demo/part.py", line 7 in <module>
      File "<frozen importlib._bootstrap>", line 241 in _call_with_frames_removed
      File "/env/demo/__init__.py", line 1 in <module>
      File "<string>", line 1 in <module>
      File "<frozen importlib._bootstrap>", line 776 in create_module
      File "<string>", line 1 in <module>

    Extension modules: demo._native (total: 1)
    """

  @Test func tellsWhereItCrashed() throws {
    let evidence = try #require(CrashEvidence(bytes: Array(Self.crash.utf8)))
    #expect(evidence.signal == 11)
    #expect(evidence.address == "0x0")
    #expect(evidence.objects == ["/usr/lib/libc.so.6", "/env/lib/python3.11/site-packages/demo/_native.so"])
  }

  @Test func leavesOutTheFramesOfRealimport() throws {
    let stacks = try #require(CrashEvidence(bytes: Array(Self.crash.utf8))?.stacks)
    #expect(!stacks.contains("create_module"))
    #expect(stacks.contains(#"File "<string>", line 1 in <module>"#))
    #expect(stacks.contains("Extension modules"))
  }

  @Test func tellsTheChainOfImports() throws {
    let evidence = try #require(CrashEvidence(bytes: Array(Self.crash.utf8)))
    #expect(evidence.importing.map(\.file) == ["/env/demo/__init__.py", "/env/demo/part.py"])
    #expect(evidence.importing.map(\.line) == [1, 7])
    #expect(!evidence.isLoading)
  }

  @Test func tellsTheOtherThreadsApart() throws {
    let evidence = try #require(CrashEvidence(bytes: Array(Self.crash.utf8)))
    #expect(evidence.frames.first?.file == "/env/demo/part.py")
    #expect(evidence.otherThreads.map { $0.map(\.function) } == [["wait"]])
    #expect(CrashEvidence(bytes: Array("stacks\n".utf8))?.otherThreads == [])
  }

  @Test func nothingIsNoEvidence() {
    #expect(CrashEvidence(bytes: []) == nil)
  }

  static let garbage: [String] = [
    "stacks", "stacks\n", "signal", "signal x address", "code zz 1 fff", "object", "\n\n\n", "  File \"",
    "stacks\n  File \"",
    "stacks\nCurrent thread\n  File \"a\", line x in f", "stacks\nStack (most\n  File \"\", line 1 in", "\u{0}\u{FFFD}",
  ]

  @Test(arguments: garbage)
  func garbageIsRead(text: String) {
    let evidence = CrashEvidence(bytes: Array(text.utf8))
    #expect(evidence?.frames.isEmpty == true)
    #expect(evidence?.importing.isEmpty == true)
  }

  @Test func everyPartOfItIsRead() {
    let bytes = Array(Self.crash.utf8)
    for count in bytes.indices { _ = CrashEvidence(bytes: Array(bytes[..<count]))?.importing }
    #expect(CrashEvidence(bytes: [0xFF, 0xFE, 0x0A]) != nil)
  }
}
