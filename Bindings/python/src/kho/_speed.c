/* The hot path of the package in C: packs parameters, runs and fetches without the interpreter's
 * lock, and makes rows. Written to the limited API, so that one build serves all versions from 3.10
 * on. It does not link libkho: _run.py hands it the addresses of the functions it calls. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { ROW = 100, DONE = 101, CANCELLED = 14, NESTING_LIMIT = 200 };

static int (*bind_packed)(uint64_t, const void *, size_t);
static int (*fetch)(uint64_t, int64_t, const void **, size_t *, int64_t *);

/* Functions and classes of the package, see `configure`. */
static PyObject *raise_last, *encode_other, *make_temporal, *make_node, *make_relationship,
  *make_path, *make_duration, *make_lease;

/* ---- Packing ---- */

typedef struct {
  unsigned char *bytes;
  size_t count, capacity;
  unsigned char first[512];
} buffer;

static int put(buffer *out, const void *bytes, size_t size) {
  if (out->capacity - out->count < size) {
    size_t capacity = 2 * out->capacity + size;
    unsigned char *larger = PyMem_Malloc(capacity);
    if (!larger) {
      PyErr_NoMemory();
      return -1;
    }
    memcpy(larger, out->bytes, out->count);
    if (out->bytes != out->first) PyMem_Free(out->bytes);
    out->bytes = larger;
    out->capacity = capacity;
  }
  memcpy(out->bytes + out->count, bytes, size);
  out->count += size;
  return 0;
}

static int put_byte(buffer *out, unsigned char byte) { return put(out, &byte, 1); }

/* All numbers are little-endian, as the machines that Kho runs on. */
static int put_size(buffer *out, Py_ssize_t size) {
  uint32_t number = (uint32_t)size;
  if ((Py_ssize_t)number != size) {
    PyErr_SetString(PyExc_OverflowError, "a value is too large to be packed");
    return -1;
  }
  return put(out, &number, 4);
}

static int put_text(buffer *out, PyObject *text) {
  Py_ssize_t size;
  const char *bytes = PyUnicode_AsUTF8AndSize(text, &size);
  if (!bytes) return -1;
  return put_size(out, size) || put(out, bytes, (size_t)size) ? -1 : 0;
}

/* What C does not know, and what is refused, is left to Python. */
static int put_other(buffer *out, PyObject *value, int depth) {
  PyErr_Clear();
  PyObject *packed = PyObject_CallFunction(encode_other, "Oi", value, depth);
  if (!packed) return -1;
  char *bytes;
  Py_ssize_t size;
  int code = PyBytes_AsStringAndSize(packed, &bytes, &size);
  if (code == 0) code = put(out, bytes, (size_t)size);
  Py_DECREF(packed);
  return code;
}

static int put_value(buffer *out, PyObject *value, int depth);

static int put_entries(buffer *out, PyObject *map, int depth) {
  PyObject *key, *value;
  Py_ssize_t position = 0, count = PyDict_Size(map);
  if (put_size(out, count)) return -1;
  while (PyDict_Next(map, &position, &key, &value)) {
    if (!PyUnicode_Check(key) || put_text(out, key)) {
      if (!PyErr_Occurred()) PyErr_SetString(PyExc_TypeError, "expected text as a map's key");
      return -1;
    }
    Py_INCREF(value);
    int code = put_value(out, value, depth - 1);
    Py_DECREF(value);
    if (code || PyDict_Size(map) != count) {
      if (!code) PyErr_SetString(PyExc_RuntimeError, "a map changed while it was read");
      return -1;
    }
  }
  return 0;
}

