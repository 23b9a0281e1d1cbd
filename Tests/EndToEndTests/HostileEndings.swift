import Probing

/// Imports that change what surrounds them, use threads, or hinder the end of Python.
enum HostileEndings {
  static let rows: [Hostile] = [
    Hostile(
      "another working directory", "import os; os.chdir('/')"),
    Hostile(
      "no working directory",
      #"""
      import os, shutil
      os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')
      """#),
    Hostile(
      "another user",
      #"""
      import os
      if os.getuid() == 0: os.setgid(65534); os.setuid(65534)
      """#),
    Hostile(
      "another user and a crash",
      #"""
      import os, ctypes
      if os.getuid() == 0: os.setgid(65534); os.setuid(65534)
      ctypes.string_at(0)
      """#, .crashed, .import, signal: "SIGSEGV"),
    Hostile(
      "an empty environment", "import os; os.environ.clear()"),
    Hostile(
      "another locale",
      #"""
      import locale
      for name in ('C', 'POSIX', 'C.UTF-8', 'de_DE.UTF-8', 'tr_TR.UTF-8'):
          try: locale.setlocale(locale.LC_ALL, name)
          except locale.Error: pass
      """#),
    Hostile(
      "an exit function that hangs", "import atexit, time; atexit.register(time.sleep, 600)", .timedOut, .shutdown,
      hangs: true),
    Hostile(
      "an exit function that raises", "import atexit; atexit.register(lambda: 1 / 0)"),
    Hostile(
      "an exit function that exits", "import atexit, os; atexit.register(os._exit, 3)", warning: "exit-status"),
    Hostile(
      "an exit function that aborts", "import atexit, os; atexit.register(os.abort)", .crashed, .shutdown,
      signal: "SIGABRT"),
    Hostile(
      "an exit function that kills", "import atexit, os; atexit.register(os.kill, os.getpid(), 9)", .crashed, .shutdown,
      signal: "SIGKILL"),
    Hostile(
      "a thread that crashes",
      #"""
      import ctypes, threading, time
      threading.Thread(target=lambda: (time.sleep(0.2), ctypes.string_at(0))).start()
      time.sleep(600)
      """#, .crashed, .import, signal: "SIGSEGV"),
    Hostile(
      "a daemon thread",
      #"""
      import threading, time
      def work():
          while True: time.sleep(0.001)
      threading.Thread(target=work, daemon=True).start()
      """#),
    Hostile(
      "a thread that never ends",
      #"""
      import threading, time
      def work():
          while True: time.sleep(0.1)
      threading.Thread(target=work).start()
      """#, .timedOut, .shutdown, hangs: true),
    Hostile(
      "sys.exit in a thread",
      #"""
      import sys, threading
      t = threading.Thread(target=sys.exit, args=(3,)); t.start(); t.join()
      """#),
    Hostile(
      "os._exit in a thread",
      #"""
      import os, threading, time
      threading.Thread(target=os._exit, args=(3,)).start()
      time.sleep(600)
      """#, .exited, .import, exit: 3),
    Hostile(
      "fifty threads that sleep",
      #"""
      import threading, time
      for _ in range(50): threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
      """#),
  ]
}
