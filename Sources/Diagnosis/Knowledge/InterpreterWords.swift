/// Words of the interpreter and of Python's own library about code that is for another release of Python.
///
/// From "What's New In Python" 3.8 to 3.14, and the code that says them.
enum InterpreterWords {
  /// The words, the minor version, and what of it, to be followed by "from" or "before" that version.
  typealias Row = (words: String, minor: Int, what: String)

  /// From which release on nobody says them of such code.
  static let added: [Row] = [
    ("super() takes at least 1 argument (0 given)", 0, "`super()` without arguments exists"),
    ("'encoding' is an invalid keyword argument for this function", 0, "`open(encoding=…)` exists"),
    ("'flush' is an invalid keyword argument for this function", 3, "`print(flush=…)` exists"),
    ("makedirs() got an unexpected keyword argument 'exist_ok'", 2, "`os.makedirs(exist_ok=…)` exists"),
    ("mkdir() got an unexpected keyword argument 'exist_ok'", 5, "`Path.mkdir(exist_ok=…)` exists"),
    ("__init__() got an unexpected keyword argument 'capture_output'", 7, "`subprocess.run(capture_output=…)` exists"),
    ("namedtuple() got an unexpected keyword argument 'defaults'", 7, "`namedtuple(defaults=…)` exists"),
    ("copytree() got an unexpected keyword argument 'dirs_exist_ok'", 8, "`shutil.copytree(dirs_exist_ok=…)` exists"),
    ("Expected maxsize to be an integer or None", 8, "`lru_cache` stands without parentheses"),
    ("'staticmethod' object is not callable", 10, "static methods can be called inside of their class"),
    ("'type' object is not subscriptable", 9, "built-in types can be subscripted"),
    ("'ABCMeta' object is not subscriptable", 9, "classes of collections.abc can be subscripted"),
    ("'_SpecialForm' object is not subscriptable", 9, "it can be subscripted"),
    ("dataclass() got an unexpected keyword argument 'slots'", 10, "`dataclass(slots=…)` exists"),
    ("dataclass() got an unexpected keyword argument 'kw_only'", 10, "`dataclass(kw_only=…)` exists"),
    ("field() got an unexpected keyword argument 'kw_only'", 10, "`field(kw_only=…)` exists"),
    ("zip() takes no keyword arguments", 10, "`zip(strict=…)` exists"),
    ("unsupported operand type(s) for |: 'dict' and 'dict'", 9, "dictionaries can be joined by `|`"),
    ("entry_points() got an unexpected keyword argument 'group'", 10, "`entry_points(group=…)` exists"),
  ]
  /// Until before which release.
  static let removed: [Row] = [
    ("'dict_keys' object is not subscriptable", 0, "`dict.keys` makes a list"),
    ("'dict_keys' object does not support indexing", 0, "`dict.keys` makes a list"),
    ("'dict_values' object is not subscriptable", 0, "`dict.values` makes a list"),
    ("'dict_values' object does not support indexing", 0, "`dict.values` makes a list"),
    ("'dict_items' object is not subscriptable", 0, "`dict.items` makes a list"),
    ("'filter' object is not subscriptable", 0, "`filter` makes a list"),
    ("'map' object is not subscriptable", 0, "`map` makes a list"),
    ("object of type 'map' has no len()", 0, "`map` makes a list"),
    ("object of type 'filter' has no len()", 0, "`filter` makes a list"),
    ("object of type 'zip' has no len()", 0, "`zip` makes a list"),
    ("'dict_keys' object has no attribute 'sort'", 0, "`dict.keys` makes a list"),
    ("unorderable types: ", 0, "things of any two types can be ordered"),
    ("Unicode-objects must be encoded before hashing", 0, "strings are bytes"),
    ("'str' does not support the buffer interface", 0, "strings are bytes"),
    ("METH_OLDARGS is no longer supported", 0, "functions of C with METH_OLDARGS work"),
    ("ArgumentParser.__init__() got an unexpected keyword argument 'version'", 0, "`ArgumentParser(version=…)` exists"),
    ("JSONEncoder.__init__() got an unexpected keyword argument 'encoding'", 0, "`json.dumps(encoding=…)` exists"),
    ("JSONDecoder.__init__() got an unexpected keyword argument 'encoding'", 9, "`json.loads(encoding=…)` exists"),
    ("namedtuple() got an unexpected keyword argument 'verbose'", 7, "`namedtuple(verbose=…)` exists"),
    ("generator raised StopIteration", 7, "StopIteration may leave a generator"),
    ("dictionary keys changed during iteration", 8, "keys of a dictionary may change while a loop runs over it"),
    ("an integer is required (got type bytes)", 8, "this call of `code` works"),
    ("mutable default <class", 11, "such default values of dataclasses are allowed"),
    ("module 'sys' has no attribute 'set_coroutine_wrapper'", 8, "`sys.set_coroutine_wrapper` exists"),
    ("code() takes at least ", 8, "this call of `code` works"),
    ("code expected at least ", 11, "this call of `code` works"),
    ("code() argument 13 must be str, not int", 11, "this call of `code` works"),
    ("required field \"type_ignores\" missing from Module", 8, "this tree of `ast` is whole"),
    ("required field \"posonlyargs\" missing from arguments", 8, "this tree of `ast` is whole"),
    ("_SixMetaPathImporter.find_spec() not found", 12, "`find_module` is enough for an importer"),
    ("object has no attribute 'find_spec'", 12, "`find_module` is enough for an importer"),
    ("object has no attribute 'find_module'", 12, "importers have `find_module`"),
    ("duplicate base class TimeoutError", 11, "`asyncio.TimeoutError` is another class than `TimeoutError`"),
    ("global flags not at the start of the expression", 11, "flags may stand amid a regular expression"),
    ("invalid mode: 'rU'", 11, "`open` takes the mode `U`"),
    (
      "_evaluate() missing 1 required positional argument: 'recursive_guard'", 9,
      "such a call of `ForwardRef._evaluate` works"
    ),
    (
      "_evaluate() missing 1 required keyword-only argument: 'recursive_guard'", 12,
      "such a call of `ForwardRef._evaluate` works"
    ),
    ("Random.shuffle() takes 2 positional arguments but 3 were given", 11, "`random.shuffle` takes a function"),
    ("translation() got an unexpected keyword argument 'codeset'", 11, "`gettext` takes `codeset`"),
    ("the *loop* parameter was removed from", 10, "parts of asyncio take `loop`"),
    ("Lock.__init__() got an unexpected keyword argument 'loop'", 10, "parts of asyncio take `loop`"),
    ("Event.__init__() got an unexpected keyword argument 'loop'", 10, "parts of asyncio take `loop`"),
    ("Queue.__init__() got an unexpected keyword argument 'loop'", 10, "parts of asyncio take `loop`"),
    ("'__static_attributes__'", 13, "classes have no `__static_attributes__`"),
    ("'__firstlineno__'", 13, "classes have no `__firstlineno__`"),
    ("There is no current event loop in thread 'MainThread'", 14, "`asyncio.get_event_loop` makes one"),
  ]
}