static int put_value(buffer *out, PyObject *value, int depth) {
  if (value == Py_None) return put_byte(out, 0);
  if (value == Py_True) return put_byte(out, 16);
  if (value == Py_False) return put_byte(out, 1);
  if (PyUnicode_CheckExact(value)) {
    size_t start = out->count;
    if (put_byte(out, 4) == 0 && put_text(out, value) == 0) return 0;
    if (!PyErr_ExceptionMatches(PyExc_UnicodeError)) return -1;
    out->count = start;
    return put_other(out, value, depth);
  }
  if (PyLong_CheckExact(value)) {
    int overflow;
    int64_t number = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (overflow) return put_other(out, value, depth);
    return put_byte(out, 2) || put(out, &number, 8) ? -1 : 0;
  }
  if (PyFloat_CheckExact(value)) {
    double number = PyFloat_AsDouble(value);
    return put_byte(out, 3) || put(out, &number, 8) ? -1 : 0;
  }
  if (PyList_CheckExact(value) && depth > 0) {
    Py_ssize_t count = PyList_Size(value);
    if (put_byte(out, 5) || put_size(out, count)) return -1;
    for (Py_ssize_t index = 0; index < count; index++) {
      PyObject *element = PyList_GetItem(value, index);  /* An error where the list shrank. */
      if (!element) return -1;
      Py_INCREF(element);
      int code = put_value(out, element, depth - 1);
      Py_DECREF(element);
      if (code) return -1;
    }
    return 0;
  }
  if (PyDict_CheckExact(value) && depth > 0) {
    size_t start = out->count;
    if (put_byte(out, 6) == 0 && put_entries(out, value, depth) == 0) return 0;
    if (!PyErr_ExceptionMatches(PyExc_TypeError) && !PyErr_ExceptionMatches(PyExc_UnicodeError)) {
      return -1;
    }
    out->count = start;
  }
  return put_other(out, value, depth);
}

/* ---- Unpacking what libkho packed ---- */

typedef struct {
  const unsigned char *bytes;
} reader;

static uint32_t take_size(reader *in) {
  uint32_t number;
  memcpy(&number, in->bytes, 4);
  in->bytes += 4;
  return number;
}

static int64_t take_int(reader *in) {
  int64_t number;
  memcpy(&number, in->bytes, 8);
  in->bytes += 8;
  return number;
}

static PyObject *take_text(reader *in) {
  uint32_t size = take_size(in);
  const char *bytes = (const char *)in->bytes;
  in->bytes += size;
  return PyUnicode_DecodeUTF8(bytes, size, NULL);
}

static PyObject *take_value(reader *in);

/* A tuple of `count` things that `take` reads. */
static PyObject *take_tuple(reader *in, Py_ssize_t count, PyObject *(*take)(reader *)) {
  PyObject *tuple = PyTuple_New(count);
  for (Py_ssize_t index = 0; tuple && index < count; index++) {
    PyObject *element = take(in);
    if (!element || PyTuple_SetItem(tuple, index, element)) Py_CLEAR(tuple);
  }
  return tuple;
}

static PyObject *take_map(reader *in) {
  PyObject *map = PyDict_New();
  for (uint32_t rest = take_size(in); map && rest > 0; rest--) {
    PyObject *key = take_text(in);
    PyObject *value = key ? take_value(in) : NULL;
    if (!value || PyDict_SetItem(map, key, value)) Py_CLEAR(map);
    Py_XDECREF(key);
    Py_XDECREF(value);
  }
  return map;
}

/* Calls `make` with arguments that it takes over; NULL where one of them is. */
static PyObject *construct(PyObject *make, PyObject **arguments, int count) {
  PyObject *result = NULL, *tuple = PyTuple_New(count);
  for (int index = 0; index < count; index++) {
    if (tuple && arguments[index]) PyTuple_SetItem(tuple, index, arguments[index]);
    else {
      Py_XDECREF(arguments[index]);
      Py_CLEAR(tuple);
    }
  }
  if (tuple) result = PyObject_CallObject(make, tuple);
  Py_XDECREF(tuple);
  return result;
}

static PyObject *take_node(reader *in) {
  PyObject *arguments[3] = {PyLong_FromLongLong(take_int(in)), NULL, NULL};
  uint32_t labels = take_size(in);
  arguments[1] = take_tuple(in, labels, take_text);
  if (arguments[1]) arguments[2] = take_map(in);
  return construct(make_node, arguments, 3);
}

static PyObject *take_relationship(reader *in) {
  int64_t id = take_int(in), start = take_int(in), end = take_int(in);
  PyObject *arguments[5] = {
    PyLong_FromLongLong(id), take_text(in), PyLong_FromLongLong(start), PyLong_FromLongLong(end),
    NULL};
  if (arguments[1]) arguments[4] = take_map(in);
  return construct(make_relationship, arguments, 5);
}

static PyObject *take_path(reader *in) {
  uint32_t length = take_size(in);
  PyObject *arguments[2] = {take_tuple(in, (Py_ssize_t)length + 1, take_node), NULL};
  if (arguments[0]) arguments[1] = take_tuple(in, length, take_relationship);
  return construct(make_path, arguments, 2);
}

