/* Opening, transactions, big results, errors, limits, cancelling, procedures. */
#include "check.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static long peak_in_kilobytes(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void O01(void) {
  kho_db db = open_file("new.kho");
  CHECK(count_nodes(db) == 0);
  struct stat entry;
  CHECK(stat("new.kho", &entry) == 0 && (entry.st_mode & 0777) == 0600);
  CHECK(stat("new.kho-lock", &entry) == 0);
  OK(kho_close(db));
}

static void O02(void) {
  kho_db db = open_file("a.kho");
  run(db, "CREATE (:A {x: 1})");
  OK(kho_close(db));
  db = open_file("a.kho");
  CHECK(number(db, "MATCH (a:A) RETURN a.x") == 1);
  OK(kho_close(db));
}

static void O03(void) {
  kho_db db = open_file("a.kho");
  run(db, "CREATE (:A {x: 1})");
  OK(kho_close(db));
  OK(kho_open("a.kho", KHO_READ_ONLY, &db));
  CHECK(number(db, "MATCH (a:A) RETURN a.x") == 1);
  CHECK(strstr(kho_info(db), "\"readOnly\":true"));
  OK(kho_close(db));
}

static void O04(void) {
  kho_db db = open_temporary();
  run(db, "CREATE ()");
  char path[1000];
  const char *start = strstr(kho_info(db), "\"path\":\"") + 8;
  snprintf(path, sizeof path, "%.*s", (int)strcspn(start, "\""), start);
  CHECK(access(path, F_OK) == 0);
  OK(kho_close(db));
  CHECK(access(path, F_OK) != 0);
}

static void O05(void) {
  kho_db db;
  FAILS(kho_open("none.kho", KHO_MUST_EXIST, &db), KHO_STORAGE_ERROR, "FileNotFound");
  CHECK(db == 0 && access("none.kho", F_OK) != 0);
}

static void O06(void) {
  kho_db db;
  FAILS(kho_open("none.kho", KHO_READ_ONLY, &db), KHO_STORAGE_ERROR, "FileNotFound");
}

static void O07(void) {
  CHECK(strcmp(kho_version(), KHO_VERSION) == 0);
  kho_db db = open_temporary();
  CHECK(strstr(kho_info(db), "\"formatVersion\":"));
  OK(kho_close(db));
}

static void O08(void) {
  kho_db db = open_file("a.kho"), copy;
  run(db, "CREATE (:A {x: 1})");
  OK(kho_backup(db, "b.kho"));
  FAILS(kho_backup(db, "b.kho"), KHO_STORAGE_ERROR, "FileExists");
  copy = open_file("b.kho");
  CHECK(number(copy, "MATCH (a:A) RETURN a.x") == 1);
  OK(kho_close(copy));
  OK(kho_close(db));
}

static void O09(void) {
  kho_db db = open_temporary();
  run(db, "CREATE (:A)-[:R]->(:B)");
  int64_t faults = -1;
  const char *report;
  OK(kho_check(db, &faults, &report));
  CHECK(faults == 0 && *report == 0);
  OK(kho_check(db, NULL, NULL));
  OK(kho_close(db));
}

static void O10(void) {
  kho_db db = open_temporary();
  write_file("people.csv", "Ada\n", 4);
  const char *inside = "LOAD CSV FROM 'people.csv' AS r RETURN r";
  CHECK(attempt(db, inside) != KHO_OK);
  OK(kho_import_folder(db, "."));
  OK(attempt(db, inside));
  CHECK(attempt(db, "LOAD CSV FROM '/etc/hostname' AS r RETURN r") != KHO_OK);
  write_file("../secret.csv", "Ada\n", 4);
  CHECK(attempt(db, "LOAD CSV FROM '../secret.csv' AS r RETURN r") != KHO_OK);
  OK(kho_begin(db, KHO_WRITE));
  run(db, "LOAD CSV FROM 'people.csv' AS r CREATE ({name: r[0]})");
  OK(kho_import_folder(db, NULL));
  CHECK(attempt(db, inside) != KHO_OK);
  OK(kho_commit(db));
  CHECK(count_nodes(db) == 1);
  OK(kho_close(db));
  FAILS(kho_import_folder(db, "."), KHO_MISUSE, "DatabaseClosed");
}

