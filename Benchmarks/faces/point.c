/* A prepared point query through the C interfaces of Kho and SQLite, side by side. */
#include <kho.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PERSONS = 100000, RUNS = 100000, ROUNDS = 9 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, kho_errmsg() ? kho_errmsg() : "");
  exit(1);
}

static void make(kho_db kho, sqlite3 *sqlite) {
  char script[300];
  snprintf(script, sizeof script,
           "CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE;"
           "UNWIND range(1, %d) AS i CREATE (:Person {id: i, name: 'person ' + i})", PERSONS);
  if (kho_exec(kho, script, -1) != KHO_OK) fail("making Kho's data");
  snprintf(script, sizeof script,
           "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);"
           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
           "INSERT INTO person SELECT i, 'person ' || i FROM n", PERSONS);
  if (sqlite3_exec(sqlite, script, NULL, NULL, NULL) != SQLITE_OK) fail("making SQLite's data");
}

/* Numbers without order, the same for both. */
static int next_id(unsigned *state) {
  *state = *state * 1664525u + 1013904223u;
  return (int)((*state >> 8) % PERSONS) + 1;
}

static double ask_kho(kho_stmt statement, size_t *sum) {
  unsigned state = 7;
  double start = now();
  for (int run = 0; run < RUNS; run++) {
    size_t length;
    kho_bind_int64(statement, "id", next_id(&state));
    if (kho_step(statement) != KHO_ROW) fail("Kho's row");
    kho_column_text(statement, 0, &length);
    *sum += length;
    kho_reset(statement);
  }
  return (now() - start) / RUNS;
}

static double ask_sqlite(sqlite3_stmt *statement, size_t *sum) {
  unsigned state = 7;
  double start = now();
  for (int run = 0; run < RUNS; run++) {
    sqlite3_bind_int64(statement, 1, next_id(&state));
    if (sqlite3_step(statement) != SQLITE_ROW) fail("SQLite's row");
    sqlite3_column_text(statement, 0);
    *sum += (size_t)sqlite3_column_bytes(statement, 0);
    sqlite3_reset(statement);
  }
  return (now() - start) / RUNS;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *times) {
  qsort(times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

static void measure(const char *name, kho_stmt kho, sqlite3_stmt *sqlite) {
  double kho_times[ROUNDS], sqlite_times[ROUNDS];
  size_t kho_sum = 0, sqlite_sum = 0;
  for (int round = 0; round < ROUNDS; round++) {
    kho_times[round] = ask_kho(kho, &kho_sum);
    sqlite_times[round] = ask_sqlite(sqlite, &sqlite_sum);
  }
  if (kho_sum != sqlite_sum) fail("the answers differ");
  double mine = median(kho_times), theirs = median(sqlite_times);
  printf("| C, %s | %.2f | %.2f | %.2f× |\n", name, mine, theirs, theirs / mine);
}

int main(int count, char **arguments) {
  char path[1000];
  const char *folder = count > 1 ? arguments[1] : ".";
  kho_db kho;
  sqlite3 *sqlite;
  snprintf(path, sizeof path, "%s/point.kho", folder);
  if (kho_open(path, 0, &kho) != KHO_OK) fail("opening");
  snprintf(path, sizeof path, "%s/point.db", folder);
  if (sqlite3_open(path, &sqlite) != SQLITE_OK) fail("opening");
  make(kho, sqlite);
  kho_stmt statement;
  sqlite3_stmt *prepared;
  if (kho_prepare(kho, "MATCH (p:Person {id: $id}) RETURN p.name", -1, &statement) != KHO_OK) {
    fail("preparing");
  }
  if (sqlite3_prepare_v2(sqlite, "SELECT name FROM person WHERE id = ?1", -1, &prepared, NULL)) {
    fail("preparing");
  }
  measure("a transaction each", statement, prepared);
  kho_begin(kho, KHO_READ);
  sqlite3_exec(sqlite, "BEGIN", NULL, NULL, NULL);
  measure("all in one", statement, prepared);
  kho_commit(kho);
  sqlite3_exec(sqlite, "COMMIT", NULL, NULL, NULL);
  kho_finalize(statement);
  kho_close(kho);
  sqlite3_finalize(prepared);
  sqlite3_close(sqlite);
  return 0;
}