static PyObject *take_list(reader *in) {
  uint32_t count = take_size(in);
  PyObject *list = PyList_New(count);
  for (uint32_t index = 0; list && index < count; index++) {
    PyObject *element = take_value(in);
    if (!element || PyList_SetItem(list, index, element)) Py_CLEAR(list);
  }
  return list;
}

static PyObject *take_duration(reader *in) {
  long long months = take_int(in), days = take_int(in), seconds = take_int(in);
  return PyObject_CallFunction(make_duration, "LLLI", months, days, seconds, take_size(in));
}

static PyObject *take_temporal(reader *in, int tag) {
  long long count = take_int(in);
  unsigned nanosecond = tag >= 13 ? take_size(in) : 0;
  int offset = tag == 12 || tag == 14 ? (int32_t)take_size(in) : 0;
  PyObject *zone = tag == 14 ? take_text(in) : PyUnicode_FromString("");
  if (!zone) return NULL;
  return PyObject_CallFunction(make_temporal, "iLIiN", tag, count, nanosecond, offset, zone);
}

static PyObject *take_value(reader *in) {
  int tag = *in->bytes++;
  double number;
  switch (tag) {
  case 0: Py_RETURN_NONE;
  case 1: Py_RETURN_FALSE;
  case 16: Py_RETURN_TRUE;
  case 2: return PyLong_FromLongLong(take_int(in));
  case 3:
    memcpy(&number, in->bytes, 8);
    in->bytes += 8;
    return PyFloat_FromDouble(number);
  case 4: return take_text(in);
  case 5: return take_list(in);
  case 6: return take_map(in);
  case 7: return take_node(in);
  case 8: return take_relationship(in);
  case 9: return take_path(in);
  case 15: return take_duration(in);
  default: return take_temporal(in, tag);
  }
}

/* ---- Running ---- */

/* The next rows as a list. Begins a run with a dict of parameters; goes on with None. */
static PyObject *run_statement(
  uint64_t statement, PyObject *values, PyObject *row_class, Py_ssize_t width, int64_t limit,
  int *is_done) {
  buffer parameters = {.count = 0, .capacity = sizeof parameters.first};
  parameters.bytes = parameters.first;
  int begins = values != Py_None, code = 0;
  if (begins && put_value(&parameters, values, NESTING_LIMIT + 1)) {
    if (parameters.bytes != parameters.first) PyMem_Free(parameters.bytes);
    return NULL;
  }
  const void *rows = NULL;
  size_t size = 0;
  int64_t row_count = 0;
  Py_BEGIN_ALLOW_THREADS
  if (begins) code = bind_packed(statement, parameters.bytes, parameters.count);
  if (code == 0) code = fetch(statement, limit, &rows, &size, &row_count);
  Py_END_ALLOW_THREADS
  if (parameters.bytes != parameters.first) PyMem_Free(parameters.bytes);
  if (code != ROW && code != DONE) {
    PyObject *ignored = PyObject_CallFunction(raise_last, "i", code);
    Py_XDECREF(ignored);
    /* Ctrl-C cancels the statement, and is told by its own exception. */
    if (code == CANCELLED) {
      PyObject *type, *value, *trace;
      PyErr_Fetch(&type, &value, &trace);
      if (PyErr_CheckSignals() == 0) PyErr_Restore(type, value, trace);
      else {
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(trace);
      }
    }
    return NULL;
  }
  *is_done = code == DONE;
  reader in = {rows};
  allocfunc allocate = (allocfunc)PyType_GetSlot((PyTypeObject *)row_class, Py_tp_alloc);
  PyObject *list = PyList_New((Py_ssize_t)row_count);
  for (int64_t index = 0; list && index < row_count; index++) {
    PyObject *row = allocate((PyTypeObject *)row_class, width);
    for (Py_ssize_t column = 0; row && column < width; column++) {
      PyObject *value = take_value(&in);
      if (!value || PyTuple_SetItem(row, column, value)) Py_CLEAR(row);
    }
    if (!row || PyList_SetItem(list, (Py_ssize_t)index, row)) Py_CLEAR(list);
  }
  return list;
}

/* ---- Prepared: what a cursor needs to know of its statement ---- */

typedef struct {
  PyObject_HEAD
  unsigned long long handle;
  Py_ssize_t width;
  PyObject *row_class, *idle;
  char reports;
} prepared;

