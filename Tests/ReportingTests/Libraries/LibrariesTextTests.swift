import Reporting
import Testing

@Suite struct LibrariesTextTests {
  private func text(_ graphs: [LibraryGraph], isVerbose: Bool = false) -> String {
    let report = LibrariesReport(examined: graphs.count, objects: LibraryObjectReport.all(in: graphs))
    return LibrariesText(theme: Theme(isColoured: false, width: nil), isVerbose: isVerbose)
      .render(report, [LibrarySection(title: "pkg 1.0 · /site", graphs: graphs)])
  }

  @Test func theInterestingPart() {
    #expect(
      text([LibrarySamples.module]) == """
        pkg 1.0 · /site
        pkg/_a.so
        ├── libone.so.1     one 1.0  [runpath]
        │   └── libdeep.so  one 1.0  [rpath of _a.so]
        ├── libtwo.so       not found
        │       /opt/libtwo.so: it is for aarch64 [LD_LIBRARY_PATH]
        │       looked for in pkg.libs [runpath of _a.so], the system's folders
        │       two-old 0.1 has libtwo.so.1
        │       on the package index: two (2.0 is installed)
        │       on Debian: libtwo1
        └── libcuda.so.1    comes with the NVIDIA driver

        1 file examined, 1 lacks something

        """)
  }

  @Test func all() {
    #expect(
      text([LibrarySamples.module], isVerbose: true) == """
        pkg 1.0 · /site
        pkg/_a.so
        ├── libone.so.1          one 1.0  [runpath] /site/one/libone.so.1
        │   ├── libdeep.so       one 1.0  [rpath of _a.so] /site/one/libdeep.so
        │   │   └── libone.so.1  one 1.0  [already loaded] /site/one/libone.so.1 (see above)
        │   └── libc.so.6                 [already loaded] /lib/libc.so.6
        ├── libtwo.so            not found
        │       [runpath of _a.so] /site/pkg.libs: no such folder
        │       [LD_LIBRARY_PATH] /opt/libtwo.so: it is for aarch64
        │       [default folder] /lib/libtwo.so: no such file
        │       [default folder] /usr/lib/libtwo.so: no such file
        │       two-old 0.1 has libtwo.so.1
        │       on the package index: two (2.0 is installed)
        │       on Debian: libtwo1
        ├── libcuda.so.1         comes with the NVIDIA driver
        └── libc.so.6                     [ld.so.cache] /lib/libc.so.6
          assumed: nothing

        1 file examined, 1 lacks something

        """)
  }

  /// What was told of one file is not told again of the next.
  @Test func theSameNeedsOfTwo() {
    var second = LibrarySamples.module
    second.title = "pkg/_b.so"
    second.objects[0].file = "/site/pkg/_b.so"
    let lines = text([LibrarySamples.module, second]).split(separator: "\n").drop { $0 != "pkg/_b.so" }
    #expect(
      lines.joined(separator: "\n") == """
        pkg/_b.so
        ├── libone.so.1     one 1.0  [runpath of _a.so] (see above)
        ├── libtwo.so       not found (see above)
        └── libcuda.so.1    comes with the NVIDIA driver
        2 files examined, 2 lack something
        """)
  }

  @Test func filesLikeOneAnother() {
    let graphs = ["a", "b", "c", "d"].map { LibrarySamples.quiet("\($0).so") } + [LibrarySamples.refused("e.so")]
    #expect(
      text(graphs) == """
        pkg 1.0 · /site
        pkg/a.so, pkg/b.so and 2 more: nothing but the system's libraries
        pkg/e.so: the file is empty

        5 files examined, 1 lacks something

        """)
  }

  @Test func whatNothingOpens() {
    let graphs = [LibrarySamples.refused("e.so", optional: true)]
    #expect(
      text(graphs).hasSuffix("pkg/e.so: the file is empty\n\n1 file examined, nothing is missing that is needed\n"))
  }

  @Test func whatIsDoneWithout() {
    let problem = LibraryProblemReport(
      .missingLibrary, "libgone.so is not found", library: "libgone.so", optional: true)
    var graph = LibraryGraph(
      title: "pkg/_a.so",
      objects: [LibraryObject(file: "/site/pkg/_a.so", needs: [LibraryNeed("libgone.so", .missing(problem))])])
    graph.option = "pkg does without it at pkg/__init__.py:2"
    #expect(
      text([graph]).hasSuffix(
        """
        └── libgone.so  not found
          no fault: pkg does without it at pkg/__init__.py:2

        1 file examined, nothing is missing that is needed

        """))
  }

  @Test(arguments: [(3, false), (12, false), (12, true)])
  func symbols(count: Int, isVerbose: Bool) {
    var graph = LibrarySamples.quiet("_a.so")
    graph.objects[0].undefinedSymbols = (0..<count).map {
      UndefinedSymbolReport(symbol: "_Z1f\($0)v", demangled: "f\($0)()", version: "V", expectedFrom: "libf.so")
    }
    graph.objects[0].problems = [LibraryProblemReport(.undefinedSymbol, "symbols that nothing defines:")]
    let text = text([graph], isVerbose: isVerbose)
    #expect(text.contains("f0(), version V, of libf.so\(isVerbose ? " (_Z1f0v)" : "")\n"))
    #expect(text.contains("… and 2 more; --verbose shows them") == (count == 12 && !isVerbose))
    #expect(text.contains("f11()") == isVerbose)
  }

  /// Names come from foreign files.
  @Test func escapes() {
    var graph = LibrarySamples.module
    graph.title = "pkg/\u{1B}[31m.so"
    graph.objects[0].needs[0].name = "lib\u{1B}]0;x\u{7}.so\nline"
    let text = text([graph])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("lib␛]0;x␇.so line"))
  }

  /// A chain that no linker made.
  @Test func thousandsOfLevels() {
    let count = 20_000
    let objects = (0..<count).map { place in
      LibraryObject(
        file: "/site/\(place).so",
        needs: place + 1 < count ? [LibraryNeed("\(place + 1).so", .found(place + 1, LibrarySamples.already))] : [])
    }
    let lines = text([LibraryGraph(title: "0.so", objects: objects)]).split(separator: "\n")
    #expect(lines.count < 100 && lines.contains { $0.hasSuffix("[already loaded]") })
  }

  @Test func aPlaceThatIsNoObject() {
    let graph = LibraryGraph(
      title: "a.so",
      objects: [LibraryObject(file: "/a.so", needs: [LibraryNeed("b.so", .found(7, LibrarySamples.already))])])
    #expect(text([graph]).contains("a.so: nothing but"))
    #expect(text([LibraryGraph(title: "a.so", objects: [])], isVerbose: true).contains("nothing is missing"))
  }
}
