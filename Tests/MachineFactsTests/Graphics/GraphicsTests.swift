import MachineFacts
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// GPUs, drivers and what belongs to CUDA, from files.
@Suite struct GraphicsTests {
  struct Bus: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let device: String?

    init(_ testDescription: String, _ device: String?, _ files: [String: String]) {
      self.testDescription = testDescription
      self.device = device
      self.files = files
    }
  }

  static let devices: [Bus] = [
    Bus(
      "NVIDIA's, named by its driver", "NVIDIA 0x20b2 NVIDIA A100 nvidia -",
      ["vendor": "0x10de", "class": "0x030200", "device": "0x20b2\n", "model": "Model: \t\t NVIDIA A100\nIRQ:   16\n"]),
    Bus(
      "an accelerator of AMD", "AMD 0x74a1 MI300X nvidia 1024",
      [
        "vendor": "0x1002", "class": "0x120000", "device": "0x74a1", "mem_info_vram_total": "1024\n",
        "product_name": "MI300X\n",
      ]),
    Bus(
      "memory that is none", "Intel 0x56c0 - nvidia -",
      ["vendor": "0x8086\n", "class": "0x030000\n", "device": "0x56c0", "mem_info_vram_total": "-1\n"]),
    Bus("no number", "Intel ? - nvidia -", ["vendor": "0x8086\n", "class": "0x038000\n"]),
    Bus("a bridge", nil, ["vendor": "0x8086\n", "class": "0x060100\n", "device": "0x1"]),
    Bus("another vendor", nil, ["vendor": "0x1af4\n", "class": "0x030000\n", "device": "0x1"]),
    Bus("nothing to read", nil, ["vendor": "", "class": ""]),
  ]

  @Test(arguments: devices)
  func device(_ row: Bus) throws {
    let place = "sys/bus/pci/devices/0000:65:00.0"
    var files: [String: String] = [:]
    for (name, text) in row.files { files["\(place)/\(name)"] = text }
    files["proc/driver/nvidia/gpus/0000:65:00.0/information"] = row.files["model"]
    let links = ["\(place)/driver": "../../../../bus/pci/drivers/nvidia"]
    let device = try reading(files, links: links, GraphicsDevice.all).first
    let words = device.map { device in
      [
        device.vendor.name, device.id, device.name ?? "-", device.driver ?? "-",
        device.memory.map(String.init) ?? "-",
      ].joined(separator: " ")
    }
    #expect(words == row.device)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let versions: [String]
  }

  static let drivers: [Row] = [
    Row(
      testDescription: "the closed module",
      files: [
        "proc/driver/nvidia/version":
          "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 01:15:15 UTC 2023\nGCC version:  gcc 12.2.0\n"
      ], versions: ["nvidia 535.104.05"]),
    Row(
      testDescription: "the open module",
      files: [
        "proc/driver/nvidia/version":
          "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.54.14  Release Build  (dvs-builder)\n"
      ], versions: ["nvidia 550.54.14"]),
    Row(
      testDescription: "a text without a version, and the module's own",
      files: ["proc/driver/nvidia/version": "NVRM\n", "sys/module/nvidia/version": "570.1\n"],
      versions: ["nvidia 570.1"]),
    Row(testDescription: "amdgpu", files: ["sys/module/amdgpu/version": "6.7.0\n"], versions: ["amdgpu 6.7.0"]),
    Row(testDescription: "none", files: [:], versions: []),
  ]

  @Test(arguments: drivers)
  func driver(_ row: Row) throws {
    #expect(try reading(row.files, GraphicsDriver.all).map { "\($0.name) \($0.version)" } == row.versions)
  }

  @Test func deviceFiles() throws {
    let names = ["nvidia0", "nvidiactl", "kfd", "null", "dri/renderD128", "dri/card0"]
    let files = Dictionary(uniqueKeysWithValues: names.map { ("dev/\($0)", "") })
    let nodes = try reading(files, GraphicsNodes.all)
    #expect(nodes == ["/dev/kfd", "/dev/nvidia0", "/dev/nvidiactl", "/dev/dri/renderD128"])
  }

  @Test func libraryOfTheDriver() throws {
    let files = [
      "etc/ld.so.cache":
        "ld.so-1\0libcuda.so.1\0/opt/a/libcuda.so.1\0/gone/libcuda.so.1\0x/libcuda.so.1\0/libcuda.so.1.1\0",
      "opt/a/libcuda.so.1": "", "own/libcuda.so.1": "", "usr/lib64/libcuda.so.1": "", "x/libcuda.so.1": "",
    ]
    let environment = ProcessEnvironment(["LD_LIBRARY_PATH": "x:/own:/none"])
    let found = try reading(files) { CUDALibrary.paths($0, environment) }
    #expect(found == ["/own/libcuda.so.1", "/opt/a/libcuda.so.1", "/usr/lib64/libcuda.so.1"])
    #expect(try reading([:]) { CUDALibrary.paths($0, environment) }.isEmpty)
  }

  struct Toolkit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let variables: [String: String]
    let first: String?

    init(_ testDescription: String, _ variables: [String: String], _ first: String?) {
      self.testDescription = testDescription
      self.variables = variables
      self.first = first
    }
  }

  static let toolkits: [Toolkit] = [
    Toolkit("the usual place", [:], "/usr/local/cuda /usr/local/cuda 12.4.1"),
    Toolkit("an old one", ["CUDA_HOME": "/old"], "CUDA_HOME /old 10.2.89"),
    Toolkit("one that cannot be read", ["CUDA_PATH": "/bad"], "CUDA_PATH /bad -"),
    Toolkit("one that is not there", ["CUDA_HOME": "/none", "CUDA_PATH": "/old"], "CUDA_HOME /none -"),
    Toolkit("an empty variable", ["CUDA_HOME": ""], "/usr/local/cuda /usr/local/cuda 12.4.1"),
  ]

  @Test(arguments: toolkits)
  func toolkit(_ row: Toolkit) throws {
    let files = [
      "usr/local/cuda/version.json": #"{"cuda": {"name": "CUDA SDK", "version": "12.4.1"}, "nvcc": {"version": "1"}}"#,
      "old/version.txt": "CUDA Version 10.2.89\n", "bad/version.json": "[",
    ]
    let found = try reading(files) { CUDAToolkit.all($0, ProcessEnvironment(row.variables)) }
    #expect(found.first.map { "\($0.foundBy) \($0.folder) \($0.version ?? "-")" } == row.first)
    #expect(found.count { $0.folder == "/usr/local/cuda" } == 1)
  }

  @Test func anyCacheIsTaken() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let noise = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let cache = generator.mutate(Array("\0/opt/a/libcuda.so.1\0/libcuda.so.1\0".utf8) + noise)
      let found = try reading(["etc/ld.so.cache": String(decoding: cache, as: UTF8.self)]) {
        CUDALibrary.paths($0, ProcessEnvironment([:]))
      }
      #expect(found.isEmpty)
    }
  }
}