static void T01(void) {
  kho_db db = open_temporary();
  kho_stmt make = prepare(db, "CREATE (a:A {x: 1, y: 2})-[:R]->(:B) RETURN a.x AS x");
  ROW(make);
  CHECK(strcmp(kho_report(make), "{\"counters\":{\"nodesCreated\":2,\"relationshipsCreated\":1,"
                                 "\"propertiesSet\":2,\"labelsAdded\":2}}") == 0);
  CHECK(kho_column_int64(make, 0) == 1);
  DONE(make);
  CHECK(count_nodes(db) == 2);
  OK(kho_finalize(make));
  OK(kho_close(db));
}

static void T02(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  run(db, "CREATE (:B)");
  CHECK(kho_in_transaction(db) == 1);
  OK(kho_commit(db));
  CHECK(kho_in_transaction(db) == 0 && count_nodes(db) == 2);
  run(db, "CREATE (:C); CREATE (:D);");
  CHECK(count_nodes(db) == 4);
  CHECK(kho_exec(db, "CREATE (:E); CREATE (:F", -1) == KHO_SYNTAX_ERROR);
  CHECK(count_nodes(db) == 4);
  OK(kho_close(db));
}

static void T03(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  OK(kho_rollback(db));
  CHECK(count_nodes(db) == 0);
  OK(kho_close(db));
}

static void T05(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  CHECK(count_nodes(db) == 1);
  OK(kho_commit(db));
  OK(kho_close(db));
}

static void T06(void) {
  kho_db db = open_file("a.kho"), other = open_file("a.kho");
  OK(kho_begin(db, KHO_READ));
  CHECK(count_nodes(db) == 0);
  run(other, "CREATE (:A)");
  CHECK(count_nodes(db) == 0);
  OK(kho_commit(db));
  CHECK(count_nodes(db) == 1);
  OK(kho_close(other));
  OK(kho_close(db));
}

static void T07(void) {
  kho_db db = open_temporary();
  run(db, "UNWIND range(1, 9) AS x CREATE (:A {x: x, name: 'n' + x})");
  kho_stmt statement = prepare(db, "MATCH (a:A {x: $x}) RETURN a.name");
  char name[10];
  for (int64_t x = 1; x <= 9; x++) {
    OK(kho_bind_int64(statement, "x", x));
    ROW(statement);
    snprintf(name, sizeof name, "n%d", (int)x);
    CHECK(strcmp(kho_column_text(statement, 0, NULL), name) == 0);
    DONE(statement);
  }
  OK(kho_finalize(statement));
  /* The same by an index: without and in a transaction, and after the schema has changed. */
  run(db, "CREATE CONSTRAINT FOR (a:A) REQUIRE a.x IS UNIQUE");
  for (int round = 0; round < 4; round++) {
    statement = prepare(db, "MATCH (a:A {x: $x}) RETURN a.name, a.x AS x");
    FAILS(kho_step(statement), KHO_PARAMETER_MISSING, "");
    if (round == 1) OK(kho_begin(db, KHO_READ));
    if (round == 2) OK(kho_begin(db, KHO_WRITE));
    if (round == 3) run(db, "CREATE INDEX FOR (b:B) ON (b.x)");
    for (int64_t x = 1; x <= 9; x++) {
      OK(kho_bind_int64(statement, "x", x));
      ROW(statement);
      snprintf(name, sizeof name, "n%d", (int)x);
      CHECK(strcmp(kho_column_text(statement, 0, NULL), name) == 0);
      CHECK(kho_column_int64(statement, 1) == x);
      FAILS(kho_bind_int64(statement, "x", 1), KHO_MISUSE, "StatementRuns");
      DONE(statement);
      CHECK(strcmp(kho_report(statement), "{}") == 0);
    }
    OK(kho_bind_int64(statement, "x", 10));
    DONE(statement);
    OK(kho_bind_int64(statement, "x", 1));
    OK(kho_limits(db, -1, -1, 0));
    FAILS(kho_step(statement), KHO_LIMIT_EXCEEDED, "RowLimit");
    OK(kho_limits(db, -1, -1, 1));
    ROW(statement);
    OK(kho_interrupt(db));
    FAILS(kho_step(statement), KHO_CANCELLED, "");
    ROW(statement);
    if (round == 1 || round == 2) OK(kho_commit(db));
    OK(kho_finalize(statement));
  }
  OK(kho_close(db));
}

