import PythonPackaging
import SystemCalls
import SystemPackage
import TestSupport

/// The files of distributions in the tests' environments, as far as these have been made.
enum RealMetadata {
  static func all() throws -> [CoreMetadata] {
    try files("METADATA").map(CoreMetadata.init)
  }

  /// The bytes of every file of that name in a `.dist-info` folder.
  static func files(_ name: String) throws -> [[UInt8]] {
    // The one that the comparison itself needs is there at least.
    let environments = try TestEnvironment.tools.folder().removingLastComponent()
    let script = """
      for file in "$1"/*/lib/python*/site-packages/*.dist-info/"$2"; do
        [ ! -f "$file" ] || printf '%s\\0' "$file"
      done
      """
    let run = try Program(in: environments).run("/bin/sh", ["-c", script, "sh", environments.string, name])
    return run.output.split(separator: "\0").compactMap {
      readRegularFile(FilePath(String($0)), limit: CoreMetadata.sizeLimit)
    }
  }
}
