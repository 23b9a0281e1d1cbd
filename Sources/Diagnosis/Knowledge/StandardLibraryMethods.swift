/// Methods of types of the standard library that some Python 3 lacks, from "Removed" and "Improved Modules" of "What's New In
/// Python" 3.7 to 3.13.
enum StandardLibraryMethods {
  static func change(of name: String, in type: String) -> StandardLibraryChanges.Change? {
    // Paths of both systems have the same methods.
    let owner = type.lastName == "WindowsPath" ? "PosixPath" : type.lastName
    return changes["\(owner).\(name)"]
  }

  private typealias Change = StandardLibraryChanges.Change

  private static let changes: [String: Change] = [
    "dict.has_key": Change(removed: 0), "dict.iteritems": Change(removed: 0), "dict.itervalues": Change(removed: 0),
    "dict.iterkeys": Change(removed: 0), "str.decode": Change(removed: 0), "generator.next": Change(removed: 0),
    "function.func_name": Change(removed: 0), "function.func_code": Change(removed: 0),
    "function.func_defaults": Change(removed: 0), "function.func_globals": Change(removed: 0),
    "function.func_doc": Change(removed: 0),
    "method.im_func": Change(removed: 0), "method.im_self": Change(removed: 0), "method.im_class": Change(removed: 0),
    "list.clear": Change(added: 3), "list.copy": Change(added: 3), "str.isidentifier": Change(added: 0),
    "str.casefold": Change(added: 3), "RawConfigParser.read_dict": Change(added: 2), "str.isascii": Change(added: 7),
    "Thread.isAlive": Change(removed: 9), "Task.all_tasks": Change(removed: 9), "Task.current_task": Change(removed: 9),
    "Element.getchildren": Change(removed: 9),
    "Element.getiterator": Change(removed: 9), "ElementTree.getiterator": Change(removed: 9),
    "array.array.tostring": Change(removed: 9), "array.tostring": Change(removed: 9),
    "array.fromstring": Change(removed: 9), "HTMLParser.unescape": Change(removed: 9),
    "FileFinder.find_module": Change(removed: 12), "zipimporter.find_module": Change(removed: 12),
    "PathFinder.find_module": Change(removed: 12), "ConfigParser.readfp": Change(removed: 12),
    "RawConfigParser.readfp": Change(removed: 12), "EntryPoints.get": Change(removed: 12),
    "TestCase.assertEquals": Change(removed: 12), "Path.is_mount": Change(added: 7),
    "str.removeprefix": Change(added: 9), "str.removesuffix": Change(added: 9), "bytes.removeprefix": Change(added: 9),
    "PosixPath.is_relative_to": Change(added: 9), "PosixPath.with_stem": Change(added: 9),
    "PosixPath.readlink": Change(added: 9), "PosixPath.hardlink_to": Change(added: 10),
    "PosixPath.walk": Change(added: 12), "PosixPath.link_to": Change(removed: 12),
    "int.bit_count": Change(added: 10), "Random.randbytes": Change(added: 9),
  ]
}