static PyMemberDef prepared_members[] = {
  {"handle", T_ULONGLONG, offsetof(prepared, handle), 0, NULL},
  {"width", T_PYSSIZET, offsetof(prepared, width), 0, NULL},
  {"row_class", T_OBJECT, offsetof(prepared, row_class), 0, NULL},
  {"idle", T_OBJECT, offsetof(prepared, idle), 0, NULL},
  {"reports", T_BOOL, offsetof(prepared, reports), 0, NULL},
  {NULL, 0, 0, 0, NULL},
};

static int prepared_traverse(PyObject *self, visitproc visit, void *arg) {
  Py_VISIT(Py_TYPE(self));
  Py_VISIT(((prepared *)self)->row_class);
  Py_VISIT(((prepared *)self)->idle);
  return 0;
}

static int prepared_clear(PyObject *self) {
  Py_CLEAR(((prepared *)self)->row_class);
  Py_CLEAR(((prepared *)self)->idle);
  return 0;
}

static void deallocate(PyObject *self, int (*clear)(PyObject *)) {
  PyTypeObject *type = Py_TYPE(self);
  PyObject_GC_UnTrack(self);
  clear(self);
  ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
  Py_DECREF(type);
}

static void prepared_dealloc(PyObject *self) { deallocate(self, prepared_clear); }

static PyType_Slot prepared_slots[] = {
  {Py_tp_members, prepared_members}, {Py_tp_traverse, prepared_traverse},
  {Py_tp_clear, prepared_clear}, {Py_tp_dealloc, prepared_dealloc}, {0, NULL}};

static PyType_Spec prepared_spec = {
  "kho._speed.Prepared", sizeof(prepared), 0,
  Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, prepared_slots};

static PyObject *prepared_type;

/* ---- Rows: the part of a cursor that runs often; `_run.py` has it in Python ---- */

typedef struct {
  PyObject_HEAD
  PyObject *prepared, *rows, *lease, *report;
  char is_done;
} cursor;

static PyMemberDef cursor_members[] = {
  {"_prepared", T_OBJECT, offsetof(cursor, prepared), READONLY, NULL},
  {"_rows", T_OBJECT, offsetof(cursor, rows), 0, NULL},
  {"_lease", T_OBJECT, offsetof(cursor, lease), 0, NULL},
  {"_report", T_OBJECT, offsetof(cursor, report), 0, NULL},
  {"_is_done", T_BOOL, offsetof(cursor, is_done), 0, NULL},
  {NULL, 0, 0, 0, NULL},
};

static int cursor_traverse(PyObject *self, visitproc visit, void *arg) {
  cursor *it = (cursor *)self;
  Py_VISIT(Py_TYPE(self));
  Py_VISIT(it->prepared);
  Py_VISIT(it->rows);
  Py_VISIT(it->lease);
  Py_VISIT(it->report);
  return 0;
}

static int cursor_clear(PyObject *self) {
  cursor *it = (cursor *)self;
  Py_CLEAR(it->prepared);
  Py_CLEAR(it->rows);
  Py_CLEAR(it->lease);
  Py_CLEAR(it->report);
  return 0;
}

static void cursor_dealloc(PyObject *self) { deallocate(self, cursor_clear); }

static int cursor_init(PyObject *self, PyObject *arguments, PyObject *named) {
  cursor *it = (cursor *)self;
  PyObject *statement, *parameters;
  if (!PyArg_UnpackTuple(arguments, "Cursor", 2, 2, &statement, &parameters)) return -1;
  if (named || it->prepared || !PyDict_CheckExact(parameters)
      || !PyObject_TypeCheck(statement, (PyTypeObject *)prepared_type)
      || !((prepared *)statement)->row_class
      || !PyType_Check(((prepared *)statement)->row_class)) {
    PyErr_SetString(PyExc_TypeError, "cursors are made by execute");
    return -1;
  }
  prepared *its = (prepared *)statement;
  int is_done = 0;
  PyObject *rows =
    run_statement(its->handle, parameters, its->row_class, its->width, 4096, &is_done);
  if (!rows) return -1;
  it->rows = PyObject_GetIter(rows);
  Py_DECREF(rows);
  Py_INCREF(statement);
  it->prepared = statement;
  it->is_done = (char)is_done;
  if (!it->rows) return -1;
  if (is_done && !its->reports) {
    return its->idle && PyList_Check(its->idle) ? PyList_Append(its->idle, statement) : 0;
  }
  it->lease = PyObject_CallFunction(make_lease, "Oi", statement, !is_done);
  return it->lease ? 0 : -1;
}

