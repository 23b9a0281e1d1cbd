#ifndef REALIMPORT_LINUX_H
#define REALIMPORT_LINUX_H

#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Variadic functions cannot be called from Swift; these are the calls that realimport needs of them.

/// The calling process gets `signal` when its parent ends (prctl(2), PR_SET_PDEATHSIG). 0, or -1 with errno.
static inline int linux_set_parent_death_signal(int signal) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0UL, 0UL, 0UL);
}

/// What ps(1) shows as the command, cut to 15 bytes (prctl(2), PR_SET_NAME).
static inline void linux_set_process_name(const char *name) {
  prctl(PR_SET_NAME, (unsigned long)name, 0UL, 0UL, 0UL);
}

/// A close-on-exec descriptor that becomes readable when process `identifier` ends. -1 with errno ENOSYS before
/// Linux 5.3; by number, since glibc has a wrapper only since 2.36.
static inline int linux_pidfd_open(int identifier) {
  return (int)syscall(434, identifier, 0);
}

#endif
