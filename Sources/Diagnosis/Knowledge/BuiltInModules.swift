/// Modules that every CPython on Linux is compiled with, so that no file has them.
///
/// Source: `sys.builtin_module_names` of CPython 3.8 to 3.13, built from its sources with their own settings: what all of
/// them have. Distributors compile more into theirs.
package enum BuiltInModules {
  package static func contains(_ module: String) -> Bool { names.contains(module) }

  private static let names: Set<String> = [
    "_abc", "_ast", "_codecs", "_collections", "_functools", "_imp", "_io", "_locale", "_operator", "_signal", "_sre",
    "_stat", "_string", "_symtable", "_thread", "_tracemalloc", "_warnings", "_weakref", "atexit", "builtins", "errno",
    "faulthandler", "gc", "itertools", "marshal", "posix", "pwd", "sys", "time",
  ]
}