/* The next row; NULL at the end, and after an error. */
static PyObject *cursor_next(PyObject *self) {
  cursor *it = (cursor *)self;
  while (1) {
    PyObject *rows = it->rows;
    if (!rows || !PyIter_Check(rows)) return NULL;
    Py_INCREF(rows);
    PyObject *row = PyIter_Next(rows);
    Py_DECREF(rows);
    if (row || it->is_done || PyErr_Occurred()) return row;
    PyObject *more = PyObject_CallMethod(self, "_fetch", NULL);
    if (!more) return NULL;
    Py_DECREF(more);
  }
}

static PyObject *cursor_fetchone(PyObject *self, PyObject *ignored) {
  (void)ignored;
  PyObject *row = cursor_next(self);
  if (row || PyErr_Occurred()) return row;
  Py_RETURN_NONE;
}

static PyMethodDef cursor_methods[] = {
  {"fetchone", cursor_fetchone, METH_NOARGS, "The next row, or None at the end."},
  {NULL, NULL, 0, NULL},
};

static PyType_Slot cursor_slots[] = {
  {Py_tp_members, cursor_members}, {Py_tp_methods, cursor_methods}, {Py_tp_init, cursor_init},
  {Py_tp_iter, PyObject_SelfIter}, {Py_tp_iternext, cursor_next},
  {Py_tp_traverse, cursor_traverse}, {Py_tp_clear, cursor_clear}, {Py_tp_dealloc, cursor_dealloc},
  {0, NULL}};

static PyType_Spec cursor_spec = {
  "kho._speed.Rows", sizeof(cursor), 0,
  Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, cursor_slots};

/* ---- Functions of the module ---- */

/* run(statement, parameters, row class, columns, limit) -> (rows, whether they were the last) */
static PyObject *run(PyObject *module, PyObject *const *arguments, Py_ssize_t count) {
  (void)module;
  if (count != 5 || !PyType_Check(arguments[2])) {
    PyErr_SetString(PyExc_TypeError, "run takes 5 arguments");
    return NULL;
  }
  uint64_t statement = PyLong_AsUnsignedLongLong(arguments[0]);
  Py_ssize_t width = PyLong_AsSsize_t(arguments[3]);
  int64_t limit = PyLong_AsLongLong(arguments[4]);
  if (PyErr_Occurred()) return NULL;
  int is_done = 0;
  PyObject *list = run_statement(statement, arguments[1], arguments[2], width, limit, &is_done);
  return list ? Py_BuildValue("NN", list, PyBool_FromLong(is_done)) : NULL;
}

/* configure(address of kho_bind_packed, of kho_fetch, raise_last, encode_other, temporal, Node,
 * Relationship, Path, Duration, Lease) */
static PyObject *configure(PyObject *module, PyObject *arguments) {
  (void)module;
  unsigned long long bind_address, fetch_address;
  if (!PyArg_ParseTuple(
        arguments, "KKOOOOOOOO", &bind_address, &fetch_address, &raise_last, &encode_other,
        &make_temporal, &make_node, &make_relationship, &make_path, &make_duration, &make_lease)) {
    return NULL;
  }
  bind_packed = (int (*)(uint64_t, const void *, size_t))(uintptr_t)bind_address;
  fetch = (int (*)(uint64_t, int64_t, const void **, size_t *, int64_t *))(uintptr_t)fetch_address;
  PyObject *kept[] = {raise_last, encode_other, make_temporal, make_node, make_relationship,
                      make_path, make_duration, make_lease};
  for (int index = 0; index < 8; index++) Py_INCREF(kept[index]);
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
  {"run", (PyCFunction)(void (*)(void))run, METH_FASTCALL, NULL},
  {"configure", configure, METH_VARARGS, NULL},
  {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
  PyModuleDef_HEAD_INIT, "kho._speed", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__speed(void) {
  PyObject *module = PyModule_Create(&definition);
  prepared_type = PyType_FromSpec(&prepared_spec);
  PyObject *rows_type = PyType_FromSpec(&cursor_spec);
  if (!module || !prepared_type || !rows_type
      || PyModule_AddObjectRef(module, "Prepared", prepared_type)
      || PyModule_AddObjectRef(module, "Rows", rows_type)) {
    Py_CLEAR(module);
  }
  Py_XDECREF(rows_type);
  return module;
}
