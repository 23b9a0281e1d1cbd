#ifndef REALIMPORT_IMPORT_LOG_H
#define REALIMPORT_IMPORT_LOG_H

// Names of modules in memory that a worker and the front share. Writing there costs no system call and wakes nobody,
// which matters for something that happens thousands of times; what was written stays when the worker dies.

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/// The last so many bytes are kept; only pages that are written to take memory.
enum { import_log_capacity = 1 << 18 };

struct import_log {
  /// How many bytes were ever written.
  _Atomic uint64_t written;
  char ring[import_log_capacity];
};

/// A close-on-exec descriptor of new, empty memory for a log (memfd_create(2)), or -1 with errno.
static inline int import_log_create(void) {
  // MFD_CLOEXEC; by number, since glibc has a wrapper only since 2.27.
  int descriptor = (int)syscall(SYS_memfd_create, "realimport", 1U);
  if (descriptor >= 0 && ftruncate(descriptor, sizeof(struct import_log)) != 0) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

/// The log behind a descriptor, which may be closed afterwards; NULL where it cannot be mapped.
static inline struct import_log *import_log_map(int descriptor) {
  void *log = mmap(NULL, sizeof(struct import_log), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  return log == MAP_FAILED ? NULL : (struct import_log *)log;
}

static inline void import_log_unmap(struct import_log *log) { munmap(log, sizeof(struct import_log)); }

/// Adds a name and the end of its line; only one process and thread at a time may.
static inline void import_log_add(struct import_log *log, const char *name, size_t count) {
  uint64_t start = atomic_load_explicit(&log->written, memory_order_relaxed);
  for (size_t index = 0; index < count; index++) log->ring[(start + index) % import_log_capacity] = name[index];
  log->ring[(start + count) % import_log_capacity] = '\n';
  atomic_store_explicit(&log->written, start + count + 1, memory_order_release);
}

/// Whether anything was written since `position`.
static inline int import_log_has_more(struct import_log *log, uint64_t position) {
  return atomic_load_explicit(&log->written, memory_order_acquire) != position;
}

/// Copies what was written since `*position` into `bytes`, which has room for the whole capacity, and moves the
/// position. The number of bytes; no more than the capacity, whatever somebody else may have written into the log.
static inline size_t import_log_read(struct import_log *log, uint64_t *position, char *bytes) {
  uint64_t written = atomic_load_explicit(&log->written, memory_order_acquire);
  uint64_t count = written - *position;
  if (count > import_log_capacity) count = import_log_capacity;
  uint64_t start = written - count;
  for (uint64_t index = 0; index < count; index++) bytes[index] = log->ring[(start + index) % import_log_capacity];
  *position = written;
  return (size_t)count;
}

#endif
