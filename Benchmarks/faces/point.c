/* Prepared questions through the C interfaces of Kho and SQLite, side by side. */
#include <kho.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PERSONS = 100000, FRIENDS = 10, ROUNDS = 9 };

/* Each gives one text a row. */
typedef struct {
  const char *name, *kho, *sqlite;
  int runs, is_single, takes_end;
} question;

static const question questions[] = {
  {"a text", "MATCH (p:Person {id: $id}) RETURN p.name", "SELECT name FROM person WHERE id = ?1",
   100000, 1, 0},
  {"ten texts", "MATCH (:Person {id: $id})-[:KNOWS]->(q) RETURN q.name",
   "SELECT name FROM knows JOIN person ON id = other WHERE one = ?1", 30000, 0, 0},
  {"a thousand texts", "MATCH (p:Person) WHERE $id <= p.id < $end RETURN p.name",
   "SELECT name FROM person WHERE id >= ?1 AND id < ?2", 1000, 0, 1},
};

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
  char script[900];
  snprintf(script, sizeof script,
           "CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE;"
           "UNWIND range(1, %d) AS i CREATE (:Person {id: i, name: 'person ' + i});"
           "MATCH (p:Person) UNWIND range(1, %d) AS k WITH p, (p.id * 7919 + k * 10007) %% %d + 1 AS o "
           "MATCH (q:Person {id: o}) CREATE (p)-[:KNOWS]->(q)", PERSONS, FRIENDS, PERSONS);
  if (kho_exec(kho, script, -1) != KHO_OK) fail("making Kho's data");
  snprintf(script, sizeof script,
           "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);"
           "CREATE TABLE knows (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;"
           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
           "INSERT INTO person SELECT i, 'person ' || i FROM n;"
           "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < %d)"
           "INSERT INTO knows SELECT id, (id * 7919 + k * 10007) %% %d + 1 FROM person, n",
           PERSONS, FRIENDS, PERSONS);
  if (sqlite3_exec(sqlite, script, NULL, NULL, NULL) != SQLITE_OK) fail("making SQLite's data");
}

/* Numbers without order, the same for both. */
static int next_id(unsigned *state) {
  *state = *state * 1664525u + 1013904223u;
  return (int)((*state >> 8) % PERSONS) + 1;
}

static double ask_kho(kho_stmt statement, const question *it, size_t *sum) {
  unsigned state = 7;
  double start = now();
  for (int run = 0; run < it->runs; run++) {
    int id = next_id(&state);
    kho_bind_int64(statement, "id", id);
    if (it->takes_end) kho_bind_int64(statement, "end", id + 1000);
    int code;
    while ((code = kho_step(statement)) == KHO_ROW) {
      size_t length;
      kho_column_text(statement, 0, &length);
      *sum += length;
      if (it->is_single) break;
    }
    if (code != KHO_DONE && !it->is_single) fail("Kho's rows");
    kho_reset(statement);
  }
  return (now() - start) / it->runs;
}

static double ask_sqlite(sqlite3_stmt *statement, const question *it, size_t *sum) {
  unsigned state = 7;
  double start = now();
  for (int run = 0; run < it->runs; run++) {
    int id = next_id(&state);
    sqlite3_bind_int64(statement, 1, id);
    if (it->takes_end) sqlite3_bind_int64(statement, 2, id + 1000);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
      sqlite3_column_text(statement, 0);
      *sum += (size_t)sqlite3_column_bytes(statement, 0);
      if (it->is_single) break;
    }
    if (code != SQLITE_DONE && !it->is_single) fail("SQLite's rows");
    sqlite3_reset(statement);
  }
  return (now() - start) / it->runs;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *times) {
  qsort(times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

static void measure(kho_db kho, sqlite3 *sqlite, const question *it, const char *how) {
  kho_stmt statement;
  sqlite3_stmt *prepared;
  if (kho_prepare(kho, it->kho, -1, &statement) != KHO_OK) fail("preparing");
  if (sqlite3_prepare_v2(sqlite, it->sqlite, -1, &prepared, NULL)) {
    fail("preparing");
  }
  double kho_times[ROUNDS], sqlite_times[ROUNDS];
  size_t kho_sum = 0, sqlite_sum = 0;
  for (int round = 0; round < ROUNDS; round++) {
    kho_times[round] = ask_kho(statement, it, &kho_sum);
    sqlite_times[round] = ask_sqlite(prepared, it, &sqlite_sum);
  }
  if (kho_sum != sqlite_sum) fail("the answers differ");
  double mine = median(kho_times), theirs = median(sqlite_times);
  printf("| C, %s, %s | %.2f | %.2f | %.2f× |\n", it->name, how, mine, theirs,
         theirs / mine);
  fflush(stdout);
  kho_finalize(statement);
  sqlite3_finalize(prepared);
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
  for (size_t number = 0; number < sizeof questions / sizeof *questions; number++) {
    const question *it = &questions[number];
    measure(kho, sqlite, it, "a transaction each");
    kho_begin(kho, KHO_READ);
    sqlite3_exec(sqlite, "BEGIN", NULL, NULL, NULL);
    measure(kho, sqlite, it, "all in one");
    kho_commit(kho);
    sqlite3_exec(sqlite, "COMMIT", NULL, NULL, NULL);
  }
  kho_close(kho);
  sqlite3_close(sqlite);
  return 0;
}
