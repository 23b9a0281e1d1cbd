import Testing

@testable import Diagnosis

@Suite struct OtherPlatformTests {
  private static let site = Sample.site

  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: OtherPlatform()) }

  private static func text(_ message: String) -> Evidence { Sample.text("ImportError", message) }

  private static func explained(
    _ conclusion: LoaderExplanation.Conclusion, of owner: String? = "a", _ object: String = "\(site)/a/_b.so",
    libraryPath: String? = nil
  ) -> Evidence {
    var evidence = Sample.loader(
      "\(object): invalid ELF header", .unusableFile, conclusion, of: owner, installed: "a 1.0"
    ) { $0.object = object }
    evidence.environment?.variables["LD_LIBRARY_PATH"] = libraryPath
    return evidence
  }

  /// Of psutil for another system, whose code was imported.
  private static func wheel(_ tags: String, _ kind: Unfulfilled.Kind = .platform) -> Evidence {
    Sample.live(
      "ImportError", "cannot import name '_psutil_linux' from partially initialized module 'psutil'",
      ["\(site)/psutil/_pslinux.py"], installed: "psutil 6.1.0"
    ) { $0.conflict("psutil", tags, found: "CPython 3.11, x86_64, glibc 2.36", kind) }
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "a wheel of Windows, of which one's own code wants a compiled part",
      Sample.live(
        "ImportError", "cannot import name 'CLoader' from 'yaml'", ["/w/a.py"], installed: "PyYAML 6.0",
        change: {
          $0.put("yaml", .package, .site, "\(site)/yaml/__init__.py", owner: "PyYAML")
          $0.conflict("PyYAML", "cp311-cp311-win_amd64", found: "linux", .platform)
        }), .wrongArchitecture, .certain, culprits: ["PyYAML"]),
    RuleCase(
      "a path that was tried before the name alone",
      Sample.loader(
        "/env/lib/libmpi.so.12: cannot open shared object file", .unusableFile, .damagedFile, of: nil,
        change: { $0.object = "/env/lib/libmpi.so.12" }, alsoMissing: "libmpi.so.40"), nil),
    RuleCase("other width, in a text", text("\(site)/a/_b.so: wrong ELF class: ELFCLASS32"), .wrongArchitecture),
    RuleCase("no ELF file, in a text", text("\(site)/a/_b.so: invalid ELF header"), .wrongArchitecture, .likely),
    RuleCase("a file of another machine", explained(.otherMachine), .wrongArchitecture, .certain, culprits: ["a"]),
    RuleCase("a file of another system", explained(.otherSystem), .wrongArchitecture, .certain),
    RuleCase("a file that is damaged", explained(.damagedFile), .brokenInstall, .certain, culprits: ["a"]),
    RuleCase(
      "a variable leads to it", explained(.damagedFile, of: nil, "/opt/x/libc10.so", libraryPath: "/opt/x"),
      .environmentVariable, .certain),
    RuleCase("a wheel of Windows", wheel("cp37-abi3-win_amd64"), .wrongArchitecture, .certain, culprits: ["psutil"]),
    RuleCase("a wheel of musl", wheel("cp312-cp312-musllinux_1_2_x86_64"), .wrongArchitecture),
    RuleCase("a wheel of another Python", wheel("cp312-cp312-manylinux_2_17_x86_64", .python), nil),
    RuleCase("a wheel of a newer glibc", wheel("cp311-cp311-manylinux_2_99_x86_64", .libcVersion), nil),
    RuleCase(
      "a program of another machine", Sample.text("OSError", "[Errno 8] Exec format error: '/usr/bin/spam'"),
      .wrongArchitecture, .likely),
    RuleCase(
      "an emulator without the other machine's loader",
      Sample.text("?", "qemu-x86_64: Could not open '/lib64/ld-linux-x86-64.so.2': No such file or directory"),
      .wrongArchitecture, .likely),
    RuleCase(
      "uploaded from another system",
      Sample.text(
        "ImportModuleError", "Unable to import module 'app': No module named 'pydantic_core._pydantic_core'"),
      .wrongArchitecture, .likely, culprits: ["pydantic-core"]),
    RuleCase(
      "uploaded without a project",
      Sample.text("ImportModuleError", "Unable to import module 'app': No module named 'yaml'"),
      nil),
    RuleCase(
      "a wheel that pip refuses for its platform",
      Sample.text("?", "ERROR: spam-1.0-py3-none-win32.whl is not a supported wheel on this platform."),
      .wrongArchitecture, .likely, culprits: ["spam"]),
    RuleCase(
      "a wheel that pip may refuse for its Python",
      Sample.text("?", "ERROR: spam-1.0-cp39-cp39-win32.whl is not a supported wheel on this platform."), nil),
    RuleCase(
      "uploaded from another system, in numpy's words",
      Sample.text(
        "ImportModuleError",
        "Unable to import module 'app': Error importing numpy: you should not try to import numpy from its source directory"
      ), .wrongArchitecture, .likely, culprits: ["numpy"]),
    RuleCase(
      "numpy's words elsewhere",
      Sample.text("ImportError", "Error importing numpy: you should not try to import numpy from its source directory"),
      nil),
    RuleCase(
      "an extension that Python found and the loader did not take",
      text("\(site)/a/_b.so: cannot open shared object file: No such file or directory"), .wrongArchitecture, .likely,
      culprits: ["a"]),
    RuleCase(
      "the same of a library that is asked for by its path",
      Sample.text("OSError", "\(site)/a/b.so: cannot open shared object file: No such file or directory"), nil),
    RuleCase(
      "a library that an extension needs",
      text("\(site)/a/libb.so: cannot open shared object file: No such file or directory"), nil),
    RuleCase("cut off before the file", text("wrong ELF class: ELFCLASS32"), .wrongArchitecture, .likely),
    RuleCase(
      "another team's signature",
      text(
        "dlopen(/l/a/_b.so, 2): no suitable image found.  Did find:\n\t/l/a/_b.so: code signature in (/l/a/_b.so) not valid for use in process using Library Validation"
      ), .wrongArchitecture, .likely),
  ]
}
