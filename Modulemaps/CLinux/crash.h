#ifndef REALIMPORT_CRASH_H
#define REALIMPORT_CRASH_H

// What a dying process can still say of itself. Everything here runs in signal handlers, where most of the C library
// must not be called (signal-safety(7)): no allocation, no locks, static memory only.
//
// Python's faulthandler has installed its handlers before; these stand in front of them, write down what only the
// kernel's own context tells, and hand over. All of it is written to one descriptor as lines of text:
//
//   signal 11 address 0x0                  the signal, and the address that could not be reached
//   code c5 fd 6f                          bytes of the instruction (SIGILL only)
//   object /…/libfoo.so                    where it was running, then what the stack leads back through
//   stacks                                 from here on, faulthandler's own text
//
// The functions keep their state in static variables: call them from one Swift file only, else each has its own.

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

enum { crash_signal_limit = 65, crash_region_limit = 8192, crash_path_bytes = 1 << 20, crash_object_limit = 8 };

struct crash_region {
  uintptr_t start, end;
  unsigned path;  // offset into crash_paths(), 0 for none
  int is_code;
};

struct crash_state {
  int descriptor;
  pid_t owner;
  dev_t device;
  ino_t inode;
  char path[64];
  struct sigaction former[crash_signal_limit];
};

// Swift's importer emits the static variables of functions, but none outside.

static inline struct crash_state *crash_state(void) {
  static struct crash_state state;
  return &state;
}

static inline struct crash_region *crash_regions(void) {
  static struct crash_region regions[crash_region_limit];
  return regions;
}

static inline char *crash_paths(void) {
  static char paths[crash_path_bytes];
  return paths;
}

static inline void crash_write(const char *text, size_t count) {
  while (count > 0) {
    ssize_t written = write(crash_state()->descriptor, text, count);
    if (written <= 0) return;
    text += written;
    count -= (size_t)written;
  }
}

static inline void crash_write_text(const char *text) { crash_write(text, strlen(text)); }

static inline void crash_write_number(uintptr_t value, unsigned base) {
  char digits[24];
  unsigned at = sizeof digits;
  do {
    digits[--at] = "0123456789abcdef"[value % base];
    value /= base;
  } while (value);
  crash_write(digits + at, sizeof digits - at);
}

/// Imported code may have closed the descriptor or put something else under its number.
static inline void crash_reopen(void) {
  struct stat status;
  if (fstat(crash_state()->descriptor, &status) == 0 && status.st_dev == crash_state()->device &&
      status.st_ino == crash_state()->inode)
    return;
  int opened = open(crash_state()->path, O_WRONLY | O_CLOEXEC);
  if (opened < 0) return;
  if (opened != crash_state()->descriptor) {
    syscall(SYS_dup3, opened, crash_state()->descriptor, O_CLOEXEC);
    close(opened);
  }
}

static inline unsigned crash_hex(char c) {
  if (c >= '0' && c <= '9') return (unsigned)(c - '0');
  if (c >= 'a' && c <= 'f') return (unsigned)(c - 'a') + 10;
  return 16;
}

/// One line of /proc/self/maps (proc(5)): `start-end perms offset device inode path`.
static inline int crash_parse_region(const char *line, size_t length, struct crash_region *region, size_t *used) {
  size_t at = 0;
  uintptr_t *parts[2] = {&region->start, &region->end};
  for (int part = 0; part < 2; part++) {
    uintptr_t value = 0;
    for (; at < length && crash_hex(line[at]) < 16; at++) value = value << 4 | crash_hex(line[at]);
    *parts[part] = value;
    at++;
  }
  region->is_code = at + 2 < length && line[at + 2] == 'x';
  region->path = 0;
  const char *path = memchr(line, '/', length);
  size_t count = path ? length - (size_t)(path - line) : 0;
  if (path && *used + count + 1 < crash_path_bytes) {
    memcpy(crash_paths() + *used, path, count);
    crash_paths()[*used + count] = 0;
    region->path = (unsigned)*used;
    *used += count + 1;
  }
  return region->end > region->start;
}

/// Fills crash_regions and gives their number.
static inline size_t crash_read_regions(void) {
  static char buffer[1 << 16];
  int maps = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  if (maps < 0) return 0;
  size_t kept = 0, count = 0, used = 1;
  for (;;) {
    ssize_t got = read(maps, buffer + kept, sizeof buffer - kept);
    if (got <= 0) break;
    size_t filled = kept + (size_t)got, start = 0;
    for (size_t at = kept; at < filled; at++) {
      if (buffer[at] != '\n') continue;
      if (count < crash_region_limit && crash_parse_region(buffer + start, at - start, &crash_regions()[count], &used))
        count++;
      start = at + 1;
    }
    kept = filled - start;
    if (kept == sizeof buffer) kept = 0;
    memmove(buffer, buffer + start, kept);
  }
  close(maps);
  return count;
}