static void T08(void) {
  kho_db db = open_temporary();
  kho_stmt reading = prepare(db, "RETURN 1 AS one, 2 AS two"), writing = prepare(db, "CREATE ()");
  CHECK(kho_column_count(reading) == 2 && kho_column_count(writing) == 0);
  CHECK(strcmp(kho_column_name(reading, 1), "two") == 0 && !kho_column_name(reading, 2));
  CHECK(!kho_is_writing(reading) && kho_is_writing(writing));
  OK(kho_finalize(reading));
  OK(kho_finalize(writing));
  OK(kho_close(db));
}

static void T09(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "MATCH (a:A {x: 3}) RETURN count(a)");
  ROW(statement);
  CHECK(kho_column_int64(statement, 0) == 0);
  DONE(statement);
  run(db, "UNWIND range(1, 9) AS x CREATE (:A {x: x})");
  run(db, "CREATE INDEX FOR (a:A) ON (a.x)");
  ROW(statement);
  CHECK(kho_column_int64(statement, 0) == 1);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void T10(void) {
  kho_db db = open_file("a.kho"), other = open_file("a.kho");
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  CHECK(count_nodes(other) == 0);
  OK(kho_commit(db));
  CHECK(count_nodes(other) == 1);
  OK(kho_close(other));
  OK(kho_close(db));
}

static void T11(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  FAILS(attempt(db, "UNWIND [1, 0] AS x CREATE (:A {x: 1 / x})"), KHO_ARITHMETIC_ERROR,
        "DivisionByZero");
  FAILS(attempt(db, "CREATE (:A)"), KHO_MISUSE, "TransactionFailed");
  FAILS(kho_commit(db), KHO_ARITHMETIC_ERROR, "DivisionByZero");
  CHECK(count_nodes(db) == 0);
  OK(kho_close(db));
}

static void T12(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  CHECK(attempt(db, "CREATE (:B") == KHO_SYNTAX_ERROR);
  run(db, "CREATE (:C)");
  OK(kho_commit(db));
  CHECK(count_nodes(db) == 2);
  OK(kho_close(db));
}

static void T14(void) {
  kho_db db = open_temporary();
  kho_stmt plan = prepare(db, "EXPLAIN MATCH (n) RETURN n");
  DONE(plan);
  CHECK(strstr(kho_report(plan), "\"plan\":{\"name\":"));
  OK(kho_finalize(plan));
  plan = prepare(db, "PROFILE UNWIND [1, 2] AS x RETURN x");
  while (kho_step(plan) == KHO_ROW) {}
  CHECK(strstr(kho_report(plan), "\"rows\":2"));
  OK(kho_finalize(plan));
  OK(kho_close(db));
}