/// Of its compiler, in a SyntaxError (Python/compile.c, symtable.c and ast.c, Parser/tokenizer.c).
extension InterpreterWords {
  /// From which release on the compiler takes such code.
  static let addedSyntax: [Row] = [
    ("future feature annotations is not defined", 7, "`from __future__ import annotations` exists"),
    // PEP 448; until 3.4.
    ("only named arguments may follow *expression", 5, "arguments may follow `*x`"),
    // PEP 263; of Python 2.
    ("Non-ASCII character ", 0, "source code is UTF-8 where it does not say otherwise"),
    ("'return' with argument inside generator", 3, "generators can return a value"),
    ("can not delete variable '", 2, "`del` may name what a function inside uses"),
    ("unqualified exec is not allowed in function", 0, "`exec` is a function"),
    ("'yield' inside async function", 6, "coroutines can `yield`"),
    ("more than 255 arguments", 7, "calls have more than 255 arguments"),
    ("'continue' not supported inside 'finally' clause", 8, "`continue` may stand in `finally`"),
  ]
  /// Until before which release.
  static let removedSyntax: [Row] = [
    ("import * only allowed at module level", 0, "functions can `import *`"),
    ("bytes can only contain ASCII literal characters", 0, "strings are bytes"),
    ("can't assign to keyword", 0, "`True` and `False` are variables"),
    ("cannot assign to True", 0, "`True` is a variable"), ("cannot assign to False", 0, "`False` is a variable"),
    ("Function parameters cannot be parenthesized", 0, "parameters can be tuples"),
    ("Lambda expression parameters cannot be parenthesized", 0, "parameters can be tuples"),
    ("prior to global declaration", 6, "`global` may stand behind what it is about"),
    ("before global declaration", 6, "`global` may stand behind what it is about"),
  ]
}
