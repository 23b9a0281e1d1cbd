/// What `/proc/cpuinfo` says (proc(5)); its keys differ between architectures.
package struct Processor: Sendable, Equatable {
  /// `nil` where the kernel gives no name, as on most of ARM.
  package var model: String?
  /// Processors that the kernel runs, whatever this process may use of them.
  package var count = 0
  /// Those that compiled packages ask for, in the kernel's order and spelling.
  package var flags: [String] = []

  package init(_ root: SystemRoot) {
    var arm = ARMIdentity()
    for line in KeyedLines(root.bytes("/proc/cpuinfo") ?? [], sign: ":") {
      if line.has(key: "processor") { count += 1 }
      if model == nil, line.has(key: "model name"), !line.value.isEmpty { model = line.text }
      if flags.isEmpty, line.has(key: "flags") || line.has(key: "Features") { flags = Self.notable(line) }
      arm.add(line)
    }
    model = model ?? arm.text
  }

  /// All of the few features of ARM; of the hundred of x86 those of the table.
  private static func notable(_ line: KeyedLines.Line) -> [String] {
    let words = line.text.split(separator: " ").map(String.init)
    return line.has(key: "Features")
      ? words : words.filter { exact.contains($0) || prefixes.contains(where: $0.hasPrefix) }
  }

  /// What torch, numpy and vllm choose their kernels by (`torch.backends.cpu.get_cpu_capability`,
  /// `numpy.show_config`), as the kernel spells it in `arch/x86/include/asm/cpufeatures.h`.
  private static let exact: Set<String> = ["sse4_2", "popcnt", "avx", "avx2", "fma", "f16c", "bmi2", "avx_vnni"]
  private static let prefixes: [String] = ["avx512", "amx"]
}

/// The numbers by which the kernel tells processors of ARM apart (`CPU implementer` and `CPU part`).
private struct ARMIdentity {
  private var implementer: String?
  private var part: String?

  mutating func add(_ line: KeyedLines.Line) {
    if implementer == nil, line.has(key: "CPU implementer") { implementer = line.text }
    if part == nil, line.has(key: "CPU part") { part = line.text }
  }

  var text: String? {
    guard let implementer else { return nil }
    return [Self.names[implementer] ?? "implementer \(implementer)", part.map { "part \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }

  /// MIDR_EL1 in the Arm Architecture Reference Manual, and `sys-utils/lscpu-arm.c` of util-linux.
  private static let names: [String: String] = [
    "0x41": "ARM", "0x42": "Broadcom", "0x43": "Cavium", "0x46": "FUJITSU", "0x48": "HiSilicon", "0x4e": "NVIDIA",
    "0x50": "APM", "0x51": "Qualcomm", "0x61": "Apple", "0x6d": "Microsoft", "0xc0": "Ampere",
  ]
}
