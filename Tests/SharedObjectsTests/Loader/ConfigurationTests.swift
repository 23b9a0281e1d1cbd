import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// A folder that stands for `/`, with a loader and libraries of its own.
@Suite(
  .enabled(if: LoaderMachine.loader != nil && Compiler.path != nil, "needs glibc's loader and a C compiler"),
  .timeLimit(.minutes(5)))
struct LoaderConfigurationTests {
  private func root() throws -> TestFolder {
    let folder = try TestFolder()
    let loader = try #require(LoaderMachine.loader)
    try folder.write(try TestFolder.contents(of: loader), to: FilePath(root: nil, loader.components).string)
    return folder
  }

  private func configuration(
    _ root: TestFolder, _ variables: [String: String] = [:], isSecure: Bool = false
  ) throws -> LoaderConfiguration {
    try LoaderConfiguration(
      interpreter: try #require(LoaderMachine.loader), root: root.path,
      environment: ProcessEnvironment(entries: variables.map { Array("\($0.key)=\($0.value)".utf8) }),
      processor: .current(), workingFolder: "/", isSecure: isSecure)
  }

  @Test func foldersOfTheConfigurationFile() throws {
    let root = try root()
    try root.write(
      """
      # comment
      /opt/a   # comment
        /opt/b/=libc6
      hwcap 1 nosegneg
      include /etc/ld.so.conf.d/*.conf relative.conf
      include /etc/none.conf
      /opt/last
      """, to: "etc/ld.so.conf")
    try root.write("/opt/2\n", to: "etc/ld.so.conf.d/b.conf")
    try root.write("/opt/1\ninclude /etc/ld.so.conf\n", to: "etc/ld.so.conf.d/a.conf")
    try root.write("/opt/hidden\n", to: "etc/ld.so.conf.d/.c.conf")
    try root.write("/opt/other\n", to: "etc/ld.so.conf.d/d.txt")
    try root.write("/opt/relative", to: "etc/relative.conf")
    let folders = try configuration(root).configuredFolders
    #expect(Array(folders.prefix(3)) == ["/opt/a", "/opt/b", "/opt/1"])
    #expect(Array(folders.suffix(3)) == ["/opt/2", "/opt/relative", "/opt/last"])
    #expect(!folders.contains("/opt/hidden") && !folders.contains("/opt/other"))
  }

  /// A library in a folder of ld.so.conf that ldconfig has not seen is not found, and why is said.
  @Test func notInTheCache() throws {
    let root = try root()
    try root.write("/opt/a\n", to: "etc/ld.so.conf")
    try MadeLibrary("opt/a/libfresh.so").make(in: root)
    try MadeLibrary("m", needs: ["opt/a/libfresh.so"]).make(in: root)
    let map = try LinkMap(program: "/m", try configuration(root))
    guard case .missing(let places) = map.objects.first?.dependencies.first?.result else {
      Issue.record("\(map.loaded)")
      return
    }
    #expect(places.last == ConsideredPlace("/opt/a/libfresh.so", .configuredFolder, .notInCache))
  }

  @Test(.enabled(if: LoaderMachine.cacheMaker != nil, "needs ldconfig"))
  func byTheCache() throws {
    let root = try root()
    try MadeLibrary("opt/a/libfresh.so").make(in: root)
    try MadeLibrary("m", needs: ["opt/a/libfresh.so"]).make(in: root)
    let list = try root.write("\(root.path)/opt/a\n", to: "list")
    let maker = try #require(LoaderMachine.cacheMaker)
    try root.folder("etc")
    let cache = root.path.appending("etc/ld.so.cache").string
    _ = try LoaderMachine.output(of: maker, ["-X", "-N", "-f", list.string, "-C", cache, "\(root.path)/opt/a"])
    let output = try LoaderMachine.output(of: maker, ["-X", "-f", list.string, "-C", cache])
    // The cache has paths of the machine: below the root they are looked for once more.
    let inside = FilePath(root: nil, root.path.components)
    try MadeLibrary("\(inside.string)/opt/a/libfresh.so").make(in: root)
    let map = try LinkMap(program: "/m", try configuration(root))
    try #require(map.objects.count == 3, "\(output) \(map.loaded)")
    #expect(map.objects[2].rule == .cache)
    #expect(map.objects[2].path == root.path.appending("opt/a/libfresh.so"))
    try root.remove("\(inside.string)/opt/a/libfresh.so")
    let stale = try LinkMap(program: "/m", try configuration(root))
    guard case .missing(let places) = stale.objects.first?.dependencies.first?.result else {
      Issue.record("\(stale.loaded)")
      return
    }
    #expect(places.contains(ConsideredPlace(root.path.appending("opt/a/libfresh.so"), .cache, .staleCache)))
  }

  @Test func preloads() throws {
    let root = try root()
    try root.write("/a.so # comment\n\tlibb.so:libc.so\n", to: "etc/ld.so.preload")
    let variables = ["LD_PRELOAD": "x.so:/y.so  z.so", "LD_LIBRARY_PATH": "/l"]
    let usual = try configuration(root, variables)
    let names = ["x.so", "/y.so", "z.so", "/a.so", "libb.so", "libc.so"].map { Array($0.utf8) }
    #expect(usual.preloads == names)
    #expect(usual.libraryPath == Array("/l".utf8))
    let secure = try configuration(root, variables, isSecure: true)
    #expect(secure.preloads == Array(names.suffix(3)))
    #expect(secure.libraryPath == nil)
    #expect(try configuration(root, ["LD_LIBRARY_PATH": ""]).libraryPath == nil)
  }

  @Test func aBrokenCache() throws {
    let root = try root()
    try root.write("nothing", to: "etc/ld.so.cache")
    let configuration = try configuration(root)
    #expect(configuration.cache == nil && configuration.cacheProblem == .notCache)
  }
}
