#ifndef REALIMPORT_LINUX_H
#define REALIMPORT_LINUX_H

// No other features of the C library than Swift's own module of it: with _GNU_SOURCE the same types would get other
// members here, and the compiler refuses to see both in one file. What is an extension is called by its number.
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
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

/// Orphans of this process's descendants become its own children (prctl(2), PR_SET_CHILD_SUBREAPER). 0 or -1.
static inline int linux_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0UL, 0UL, 0UL); }

enum { linux_descriptor_limit = 8 };

/// Sends bytes over a socket with copies of up to ``linux_descriptor_limit`` descriptors (unix(7), SCM_RIGHTS).
/// The number of bytes sent, or -1 with errno.
static inline ssize_t linux_send(int socket, const void *bytes, size_t count, const int *descriptors, int number) {
  struct iovec part = {(void *)bytes, count};
  union {
    char bytes[CMSG_SPACE(sizeof(int) * linux_descriptor_limit)];
    struct cmsghdr alignment;
  } control;
  struct msghdr message = {0};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (number > 0 && number <= linux_descriptor_limit) {
    memset(&control, 0, sizeof control);
    message.msg_control = control.bytes;
    message.msg_controllen = CMSG_SPACE(sizeof(int) * (size_t)number);
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int) * (size_t)number);
    memcpy(CMSG_DATA(header), descriptors, sizeof(int) * (size_t)number);
  }
  // Without MSG_NOSIGNAL a process that died would take its sender with it.
  return sendmsg(socket, &message, MSG_NOSIGNAL);
}

/// Receives bytes, and puts descriptors that came with them into `descriptors`, their number into `number`.
/// The number of bytes, 0 at the end, or -1 with errno.
static inline ssize_t linux_receive(int socket, void *bytes, size_t count, int *descriptors, int *number) {
  struct iovec part = {bytes, count};
  union {
    char bytes[CMSG_SPACE(sizeof(int) * linux_descriptor_limit)];
    struct cmsghdr alignment;
  } control;
  struct msghdr message = {0};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  *number = 0;
  if (received <= 0) return received;
  for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
    size_t size = header->cmsg_len - CMSG_LEN(0);
    if (size > sizeof(int) * linux_descriptor_limit) continue;
    memcpy(descriptors, CMSG_DATA(header), size);
    *number = (int)(size / sizeof(int));
  }
  return received;
}

/// fork(2), which Swift's module of the C library does not have: safe only while there is one thread.
static inline int linux_fork(void) { return fork(); }

/// The processors that a thread may use.
struct linux_processors {
  unsigned long set[128];  // 8192, the most that the kernel can be built for
  long bytes;              // how much of it the kernel has filled in; negative where it refuses
};

/// Those of this thread (sched_getaffinity(2)).
static inline struct linux_processors linux_processors(void) {
  struct linux_processors usable = {0};
  usable.bytes = syscall(SYS_sched_getaffinity, 0, sizeof usable.set, usable.set);
  return usable;
}

/// How many there are, or -1.
static inline int linux_processor_count(struct linux_processors usable) {
  if (usable.bytes < 0) return -1;
  int count = 0;
  for (unsigned i = 0; i < usable.bytes / sizeof *usable.set; i++) count += __builtin_popcountl(usable.set[i]);
  return count;
}

/// Lets this thread use these (sched_setaffinity(2)).
static inline void linux_use_processors(struct linux_processors usable) {
  if (usable.bytes > 0) syscall(SYS_sched_setaffinity, 0, usable.bytes, usable.set);
}

/// Of these, the one that this thread runs on (getcpu(2)); all, where the system does not say.
static inline struct linux_processors linux_own_processor(struct linux_processors usable) {
  const unsigned bits = 8 * sizeof *usable.set;
  unsigned own;
  if (syscall(SYS_getcpu, &own, NULL, NULL) < 0 || own >= 8 * sizeof usable.set) return usable;
  struct linux_processors only = {.bytes = usable.bytes};
  only.set[own / bits] = 1ul << own % bits;
  return only;
}

/// All but that one. Where it is the only one, there are none, and the system refuses to let a thread use these.
static inline struct linux_processors linux_other_processors(struct linux_processors usable) {
  struct linux_processors own = linux_own_processor(usable);
  for (unsigned i = 0; i < sizeof usable.set / sizeof *usable.set; i++) usable.set[i] &= ~own.set[i];
  return usable;
}

/// memmem(3), which Swift's module of the C library does not have.
extern void *memmem(const void *bytes, size_t count, const void *part, size_t part_count);

/// dup3(2), which Swift's module of the C library does not have.
static inline int linux_duplicate(int descriptor, int number) { return (int)syscall(SYS_dup3, descriptor, number, O_CLOEXEC); }

#endif
