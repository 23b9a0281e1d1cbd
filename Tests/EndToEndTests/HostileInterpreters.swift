import Probing

/// Imports that break the interpreter in which they run, or its signals.
enum HostileInterpreters {
  static let rows: [Hostile] = [
    Hostile(
      "no modules left", "import sys; sys.modules.clear()", .failed, .import),
    Hostile(
      "no import function", "import builtins; del builtins.__import__"),
    Hostile(
      "an import function that raises",
      #"""
      import builtins
      def no(*_): raise RuntimeError('no')
      builtins.__import__ = no
      """#),
    Hostile(
      "no builtins", "import builtins; vars(builtins).clear()", .failed, .import),
    Hostile(
      "isinstance and str that raise",
      #"""
      import builtins
      def no(*_): raise RuntimeError('no')
      builtins.isinstance = builtins.str = builtins.len = builtins.type = no
      """#, .failed, .import),
    Hostile(
      "a trace function that raises",
      #"""
      import sys
      def trace(*_): raise RuntimeError('no')
      sys.settrace(trace)
      """#, .failed, .import),
    Hostile(
      "a profile function that raises",
      #"""
      import sys
      def trace(*_): raise RuntimeError('no')
      sys.setprofile(trace)
      """#, .failed, .import),
    Hostile(
      "no finders", "import sys; sys.meta_path = []"),
    Hostile(
      "no search path", "import sys; sys.path = None"),
    Hostile(
      "garbage in cycles",
      #"""
      import gc
      gc.disable()
      for _ in range(300_000):
          a = []; a.append(a)
      """#),
    Hostile(
      "an audit hook that raises at every import",
      #"""
      import sys
      def hook(event, _):
          if event == 'import': raise ImportError('no')
      sys.addaudithook(hook)
      """#),
    Hostile(
      "an audit hook that raises at every open",
      #"""
      import sys
      def hook(event, _):
          if event == 'open': raise OSError('no')
      sys.addaudithook(hook)
      """#),
    Hostile(
      "an audit hook that raises at compile and exec",
      #"""
      import sys
      def hook(event, _):
          if event in ('compile', 'exec'): raise OSError('no')
      sys.addaudithook(hook)
      """#),
    Hostile(
      "an exception hook that raises",
      #"""
      import sys
      def hook(*_): raise KeyError
      sys.excepthook = sys.__excepthook__ = hook
      raise ValueError('v')
      """#, .failed, .import),
    Hostile(
      "a warning function that raises",
      #"""
      import warnings
      def show(*_, **__): raise KeyError
      warnings.showwarning = show
      warnings.simplefilter('always')
      try: warnings.warn('w')
      except KeyError: pass
      """#),
    Hostile(
      "every signal ignored, and a hang",
      #"""
      import signal, time
      for number in range(1, 65):
          try: signal.signal(number, signal.SIG_IGN)
          except (OSError, ValueError): pass
      while True: time.sleep(600)
      """#, .timedOut, .import, hangs: true),
    Hostile(
      "every signal handled, and a hang",
      #"""
      import signal, time
      for number in range(1, 65):
          try: signal.signal(number, lambda *_: None)
          except (OSError, ValueError): pass
      while True: time.sleep(600)
      """#, .timedOut, .import, hangs: true),
    Hostile(
      "every signal blocked, and a hang",
      #"""
      import signal, time
      signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
      while True: time.sleep(600)
      """#, .timedOut, .import, hangs: true),
    Hostile(
      "an alarm", "import signal, time; signal.alarm(1); time.sleep(600)", .crashed, .import, signal: "SIGALRM"),
    Hostile(
      "an interrupt of itself",
      #"""
      import os, signal; os.kill(os.getpid(), signal.SIGINT)
      for _ in range(1000): pass
      """#, .failed, .import),
    Hostile(
      "faulthandler switched off", "import faulthandler; faulthandler.disable(); import os; os.kill(os.getpid(), 11)",
      .crashed, .import, signal: "SIGSEGV"),
    Hostile(
      "faulthandler switched on", "import faulthandler; faulthandler.enable(); import ctypes; ctypes.string_at(0)",
      .crashed, .import, signal: "SIGSEGV"),
    Hostile(
      "faulthandler that exits later",
      #"""
      import faulthandler, time; faulthandler.dump_traceback_later(0.3, exit=True); time.sleep(600)
      """#, .exited, .import, exit: 1),
  ]
}
