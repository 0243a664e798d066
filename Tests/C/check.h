/* What the tests of the C library share: checks, short forms of calls, a list of cases. */
#ifndef CHECK_H
#define CHECK_H

#include <kho.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A case of Tests/Faces/README.md; runs in a process of its own, in an empty folder. */
typedef struct {
  const char *id;
  const char *title;
  void (*run)(void);
} test_case;

extern const test_case face_cases[];
extern const test_case value_cases[];
extern const test_case misuse_cases[];

/* Rows that a test of many rows makes: fewer where each takes long. */
extern int64_t many;

static inline void fail_at(const char *file, int line, const char *what) {
  fprintf(stderr, "    %s:%d: %s (last error: %s/%s: %s)\n", file, line, what,
          kho_errtext(KHO_TEXT_KIND) ? kho_errtext(KHO_TEXT_KIND) : "-",
          kho_errtext(KHO_TEXT_DETAIL) ? kho_errtext(KHO_TEXT_DETAIL) : "-",
          kho_errmsg() ? kho_errmsg() : "-");
  exit(1);
}

#define CHECK(condition) \
  do { if (!(condition)) fail_at(__FILE__, __LINE__, #condition); } while (0)
#define OK(call) CHECK((call) == KHO_OK)
#define ROW(statement) CHECK(kho_step(statement) == KHO_ROW)
#define DONE(statement) CHECK(kho_step(statement) == KHO_DONE)
/* The call fails with that code, and its error with that detail ("" for any). */
#define FAILS(call, code, detail) \
  do { \
    kho_errclear(); \
    CHECK((call) == (code)); \
    CHECK(kho_errcode() == (code)); \
    CHECK(*(detail) == 0 || strcmp(kho_errtext(KHO_TEXT_DETAIL), detail) == 0); \
  } while (0)
/* The same for functions that give 0 or NULL. */
#define GIVES_NONE(call, code, detail) \
  do { \
    kho_errclear(); \
    CHECK(!(call)); \
    CHECK(kho_errcode() == (code)); \
    CHECK(strcmp(kho_errtext(KHO_TEXT_DETAIL), detail) == 0); \
  } while (0)

static inline kho_db open_temporary(void) {
  kho_db db;
  OK(kho_open(NULL, KHO_TEMPORARY, &db));
  return db;
}

static inline kho_db open_file(const char *path) {
  kho_db db;
  OK(kho_open(path, 0, &db));
  return db;
}

static inline void run(kho_db db, const char *text) { OK(kho_exec(db, text, -1)); }

static inline kho_stmt prepare(kho_db db, const char *text) {
  kho_stmt statement;
  OK(kho_prepare(db, text, -1, &statement));
  return statement;
}

/* The integer that a statement gives. */
static inline int64_t number(kho_db db, const char *text) {
  kho_stmt statement = prepare(db, text);
  ROW(statement);
  int64_t result = kho_column_int64(statement, 0);
  DONE(statement);
  OK(kho_finalize(statement));
  return result;
}

static inline int64_t count_nodes(kho_db db) { return number(db, "MATCH (n) RETURN count(n)"); }

/* Prepares and runs a statement to its end; the code of the first call that fails. */
static inline int attempt(kho_db db, const char *text) {
  kho_stmt statement;
  int code = kho_prepare(db, text, -1, &statement);
  if (code != KHO_OK) return code;
  do code = kho_step(statement); while (code == KHO_ROW);
  if (code == KHO_DONE) code = KHO_OK;
  kho_finalize(statement);
  return code;
}

static inline void write_file(const char *path, const void *bytes, size_t size) {
  FILE *file = fopen(path, "wb");
  CHECK(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

#endif
