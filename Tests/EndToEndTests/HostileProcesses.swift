import Probing

/// Imports that close descriptors, leave processes behind, or do harm to those around them.
enum HostileProcesses {
  static let rows: [Hostile] = [
    Hostile(
      "all descriptors closed", "import os; os.closerange(0, 65536)"),
    Hostile(
      "every descriptor made /dev/null",
      #"""
      import os
      null = os.open('/dev/null', os.O_RDWR)
      for number in range(1024): os.dup2(null, number)
      """#),
    Hostile(
      "standard descriptors closed",
      #"""
      import os
      for number in (0, 1, 2): os.close(number)
      """#),
    Hostile(
      "standard streams that raise",
      #"""
      import sys
      class Stream:
          def __getattr__(self, name): raise RuntimeError(name)
      sys.stdout = sys.stderr = sys.stdin = Stream()
      """#, warning: "exit-status"),
    Hostile(
      "standard streams deleted", "import sys; del sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__"),
    Hostile(
      "no descriptors allowed", "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))"),
    Hostile(
      "no file may be written", "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))"),
    Hostile(
      "little address space", "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 20, 1 << 20))"),
    Hostile(
      "exec of true", "import os; os.execv('/bin/true', ['true'])", .exited, .import, exit: 0),
    Hostile(
      "exec of sleep", "import os; os.execv('/bin/sleep', ['sleep', '600'])", .timedOut, .import, hangs: true),
    Hostile(
      "exec of Python again", "import os, sys; os.execv(sys.executable, [sys.executable, '-c', 'pass'])", .exited,
      .import, exit: 0),
    Hostile(
      "exec of Python that dies",
      #"""
      import os, sys; os.execv(sys.executable, [sys.executable, '-c', 'import os; os.abort()'])
      """#, .crashed, .import, signal: "SIGABRT"),
    Hostile(
      "a daemon",
      #"""
      import os, time
      if os.fork() == 0:
          os.setsid()
          if os.fork() == 0:
              time.sleep(600)
          os._exit(0)
      os.wait()
      """#),
    Hostile(
      "a daemon that holds nothing",
      #"""
      import os, time
      if os.fork() == 0:
          os.setsid()
          if os.fork() == 0:
              os.closerange(0, 65536); time.sleep(600)
          os._exit(0)
      os.wait()
      """#),
    Hostile(
      "a daemon that forgets its environment",
      #"""
      import os, time
      if os.fork() == 0:
          os.setsid()
          if os.fork() == 0:
              os.closerange(0, 65536); os.chdir('/'); os.execve('/bin/sleep', ['sleep', '600'], {}); time.sleep(600)
          os._exit(0)
      os.wait()
      """#),
    Hostile(
      "a process group of its own", "import os; os.setpgid(0, 0)"),
    Hostile(
      "another process group",
      #"""
      import os
      try: os.setpgid(0, os.getpgid(os.getppid()))
      except OSError: pass
      """#),
    Hostile(
      "a session of its own",
      #"""
      import os
      try: os.setsid()
      except OSError: pass
      """#),
    Hostile(
      "a child that outlives",
      #"""
      import os, time
      if os.fork() == 0: time.sleep(600)
      """#),
    Hostile(
      "a child in its own session that holds the pipes",
      "import subprocess; subprocess.Popen(['sleep', '600'], start_new_session=True)"),
    Hostile(
      "twenty children",
      #"""
      import subprocess
      for _ in range(20): subprocess.Popen(['sleep', '600'], start_new_session=True)
      """#),
    Hostile(
      "a stopped child",
      #"""
      import os, signal, time
      child = os.fork()
      if child == 0: time.sleep(600)
      os.kill(child, signal.SIGSTOP)
      """#),
    Hostile(
      "a stop of itself", "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", .timedOut, .import, hangs: true),
    Hostile(
      "a kill of its process group", "import os, signal; os.kill(0, signal.SIGTERM)", .crashed, .import,
      signal: "SIGTERM"),
    Hostile(
      "a child that kills its parent",
      #"""
      import os, signal, time
      if os.fork() == 0: os.kill(os.getppid(), signal.SIGKILL)
      time.sleep(1)
      """#, .crashed, .import, signal: "SIGKILL"),
    Hostile(
      "a pool of processes",
      #"""
      import multiprocessing
      if __name__ == 'subject':
          pool = multiprocessing.get_context('fork').Pool(2)
          assert pool.map(abs, [-1, 2]) == [1, 2]
          pool.terminate(); pool.join()
      """#),
  ]
}
