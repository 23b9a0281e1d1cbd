#ifndef REALIMPORT_LOADED_H
#define REALIMPORT_LOADED_H

// The C library declares these for programs with _GNU_SOURCE alone, which cannot be set here (see linux.h). They stand
// under names of our own, so that no other declaration of them can disagree.
#include <stddef.h>
#include <stdint.h>

/// How a `struct dl_phdr_info` begins (dl_iterate_phdr(3)).
struct loaded_object {
  uintptr_t address;
  const char *name;
};

/// dl_iterate_phdr(3): calls `visit` for each object of the process until that gives something else than 0.
extern int loaded_visit(int (*visit)(const struct loaded_object *, size_t, void *), void *context)
    __asm__("dl_iterate_phdr");

/// dlinfo(3).
extern int loaded_ask(void *handle, int request, void *answer) __asm__("dlinfo");

enum {
  /// RTLD_DI_ORIGIN of dlfcn.h: the folder of the object, as it was seen when that was loaded.
  loaded_origin = 6
};

#endif
