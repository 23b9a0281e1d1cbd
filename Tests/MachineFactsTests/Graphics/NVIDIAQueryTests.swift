import MachineFacts
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// What is made of the answers of `nvidia-smi`, none of which is trusted.
@Suite struct NVIDIAQueryTests {
  typealias Device = NVIDIAQuery.Device

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: String
    let answer: NVIDIAQuery.Answer

    init(_ testDescription: String, _ script: String, _ answer: NVIDIAQuery.Answer) {
      self.testDescription = testDescription
      self.script = script
      self.answer = answer
    }
  }

  static let rows: [Row] = [
    Row(
      "two devices",
      "printf 'NVIDIA A100-SXM4-80GB, 535.104.05, 81920 MiB, 8.0\\nTesla T4, 535.104.05, 15360 MiB, 7.5\\n'",
      .devices([
        Device(
          name: "NVIDIA A100-SXM4-80GB", driverVersion: "535.104.05", memory: 81920 << 20, computeCapability: "8.0"),
        Device(name: "Tesla T4", driverVersion: "535.104.05", memory: 15360 << 20, computeCapability: "7.5"),
      ])),
    Row(
      "what it does not know", "echo 'Thor, 580.0, [N/A], [N/A]'",
      .devices([Device(name: "Thor", driverVersion: "580.0", memory: nil, computeCapability: nil)])),
    Row("no devices", "true", .devices([])),
    Row("other lines", "echo hello; echo 'a, b'; echo ', , ,'", .devices([])),
    Row(
      "numbers that are too large", "echo 'X, 1.2, 9223372036854775807 MiB, 1'",
      .devices([Device(name: "X", driverVersion: "1.2", memory: nil, computeCapability: "1")])),
    Row(
      "a driver that does not answer", "echo \"NVIDIA-SMI has failed because it couldn't communicate\"; exit 9",
      .failure("NVIDIA-SMI has failed because it couldn't communicate")),
    Row("words on the other stream", "echo 'no device' >&2; exit 6", .failure("no device")),
    Row("no words", "exit 15", .failure("it ended with status 15")),
    Row("a crash", "kill -SEGV $$", .failure("it was killed by SIGSEGV")),
    Row("a flood", "head -c 3000000 /dev/zero", .devices([])),
  ]

  private func query(_ script: String, patience: Duration = .seconds(20)) throws -> NVIDIAQuery? {
    let folder = try TestFolder()
    try folder.program("#!/bin/sh\n\(script)\n", to: "nvidia-smi")
    return NVIDIAQuery(ProcessEnvironment(["PATH": "\(folder.path.string):/usr/bin:/bin"]), patience: patience)
  }

  @Test(arguments: rows)
  func answer(_ row: Row) throws {
    #expect(try query(row.script)?.answer == row.answer)
  }

  @Test func patienceEnds() throws {
    let start = ContinuousClock.now
    #expect(try query("sleep 60", patience: .milliseconds(200))?.answer == .failure("it did not answer in time"))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func nobodyToAsk() throws {
    let folder = try TestFolder()
    try folder.write("no program", to: "nvidia-smi")
    #expect(NVIDIAQuery(ProcessEnvironment(["PATH": folder.path.string])) == nil)
    #expect(NVIDIAQuery(ProcessEnvironment([:])) == nil)
  }

  @Test func anyBytesAreTaken() {
    var generator = SeededGenerator(seed: 9)
    let seed = Array("NVIDIA A100, 535.104.05, 81920 MiB, 8.0\nTesla T4, [N/A], 15360 MiB, 7.5\n".utf8)
    for _ in 0..<5000 {
      #expect(NVIDIAQuery.devices(generator.mutate(generator.mutate(seed))).count <= 10)
    }
  }
}
