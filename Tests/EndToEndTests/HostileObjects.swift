import Probing

/// Exceptions, modules and output that no careful author would write.
enum HostileObjects {
  static let rows: [Hostile] = [
    Hostile(
      "a class that lies",
      #"""
      class Lie(Exception):
          @property
          def __class__(self): return KeyboardInterrupt
          def __str__(self): raise RuntimeError
          __repr__ = __str__
      raise Lie('lie')
      """#, .failed, .import),
    Hostile(
      "a class that claims to be an exit",
      #"""
      class Lie(Exception):
          @property
          def __class__(self): return SystemExit
          code = 0
      raise Lie('lie')
      """#, .failed, .import),
    Hostile(
      "a cleared traceback",
      #"""
      try: 1 / 0
      except ZeroDivisionError as e: error = e
      raise error.with_traceback(None) from None
      """#, .failed, .import),
    Hostile(
      "causes in a cycle",
      #"""
      errors = [ValueError(i) for i in range(1000)]
      for i in range(1000): errors[i].__cause__ = errors[(i + 1) % 1000]
      raise errors[0]
      """#, .failed, .import),
    Hostile(
      "a long chain of causes",
      #"""
      error = ValueError(0)
      for i in range(1, 5000):
          following = ValueError(i); following.__cause__ = error; error = following
      raise error
      """#, .failed, .import),
    Hostile(
      "a deep group",
      #"""
      try: ExceptionGroup
      except NameError: raise ValueError
      group = ValueError('innermost')
      for depth in range(5000): group = ExceptionGroup('group', [group])
      raise group
      """#, .failed, .import),
    Hostile(
      "a wide group",
      #"""
      try: ExceptionGroup
      except NameError: raise ValueError
      raise ExceptionGroup('group', [ValueError(i) for i in range(100_000)])
      """#, .failed, .import),
    Hostile(
      "a kind of SystemExit",
      #"""
      class Leave(SystemExit): pass
      raise Leave(5)
      """#, .exited, .import, exit: 5),
    Hostile(
      "a SystemExit whose code raises",
      #"""
      class Leave(SystemExit):
          @property
          def code(self): raise ValueError
      raise Leave(5)
      """#, .exited, .import, exit: 1),
    Hostile(
      "a huge message", "raise ValueError('x' * (64 << 20))", .failed, .import),
    Hostile(
      "a message of control characters",
      #"""
      raise ValueError(''.join(map(chr, range(0x300))) + '\ud800\U0001F600')
      """#, .failed, .import),
    Hostile(
      "an exception with strange notes",
      #"""
      error = ValueError('v')
      error.__notes__ = 5
      raise error
      """#, .failed, .import),
    Hostile(
      "a memory error", "raise MemoryError", .outOfMemory, .import),
    Hostile(
      "a syntax error whose parts are no text",
      #"""
      error = SyntaxError('v')
      error.filename = 5; error.lineno = 'x'; error.text = b'z'; error.offset = 10**30
      raise error
      """#, .failed, .import),
    Hostile(
      "a traceback of a million frames",
      #"""
      import sys
      sys.setrecursionlimit(60_000)
      def f(n):
          if n: f(n - 1)
          raise ValueError
      import threading
      f(10_000)
      """#, .failed, .import),
    Hostile(
      "a version that raises",
      #"""
      class M(type(__import__('sys'))):
          @property
          def __version__(self): raise RuntimeError('no')
      import sys; sys.modules[__name__].__class__ = M
      """#, warning: "version-unreadable"),
    Hostile(
      "a version that blocks",
      #"""
      import time, types, sys
      class M(types.ModuleType):
          @property
          def __version__(self): time.sleep(600)
      sys.modules[__name__].__class__ = M
      """#, .timedOut, .version, hangs: true),
    Hostile(
      "a version that ends the process",
      #"""
      import os, types, sys
      class M(types.ModuleType):
          @property
          def __version__(self): os._exit(0)
      sys.modules[__name__].__class__ = M
      """#, .exited, .version, exit: 0),
    Hostile(
      "a version that crashes",
      #"""
      import os, types, sys
      class M(types.ModuleType):
          @property
          def __version__(self): os.abort()
      sys.modules[__name__].__class__ = M
      """#, .crashed, .version, signal: "SIGABRT"),
    Hostile(
      "a huge version", "__version__ = 'x' * (1 << 30)"),
    Hostile(
      "a tuple as version", "__version__ = (1, 2, 3)", warning: "version-not-a-string"),
    Hostile(
      "bytes as version", "__version__ = b'1.2'", warning: "version-not-a-string"),
    Hostile(
      "a version whose text raises",
      #"""
      class V:
          def __str__(self): raise KeyError
      __version__ = V()
      """#, warning: "version-unreadable"),
    Hostile(
      "a module that has everything",
      #"""
      import sys
      def __getattr__(name): return sys.modules[__name__]
      """#, attribute: "a.b.c.d", warning: "version-not-a-string"),
    Hostile(
      "a module that is None", "import sys; sys.modules[__name__] = None"),
    Hostile(
      "a module that is gone", "import sys; del sys.modules[__name__]", .failed, .import),
    Hostile(
      "a module that became an object that raises",
      #"""
      import sys
      class Object:
          def __getattribute__(self, name): raise RuntimeError(name)
      sys.modules[__name__] = Object()
      """#),
    Hostile(
      "a file name that is a number", "__file__ = 5"),
    Hostile(
      "a file name that is huge", "__file__ = '/x' * 10_000_000"),
    Hostile(
      "a spec that is gone", "del __spec__, __file__, __loader__, __name__"),
    Hostile(
      "an attribute that raises a SystemExit",
      #"""
      def __getattr__(name):
          if name == 'x': raise SystemExit(4)
          raise AttributeError(name)
      """#, .exited, .attribute, exit: 4, attribute: "x"),
    Hostile(
      "an attribute that hangs",
      #"""
      import time
      def __getattr__(name):
          if name == 'x': time.sleep(600)
          raise AttributeError(name)
      """#, .timedOut, .attribute, attribute: "x", hangs: true),
    Hostile(
      "an attribute that crashes",
      #"""
      import os
      def __getattr__(name):
          if name == 'x': os.abort()
          raise AttributeError(name)
      """#, .crashed, .attribute, signal: "SIGABRT", attribute: "x"),
    Hostile(
      "two hundred megabytes at once",
      #"""
      import os
      rest = memoryview(b'y' * (200 << 20))
      while rest: rest = rest[os.write(1, rest):]
      """#),
    Hostile(
      "output without a line end", "import sys; sys.stdout.write('no end')"),
    Hostile(
      "binary output", "import os; os.write(1, bytes(range(256)) * 10)"),
    Hostile(
      "output that commands the terminal",
      #"""
      print('\x1b]0;title\x07\x1b[2J\x1b[31m\x9b31m\u202e')
      """#),
    Hostile(
      "output of all planes",
      #"""
      import sys
      sys.stdout.reconfigure(errors='surrogatepass', encoding='utf-8')
      for plane in range(0, 0x110000, 97): print(chr(plane), end='')
      """#),
    Hostile(
      "many warnings",
      #"""
      import warnings
      warnings.simplefilter('always')
      for i in range(100_000): warnings.warn(f'warning {i}')
      """#),
    Hostile(
      "a crash of a thread without room",
      #"""
      import sys, threading
      sys.setrecursionlimit(10**9)
      threading.stack_size(65536)
      class A:
          def __getattr__(self, name): return getattr(self, name)
      thread = threading.Thread(target=lambda: A().x)
      thread.start()
      thread.join()
      """#, .crashed, .import, signal: "SIGSEGV"),
  ]
}
