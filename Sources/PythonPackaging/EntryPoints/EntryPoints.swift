/// What `entry_points.txt` states, as Python's `importlib.metadata` reads it.
///
/// There one wrong line is an exception, here it is a problem beside what could be read.
package struct EntryPoints: Sendable {
  /// How much of the file is read.
  package static let sizeLimit = 1 << 20

  /// In the order of the file.
  package private(set) var all: [EntryPoint] = []
  package private(set) var problems: [EntryPointProblem] = []

  /// Reads any bytes; what stands before the first section belongs to no group, and is left out.
  package init(_ bytes: [UInt8]) {
    for line in SectionedLines(bytes) {
      guard let group = line.section, line.text.utf8.first != UInt8(ascii: "#") else { continue }
      var parser = EntryPointParser(line.text, group: group)
      do throws(EntryPointProblem) {
        all.append(try parser.entryPoint())
      } catch {
        problems.append(error)
      }
    }
  }

  /// Those of one group, such as `console_scripts`, in the order of the file.
  package func group(_ name: String) -> [EntryPoint] {
    all.filter { $0.group == name }
  }
}
