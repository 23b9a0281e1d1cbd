import FoundationEssentials
import SharedObjects
import SystemCalls
import SystemPackage
import TestSupport
import Testing

/// Real libraries and programs of this machine: the same files in the same order as the loader itself brings in.
@Suite(.enabled(if: LoaderMachine.loader != nil, "needs glibc's loader"), .timeLimit(.minutes(10)))
struct LinkMapComparisonTests {
  private static let most = 150

  /// What is for this loader and linked dynamically; the rest the loader would refuse or end with a signal.
  private static func objects(in folder: FilePath, _ loader: LoaderProgram) throws -> [FilePath] {
    try FileManager.default.contentsOfDirectory(atPath: folder.string).sorted().map { folder.appending($0) }
      .filter { path in
        guard let object = try? ObjectFile(opening: path) else { return false }
        return object.kind == loader.kind && !object.dynamic.needed.isEmpty
          && (object.interpreter ?? loader.path.bytes) == loader.path.bytes
      }
  }

  @Test func librariesOfTheSystem() throws {
    let configuration = try LoaderMachine.configuration()
    let folders = configuration.program.defaultFolders.filter(\.isDirectory) + ["/usr/bin"]
    var compared = 0
    for folder in folders {
      for path in try Self.objects(in: folder, configuration.program).prefix(Self.most) {
        let map = try LinkMap(program: path, configuration)
        let (mine, actual) = (map.loaded.sorted(), try LoaderMachine.loaded(path).sorted())
        #expect(mine == actual, "\(path)")
        compared += 1
      }
    }
    #expect(compared > 0)
  }

  /// The same with libraries in unusual places, which the loader prefers or passes over.
  @Test(.enabled(if: FilePath("/usr/bin").isDirectory, "needs programs"))
  func withVariables() throws {
    let plain = try LoaderMachine.configuration()
    let folders = plain.program.defaultFolders.filter(\.isDirectory)
    let last = try #require(folders.last)
    let preload = folders.map { $0.appending("libz.so.1") }.first(where: \.exists)
    let lists = ["\(last):/nothing", "/usr/bin;\(last)/../lib", ":\(last)//"]
    for path in try Self.objects(in: "/usr/bin", plain.program).prefix(20) {
      for list in lists {
        let variables = ["LD_LIBRARY_PATH": list].merging(preload.map { ["LD_PRELOAD": $0.string] } ?? [:]) { $1 }
        let map = try LinkMap(program: path, LoaderMachine.configuration(variables))
        #expect(map.loaded == (try LoaderMachine.loaded(path, variables)), "\(path) with \(list)")
      }
    }
  }
}