static inline const struct crash_region *crash_region_of(uintptr_t address, size_t count) {
  size_t low = 0, high = count;  // sorted by the kernel
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (crash_regions()[middle].end <= address) low = middle + 1;
    else high = middle;
  }
  return low < count && crash_regions()[low].start <= address ? &crash_regions()[low] : 0;
}

static inline void crash_context(const void *context, uintptr_t *instruction, uintptr_t *stack) {
  const ucontext_t *state = context;
#if defined(__x86_64__)
  *instruction = (uintptr_t)state->uc_mcontext.gregs[16];  // REG_RIP
  *stack = (uintptr_t)state->uc_mcontext.gregs[15];        // REG_RSP
#elif defined(__aarch64__)
  *instruction = (uintptr_t)state->uc_mcontext.pc;
  *stack = (uintptr_t)state->uc_mcontext.sp;
#else
  (void)state;
  *instruction = *stack = 0;
#endif
}

static inline void crash_write_object(unsigned path, const char **seen, unsigned *count) {
  const char *text = crash_paths() + path;
  for (unsigned i = 0; i < *count; i++)
    if (strcmp(seen[i], text) == 0) return;
  seen[(*count)++] = text;
  crash_write_text("object ");
  crash_write_text(text);
  crash_write_text("\n");
}

/// The object of the instruction, then those that return addresses on the stack point into: likely callers, nearest
/// first, without a walk that a broken stack could mislead.
static inline void crash_write_objects(uintptr_t instruction, uintptr_t stack) {
  const char *seen[crash_object_limit];
  unsigned written = 0;
  size_t count = crash_read_regions();
  const struct crash_region *code = crash_region_of(instruction, count);
  if (code && code->path) crash_write_object(code->path, seen, &written);
  const struct crash_region *own = crash_region_of(stack, count);
  if (!own) return;
  stack &= ~(uintptr_t)(sizeof stack - 1);
  for (unsigned words = 0; words < 1 << 14 && stack + sizeof stack <= own->end; words++, stack += sizeof stack) {
    if (written == crash_object_limit) return;
    const struct crash_region *region = crash_region_of(*(const uintptr_t *)stack, count);
    if (region && region->is_code && region->path) crash_write_object(region->path, seen, &written);
  }
}

static inline void crash_write_notes(int signal, const siginfo_t *information, const void *context) {
  uintptr_t instruction, stack;
  crash_context(context, &instruction, &stack);
  crash_write_text("signal ");
  crash_write_number((uintptr_t)signal, 10);
  crash_write_text(" address 0x");
  crash_write_number((uintptr_t)information->si_addr, 16);
  crash_write_text("\n");
  if (signal == SIGILL && instruction) {
    crash_write_text("code");
    for (unsigned i = 0; i < 12; i++) {
      crash_write_text(" ");
      crash_write_number(((const unsigned char *)instruction)[i], 16);
    }
    crash_write_text("\n");
  }
  crash_write_objects(instruction, stack);
  crash_write_text("stacks\n");
}

static inline int crash_has_handler(const struct sigaction *action) {
  return action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN;
}

/// faulthandler's own handler writes the stacks, puts the standard action back and raises the signal once more.
static inline void crash_handle(int signal, siginfo_t *information, void *context) {
  const struct sigaction *former = &crash_state()->former[signal];
  // A forked child has these handlers, too, but must not speak for the process that is watched.
  int is_owner = getpid() == crash_state()->owner;
  if (is_owner) {
    crash_reopen();
    crash_write_notes(signal, information, context);
  }
  if (is_owner && crash_has_handler(former)) former->sa_handler(signal);
  struct sigaction standard;
  memset(&standard, 0, sizeof standard);
  sigaction(signal, &standard, 0);
  raise(signal);
}

static inline void crash_handle_request(int signal) {
  int number = errno;
  if (getpid() == crash_state()->owner) {
    crash_reopen();
    crash_write_text("stacks\n");
    const struct sigaction *former = &crash_state()->former[signal];
    if (crash_has_handler(former)) former->sa_handler(signal);
  }
  errno = number;
}

static inline void crash_install_one(int signal, void (*handle)(int, siginfo_t *, void *), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle;
  action.sa_flags = flags;
  sigaction(signal, &action, &crash_state()->former[signal]);
}

/// Puts these handlers before those that Python has installed for crashes and for the signal `request`, which asks for
/// the stacks of a running process.
static inline void crash_install(int request) {
  static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
  for (unsigned i = 0; i < sizeof fatal / sizeof *fatal; i++)
    crash_install_one(fatal[i], crash_handle, SA_SIGINFO | SA_NODEFER | SA_ONSTACK);
  // The handler takes the signal's number alone.
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crash_handle_request;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigaction(request, &action, &crash_state()->former[request]);
}

/// Says where the calling process writes: a descriptor, and the path under which it can be opened anew.
static inline void crash_set_descriptor(int descriptor, const char *path) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return;
  crash_state()->descriptor = descriptor;
  crash_state()->owner = getpid();
  crash_state()->device = status.st_dev;
  crash_state()->inode = status.st_ino;
  strncpy(crash_state()->path, path, sizeof crash_state()->path - 1);
}

#endif
