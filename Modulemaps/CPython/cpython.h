#ifndef REALIMPORT_CPYTHON_H
#define REALIMPORT_CPYTHON_H

// The limited API promises that these functions keep their signatures in every later CPython 3 (PEP 384, PEP 652).
// features.h comes first: pyconfig.h would choose other features of the C library than Swift's own module of it.
#include <features.h>
#define Py_LIMITED_API 0x03090000
#include <Python.h>
#include <dlfcn.h>

// Not of the limited API, but documented with this signature since 3.8 (PEP 578; cpython/sysmodule.h, which the limited
// API leaves out). A hook of `sys.addaudithook` is called through Python at every event, an import has a dozen.
int PySys_AddAuditHook(int (*hook)(const char *event, PyObject *arguments, void *data), void *data);

// Nothing is linked against one libpython: each entry point is looked up in the libpython of the user's own
// environment. Only functions stand here, no data symbols: exceptions and None come from the module `builtins`.
#define CPYTHON_ENTRY_POINTS(X)                                                                                    \
  X(Py_BytesMain)                                                                                                  \
  X(Py_CompileString)                                                                                              \
  X(Py_DecRef)                                                                                                     \
  X(Py_GetVersion)                                                                                                 \
  X(Py_IncRef)                                                                                                     \
  X(PyBytes_AsStringAndSize)                                                                                       \
  X(PyCFunction_NewEx)                                                                                             \
  X(PyErr_Clear)                                                                                                   \
  X(PyErr_Fetch)                                                                                                   \
  X(PyErr_NormalizeException)                                                                                      \
  X(PyErr_Restore)                                                                                                 \
  X(PyEval_EvalCode)                                                                                               \
  X(PyEval_GetBuiltins)                                                                                            \
  X(PyException_SetTraceback)                                                                                      \
  X(PyImport_AddModule)                                                                                            \
  X(PyImport_AppendInittab)                                                                                        \
  X(PyImport_GetModule)                                                                                            \
  X(PyImport_GetModuleDict)                                                                                        \
  X(PyImport_ImportModule)                                                                                         \
  X(PyLong_AsLong)                                                                                                 \
  X(PyLong_FromLong)                                                                                               \
  X(PyModule_Create2)                                                                                              \
  X(PyModule_GetDict)                                                                                              \
  X(PyObject_CallObject)                                                                                           \
  X(PyObject_GetAttrString)                                                                                        \
  X(PyObject_GetItem)                                                                                              \
  X(PyType_IsSubtype)                                                                                              \
  X(PyObject_IsTrue)                                                                                               \
  X(PyObject_SetAttrString)                                                                                        \
  X(PyObject_SetItem)                                                                                              \
  X(PyObject_Size)                                                                                                 \
  X(PyObject_Str)                                                                                                  \
  X(PyObject_Type)                                                                                                 \
  X(PySequence_DelItem)                                                                                            \
  X(PySequence_GetItem)                                                                                            \
  X(PySequence_SetItem)                                                                                            \
  X(PySys_AddAuditHook)                                                                                            \
  X(PySys_GetObject)                                                                                               \
  X(PyTuple_GetItem)                                                                                               \
  X(PyTuple_New)                                                                                                   \
  X(PyTuple_SetItem)                                                                                               \
  X(PyUnicode_AsEncodedString)                                                                                     \
  X(PyUnicode_EncodeFSDefault)                                                                                     \
  X(PyUnicode_FromStringAndSize)                                                                                   \
  X(PyUnicode_GetLength)                                                                                           \
  X(PyUnicode_Substring)

/// The functions of one loaded libpython, each typed by the declaration in CPython's own headers.
struct CPythonEntryPoints {
#define CPYTHON_FIELD(name) __typeof__(name) *name;
  CPYTHON_ENTRY_POINTS(CPYTHON_FIELD)
#undef CPYTHON_FIELD
};

/// Fills `table` from `library` (a handle of dlopen). Returns the name of the first missing function, or NULL.
static inline const char *cpython_load_entry_points(void *library, struct CPythonEntryPoints *table) {
#define CPYTHON_LOAD(name)                                                                                         \
  table->name = (__typeof__(name) *)dlsym(library, #name);                                                         \
  if (!table->name) return #name;
  CPYTHON_ENTRY_POINTS(CPYTHON_LOAD)
#undef CPYTHON_LOAD
  return 0;
}

#endif