static void B01(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "UNWIND range(1, $n) AS x RETURN x, 'row ' + x AS text");
  OK(kho_bind_int64(statement, "n", many));
  long before = peak_in_kilobytes();
  int64_t rows = 0, sum = 0;
  while (kho_step(statement) == KHO_ROW) {
    rows++;
    sum += kho_column_int64(statement, 0);
    CHECK(kho_column_text(statement, 1, NULL));
  }
  CHECK(rows == many && sum == many * (many + 1) / 2);
  CHECK(peak_in_kilobytes() - before < 64 * 1024);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void B02(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "UNWIND range(1, 1000000) AS x RETURN x");
  for (int index = 0; index < 3; index++) ROW(statement);
  run(db, "CREATE (:A)");
  ROW(statement);
  CHECK(kho_column_int64(statement, 0) == 4);
  OK(kho_reset(statement));
  ROW(statement);
  CHECK(kho_column_int64(statement, 0) == 1);
  OK(kho_finalize(statement));
  CHECK(count_nodes(db) == 1);
  OK(kho_close(db));
}

static void B03(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "UNWIND range(1, 10000) AS x RETURN x");
  const unsigned char *rows;
  size_t size;
  int64_t count, expected = 1;
  int code;
  do {
    code = kho_fetch(statement, 300, (const void **)&rows, &size, &count);
    CHECK((code == KHO_ROW || code == KHO_DONE) && count <= 300 && size == (size_t)count * 9);
    for (int64_t row = 0; row < count; row++, rows += 9) {
      int64_t x = 0;
      for (int byte = 8; byte > 0; byte--) x = x << 8 | rows[byte];
      CHECK(*rows == KHO_INTEGER && x == expected++);
    }
  } while (code == KHO_ROW);
  CHECK(expected == 10001);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void B04(void) {
  kho_db db = open_temporary();
  size_t size = 16 << 20, length;
  char *text = malloc(size);
  memset(text, 'x', size);
  kho_stmt statement = prepare(db, "RETURN $text");
  OK(kho_bind_text(statement, "text", text, (int64_t)size));
  ROW(statement);
  const char *copy = kho_column_text(statement, 0, &length);
  CHECK(length == size && memcmp(copy, text, size) == 0);
  free(text);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void E01(void) {
  kho_db db = open_temporary();
  kho_stmt statement;
  FAILS(kho_prepare(db, "MATCH (n)\n  RETURN n.x +", -1, &statement), KHO_SYNTAX_ERROR, "");
  int line, column;
  size_t offset;
  CHECK(kho_errposition(&line, &column, &offset) == 1);
  CHECK(line == 2 && column == 15 && offset == 24);
  CHECK(strcmp(kho_errtext(KHO_TEXT_KIND), "SyntaxError") == 0);
  CHECK(strcmp(kho_errtext(KHO_TEXT_PHASE), "compile time") == 0);
  CHECK(strstr(kho_errtext(KHO_TEXT_RENDERED), "2:15"));
  CHECK(statement == 0 && kho_errposition(NULL, NULL, NULL) == 1 && !kho_errtext(99));
  OK(kho_close(db));
}

static void E02(void) {
  kho_db db = open_temporary();
  CHECK(attempt(db, "RETURN 'Cầu Ngang' AS x, y") == KHO_SYNTAX_ERROR);
  int line, column;
  size_t offset;
  CHECK(kho_errposition(&line, &column, &offset) == 1);
  CHECK(line == 1 && column == 26 && offset == 27);
  OK(kho_close(db));
}

static void E03(void) {
  kho_db db = open_temporary();
  FAILS(attempt(db, "UNWIND [1, 0] AS x\nRETURN 1 / x"), KHO_ARITHMETIC_ERROR, "DivisionByZero");
  int line, column;
  CHECK(kho_errposition(&line, &column, NULL) == 1 && line == 2 && column == 8);
  CHECK(strcmp(kho_errtext(KHO_TEXT_PHASE), "runtime") == 0);
  OK(kho_close(db));
}

static void E04(void) {
  kho_db db = open_temporary();
  CHECK(attempt(db, "WITH 1 AS name RETURN nane") == KHO_SYNTAX_ERROR);
  CHECK(strstr(kho_errtext(KHO_TEXT_HINT), "name"));
  OK(kho_close(db));
}

static void E05(void) {
  kho_db db = open_temporary();
  run(db, "CREATE CONSTRAINT FOR (a:A) REQUIRE a.x IS UNIQUE");
  run(db, "CREATE (:A {x: 1})");
  FAILS(attempt(db, "CREATE (:A {x: 1})"), KHO_CONSTRAINT_VALIDATION, "");
  CHECK(count_nodes(db) == 1);
  OK(kho_close(db));
}

static void E06(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN 1 + date($secret)");
  OK(kho_bind_text(statement, "secret", "hunter2", -1));
  CHECK(kho_step(statement) == KHO_ARGUMENT_ERROR);
  CHECK(!strstr(kho_errtext(KHO_TEXT_RENDERED), "hunter2"));
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static const char *endless =
  "UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x WHERE x < y - x RETURN count(x)";

static void L01(void) {
  kho_db db = open_temporary();
  OK(kho_limits(db, 0.3, -1, -1));
  double start = now();
  FAILS(attempt(db, endless), KHO_LIMIT_EXCEEDED, "TimeLimit");
  CHECK(now() - start < 0.6 || many < 1000000);
  OK(kho_close(db));
}

static void L02(void) {
  kho_db db = open_temporary();
  OK(kho_limits(db, 300, 1 << 20, -1));
  FAILS(attempt(db, "UNWIND range(1, 1000000) AS x RETURN collect(x)"), KHO_LIMIT_EXCEEDED,
        "MemoryLimit");
  OK(kho_close(db));
}

static void L03(void) {
  kho_db db = open_temporary();
  OK(kho_limits(db, -1, -1, 5));
  kho_stmt statement = prepare(db, "UNWIND range(1, 9) AS x RETURN x");
  for (int row = 0; row < 5; row++) ROW(statement);
  FAILS(kho_step(statement), KHO_LIMIT_EXCEEDED, "RowLimit");
  OK(kho_limits(db, -1, -1, -1));
  int rows = 0;
  while (kho_step(statement) == KHO_ROW) rows++;
  CHECK(rows == 9);  /* L05: without limits again. */
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void L04(void) {
  kho_db db = open_temporary();
  OK(kho_limits(db, -1, 1 << 20, -1));
  FAILS(attempt(db, "CREATE (:A) WITH 1 AS y UNWIND range(1, 1000000) AS x RETURN collect(x)"),
        KHO_LIMIT_EXCEEDED, "MemoryLimit");
  CHECK(count_nodes(db) == 0);
  OK(kho_close(db));
}

/* Whether the statement that is interrupted has ended: where all is slow it may begin late. */
static atomic_int is_over;

static void *interrupt_soon(void *db) {
  while (!is_over) {
    usleep(100000);
    kho_interrupt(*(kho_db *)db);
  }
  return NULL;
}

static void join(pthread_t thread) {
  is_over = 1;
  pthread_join(thread, NULL);
}

static void C01(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "UNWIND range(1, 9) AS x RETURN x");
  ROW(statement);
  OK(kho_interrupt(db));
  FAILS(kho_step(statement), KHO_CANCELLED, "");
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void C02(void) {
  kho_db db = open_temporary();
  pthread_t thread;
  CHECK(pthread_create(&thread, NULL, interrupt_soon, &db) == 0);
  double start = now();
  FAILS(attempt(db, endless), KHO_CANCELLED, "");
  CHECK(now() - start < 0.35 || many < 1000000);
  join(thread);
  CHECK(number(db, "RETURN 1") == 1);
  OK(kho_close(db));
}

static void C03(void) {
  kho_db db = open_temporary();
  CHECK(number(db, "RETURN 1") == 1);
  OK(kho_interrupt(db));
  CHECK(number(db, "RETURN 1") == 1);
  OK(kho_close(db));
}

static void C04(void) {
  kho_db db = open_temporary();
  pthread_t thread;
  CHECK(pthread_create(&thread, NULL, interrupt_soon, &db) == 0);
  FAILS(attempt(db, "CREATE (:A) WITH 1 AS z UNWIND range(1, 30000) AS x "
                    "UNWIND range(1, 30000) AS y WITH x WHERE x < y - x RETURN count(x)"),
        KHO_CANCELLED, "");
  join(thread);
  CHECK(count_nodes(db) == 0);
  OK(kho_close(db));
}

static void C06(void) {
  kho_db db = open_file("a.kho"), other = open_file("a.kho");
  OK(kho_begin(db, KHO_WRITE));
  pthread_t thread;
  CHECK(pthread_create(&thread, NULL, interrupt_soon, &other) == 0);
  FAILS(attempt(other, "CREATE (:A)"), KHO_CANCELLED, "");
  join(thread);
  OK(kho_commit(db));
  run(other, "CREATE (:A)");
  OK(kho_close(other));
  OK(kho_close(db));
}

/* Gives the rows [1] to [n]; fails for a negative n, with a wrong row for 0. */
static int numbers(void *context, const void *arguments, size_t size, kho_rows rows) {
  const unsigned char *bytes = arguments;
  CHECK(size == 14 && bytes[0] == KHO_LIST && bytes[5] == KHO_INTEGER);
  ++*(int *)context;
  if (bytes[13] == 0xFF) {
    kho_fail(rows, "negative numbers are not for me");
    return KHO_ERROR;
  }
  unsigned char row[] = {KHO_LIST, 1, 0, 0, 0, KHO_INTEGER, 0, 0, 0, 0, 0, 0, 0, 0};
  if (bytes[6] == 0) {
    unsigned char wide[] = {KHO_LIST, 2, 0, 0, 0, KHO_NULL, KHO_NULL};
    OK(kho_emit(rows, wide, sizeof wide));
  }
  for (row[6] = 1; row[6] <= bytes[6]; row[6]++) OK(kho_emit(rows, row, sizeof row));
  return KHO_OK;
}

static void forget(void *context) { *(int *)context = -1; }

static void H01(void) {
  kho_db db = open_temporary();
  int calls = 0;
  OK(kho_register(db, "my.numbers(n :: INTEGER) :: (x :: INTEGER)", numbers, &calls, forget));
  CHECK(number(db, "CALL my.numbers(9) YIELD x RETURN sum(x)") == 45);
  CHECK(calls == 1);
  OK(kho_close(db));
  CHECK(calls == -1);
}

/* The square of its argument. */
static int square(void *context, const void *arguments, size_t size, kho_rows rows) {
  (void)context;
  unsigned char row[14];
  CHECK(size == sizeof row);
  memcpy(row, arguments, sizeof row);
  row[6] = (unsigned char)(row[6] * row[6]);
  return row[6] == 81 ? KHO_OK : kho_emit(rows, row, sizeof row);
}

static void H02(void) {
  kho_db db = open_temporary();
  OK(kho_register_function(db, "my.square(n :: INTEGER) :: INTEGER", 1, square, NULL, NULL));
  CHECK(number(db, "UNWIND [1, 2, 3] AS x RETURN sum(my.square(x))") == 14);
  FAILS(attempt(db, "RETURN my.square(9)"), KHO_PROCEDURE_ERROR, "HostError");
  OK(kho_close(db));
}

static void H03(void) {
  kho_db db = open_temporary();
  int calls = 0;
  OK(kho_register(db, "my.numbers(n :: INTEGER) :: (x :: INTEGER)", numbers, &calls, NULL));
  FAILS(attempt(db, "CALL my.numbers(-1) YIELD x RETURN x"), KHO_PROCEDURE_ERROR, "HostError");
  CHECK(strstr(kho_errmsg(), "not for me"));
  FAILS(kho_register(db, "nothing(", numbers, NULL, NULL), KHO_SYNTAX_ERROR, "InvalidSignature");
  OK(kho_close(db));
}

static int count_from_inside(void *context, const void *arguments, size_t size, kho_rows rows) {
  (void)arguments, (void)size;
  kho_db db = *(kho_db *)context;
  unsigned char row[] = {KHO_LIST, 1, 0, 0, 0, KHO_INTEGER, 0, 0, 0, 0, 0, 0, 0, 0};
  row[6] = (unsigned char)count_nodes(db);
  return kho_emit(rows, row, sizeof row);
}

static void H04(void) {
  kho_db db = open_temporary();
  run(db, "CREATE (), ()");
  OK(kho_register(db, "my.count() :: (n :: INTEGER)", count_from_inside, &db, NULL));
  CHECK(number(db, "CALL my.count() YIELD n RETURN n") == 2);
  OK(kho_close(db));
}

static void X04(void) {
  kho_db db = open_file("a.kho");
  OK(kho_close(db));
  for (int child = 0; child < 2; child++) {
    if (fork() == 0) {
      db = open_file("a.kho");
      for (int index = 0; index < 20; index++) run(db, "CREATE (:A)");
      OK(kho_close(db));
      _exit(0);
    }
  }
  int status;
  for (int child = 0; child < 2; child++) {
    CHECK(wait(&status) > 0 && status == 0);
  }
  db = open_file("a.kho");
  CHECK(count_nodes(db) == 40);
  OK(kho_close(db));
}

static void X05(void) {
  kho_db db = open_file("a.kho");
  CHECK(count_nodes(db) == 0);
  if (fork() == 0) {
    kho_db mine = open_file("a.kho");
    run(mine, "CREATE (:A)");
    OK(kho_close(mine));
    _exit(0);
  }
  int status;
  CHECK(wait(&status) > 0 && status == 0);
  CHECK(count_nodes(db) == 1);
  OK(kho_close(db));
}

const test_case face_cases[] = {
  {"O01", "a new file is made, its owner's alone", O01},
  {"O02", "what was written is there again", O02},
  {"O03", "read-only opening reads", O03},
  {"O04", "a temporary database leaves no file", O04},
  {"O05", "no file, and none is to be made", O05},
  {"O06", "no file to read", O06},
  {"O07", "versions", O07},
  {"O08", "backup", O08},
  {"O09", "check", O09},
  {"O10", "LOAD CSV from one folder", O10},
  {"T01", "one statement, its counters", T01},
  {"T02", "several statements, committed", T02},
  {"T03", "rolled back", T03},
  {"T05", "own changes are seen", T05},
  {"T06", "a reader keeps its state", T06},
  {"T07", "a statement with other parameters", T07},
  {"T08", "columns, and whether it writes", T08},
  {"T09", "planned anew after a change of the schema", T09},
  {"T10", "reads beside a write", T10},
  {"T11", "a statement that failed half-way", T11},
  {"T12", "a syntax error inside of a transaction", T12},
  {"T14", "EXPLAIN and PROFILE", T14},
  {"B01", "many rows in little memory", B01},
  {"B02", "a result left after a few rows", B02},
  {"B03", "rows in chunks", B03},
  {"B04", "a string of 16 MB", B04},
  {"E01", "place of a syntax error", E01},
  {"E02", "columns are characters, offsets bytes", E02},
  {"E03", "an error at run time", E03},
  {"E04", "a hint", E04},
  {"E05", "a constraint", E05},
  {"E06", "no value in an error", E06},
  {"L01", "time limit", L01},
  {"L02", "memory limit", L02},
  {"L03", "L05 row limit, and none again", L03},
  {"L04", "a write that reaches a limit", L04},
  {"C01", "cancelled between rows", C01},
  {"C02", "cancelled while it runs", C02},
  {"C03", "cancelled after its end", C03},
  {"C04", "a cancelled write", C04},
  {"C06", "cancelled while it waits for a writer", C06},
  {"H01", "a procedure of the host", H01},
  {"H02", "a function of the host", H02},
  {"H03", "a procedure that fails", H03},
  {"H04", "a procedure that reads", H04},
  {"X04", "two writing processes", X04},
  {"X05", "commits of another process", X05},
  {NULL, NULL, NULL},
};
