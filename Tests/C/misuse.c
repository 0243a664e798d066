/* Misuse: no case ends the process, hangs, or gives a wrong row. */
#include "check.h"

#include <pthread.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void check_two(const char *first, const char *second) {
  kho_db one = open_file(first), two = open_file(second);
  run(one, "CREATE (:A)");
  CHECK(count_nodes(two) == 1);
  run(two, "CREATE (:B)");
  CHECK(count_nodes(one) == 2);
  OK(kho_close(one));
  CHECK(count_nodes(two) == 2);
  OK(kho_close(two));
}

static void M01(void) { check_two("a.kho", "./a.kho"); }

static void M02(void) {
  OK(kho_close(open_file("a.kho")));
  CHECK(symlink("a.kho", "b.kho") == 0);
  check_two("a.kho", "b.kho");
}

static void M03(void) {
  OK(kho_close(open_file("a.kho")));
  CHECK(link("a.kho", "b.kho") == 0);
  check_two("a.kho", "b.kho");
}

static void M04(void) {
  kho_db reader, writer;
  OK(kho_close(open_file("a.kho")));
  OK(kho_open("a.kho", KHO_READ_ONLY, &reader));
  FAILS(kho_open("a.kho", 0, &writer), KHO_MISUSE, "");
  CHECK(writer == 0 && count_nodes(reader) == 0);
  OK(kho_close(reader));
}

static void M05(void) {
  kho_db db = open_file("a.kho");
  OK(kho_close(db));
  FAILS(kho_close(db), KHO_MISUSE, "DatabaseClosed");
  kho_db other = open_file("a.kho");
  FAILS(kho_close(db), KHO_MISUSE, "DatabaseClosed");
  CHECK(count_nodes(other) == 0);
  OK(kho_close(other));
}

static void M06(void) {
  kho_db db = open_file("a.kho");
  OK(kho_close(db));
  kho_stmt statement;
  FAILS(kho_prepare(db, "RETURN 1", -1, &statement), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_exec(db, "CREATE ()", -1), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_begin(db, KHO_READ), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_begin(db, KHO_WRITE), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_commit(db), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_rollback(db), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_check(db, NULL, NULL), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_backup(db, "b.kho"), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_interrupt(db), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_limits(db, 1, 1, 1), KHO_MISUSE, "DatabaseClosed");
  FAILS(kho_busy_timeout(db, 1), KHO_MISUSE, "DatabaseClosed");
  GIVES_NONE(kho_info(db), KHO_MISUSE, "DatabaseClosed");
  GIVES_NONE(kho_in_transaction(db), KHO_MISUSE, "DatabaseClosed");
}

static void M07(void) {
  kho_db db = open_file("a.kho");
  run(db, "CREATE (:A)");
  kho_stmt statement = prepare(db, "UNWIND range(1, 100000) AS x MATCH (n) RETURN x");
  ROW(statement);
  pid_t child = fork();
  if (child == 0) {
    kho_stmt mine;
    FAILS(kho_step(statement), KHO_MISUSE, "ForkedProcess");
    FAILS(kho_prepare(db, "RETURN 1", -1, &mine), KHO_MISUSE, "ForkedProcess");
    FAILS(kho_finalize(statement), KHO_MISUSE, "ForkedProcess");
    FAILS(kho_close(db), KHO_MISUSE, "ForkedProcess");
    kho_db own = open_file("a.kho");
    CHECK(count_nodes(own) == 1);
    run(own, "CREATE (:B)");
    OK(kho_close(own));
    /* What its parent's threads alone refer to is lost in it; memcheck is not to count that. */
    execlp("true", "true", (char *)NULL);
    _exit(0);
  }
  int status;
  CHECK(waitpid(child, &status, 0) == child && status == 0);
  int64_t rows = 1;
  while (kho_step(statement) == KHO_ROW) rows++;
  CHECK(rows == 100000 && count_nodes(db) == 2);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void M08(void) {
  kho_db db = open_file("a.kho");
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  OK(kho_close(db));
  FAILS(kho_commit(db), KHO_MISUSE, "DatabaseClosed");
  db = open_file("a.kho");
  CHECK(count_nodes(db) == 0);
  run(db, "CREATE (:A)");
  OK(kho_close(db));
}

static void M09(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_WRITE));
  OK(kho_commit(db));
  FAILS(kho_commit(db), KHO_MISUSE, "NoTransaction");
  FAILS(kho_rollback(db), KHO_MISUSE, "NoTransaction");
  FAILS(kho_begin(db, 7), KHO_MISUSE, "InvalidAccess");
  OK(kho_close(db));
}

static void M10(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_READ));
  OK(kho_rollback(db));
  FAILS(kho_rollback(db), KHO_MISUSE, "NoTransaction");
  OK(kho_close(db));
}

typedef struct {
  kho_stmt statement;
  int code;
  char detail[40];
} stepping;

static void *step_beside(void *context) {
  stepping *it = context;
  it->code = kho_step(it->statement);
  const char *detail = kho_errtext(KHO_TEXT_DETAIL);
  snprintf(it->detail, sizeof it->detail, "%s", detail ? detail : "");
  return NULL;
}

static void M11(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_READ));
  stepping slow = {
    prepare(db, "UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y "
                "WITH x, y WHERE x + y < 0 RETURN x"), 0, ""};
  kho_stmt other = prepare(db, "RETURN 1");
  pthread_t thread;
  CHECK(pthread_create(&thread, NULL, step_beside, &slow) == 0);
  usleep(many < 1000000 ? 3000000 : 300000);
  FAILS(kho_step(slow.statement), KHO_MISUSE, "StatementBusy");
  FAILS(kho_step(other), KHO_MISUSE, "TransactionBusy");
  FAILS(kho_commit(db), KHO_MISUSE, "TransactionBusy");
  OK(kho_interrupt(db));
  pthread_join(thread, NULL);
  CHECK(slow.code == KHO_CANCELLED);
  ROW(other);
  OK(kho_finalize(slow.statement));
  OK(kho_finalize(other));
  OK(kho_commit(db));
  OK(kho_close(db));
}

static void M12(void) {
  kho_db db = open_file("a.kho"), other = open_file("a.kho");
  OK(kho_begin(db, KHO_WRITE));
  FAILS(kho_begin(db, KHO_WRITE), KHO_MISUSE, "TransactionIsOpen");
  OK(kho_busy_timeout(other, 0.05));
  FAILS(kho_begin(other, KHO_WRITE), KHO_MISUSE, "NestedWrite");
  FAILS(attempt(other, "CREATE ()"), KHO_MISUSE, "NestedWrite");
  OK(kho_commit(db));
  run(other, "CREATE ()");
  OK(kho_close(other));
  OK(kho_close(db));
}

static void M15(void) {
  kho_db db = open_temporary();
  for (int access = KHO_READ; access <= KHO_WRITE; access++) {
    kho_stmt statement = prepare(db, "UNWIND range(1, 100000) AS x RETURN x");
    OK(kho_begin(db, access));
    ROW(statement);
    OK(kho_commit(db));
    FAILS(kho_step(statement), KHO_MISUSE, "TransactionFinished");
    OK(kho_finalize(statement));
  }
  OK(kho_close(db));
}

static void M16(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "UNWIND range(1, 100000) AS x RETURN x");
  ROW(statement);
  OK(kho_close(db));
  FAILS(kho_step(statement), KHO_MISUSE, "DatabaseClosed");
  GIVES_NONE(kho_column_int64(statement, 0), KHO_MISUSE, "NoRow");
  OK(kho_finalize(statement));
}

static void M17(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN 1");
  OK(kho_close(db));
  FAILS(kho_step(statement), KHO_MISUSE, "DatabaseClosed");
  CHECK(kho_column_count(statement) == 1);
  OK(kho_finalize(statement));
}

static void M19(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN 1");
  OK(kho_finalize(statement));
  FAILS(kho_finalize(statement), KHO_MISUSE, "StatementFinalized");
  FAILS(kho_step(statement), KHO_MISUSE, "StatementFinalized");
  FAILS(kho_reset(statement), KHO_MISUSE, "StatementFinalized");
  FAILS(kho_bind_null(statement, "x"), KHO_MISUSE, "StatementFinalized");
  GIVES_NONE(kho_column_text(statement, 0, NULL), KHO_MISUSE, "StatementFinalized");
  kho_stmt others[100];
  for (int index = 0; index < 100; index++) others[index] = prepare(db, "RETURN 2");
  FAILS(kho_step(statement), KHO_MISUSE, "StatementFinalized");
  for (int index = 0; index < 100; index++) OK(kho_finalize(others[index]));
  OK(kho_close(db));
}

static void M20(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_READ));
  FAILS(attempt(db, "CREATE ()"), KHO_MISUSE, "ReadOnlyTransaction");
  OK(kho_commit(db));
  CHECK(count_nodes(db) == 0);
  OK(kho_close(db));
}

static void M21(void) {
  kho_db db = open_temporary();
  OK(kho_begin(db, KHO_READ));
  FAILS(attempt(db, "CREATE INDEX FOR (a:A) ON (a.x)"), KHO_MISUSE, "ReadOnlyTransaction");
  OK(kho_commit(db));
  OK(kho_close(db));
}

static void M22(void) {
  kho_db db;
  OK(kho_close(open_file("a.kho")));
  OK(kho_open("a.kho", KHO_READ_ONLY, &db));
  FAILS(attempt(db, "CREATE ()"), KHO_MISUSE, "ReadOnlyDatabase");
  FAILS(kho_begin(db, KHO_WRITE), KHO_MISUSE, "ReadOnlyDatabase");
  OK(kho_close(db));
}

static void M23(void) {
  kho_db db = open_temporary();
  FAILS(attempt(db, "CREATE ({x: $x})"), KHO_PARAMETER_MISSING, "");
  CHECK(count_nodes(db) == 0);
  OK(kho_close(db));
}

static void M24(void) {
  kho_db db = open_temporary();
  run(db, "CREATE ()");
  kho_stmt statement = prepare(db, "MATCH (n) RETURN n LIMIT $n");
  OK(kho_bind_text(statement, "n", "two", -1));
  int code = kho_step(statement);
  CHECK(code == KHO_TYPE_ERROR || code == KHO_ARGUMENT_ERROR || code == KHO_SYNTAX_ERROR);
  OK(kho_finalize(statement));
  statement = prepare(db, "MATCH (n) SET n = $x");
  OK(kho_bind_int64(statement, "x", 1));
  code = kho_step(statement);
  CHECK(code == KHO_TYPE_ERROR || code == KHO_ARGUMENT_ERROR);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void M25(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN $x"), none;
  FAILS(kho_bind_text(statement, "x", "\xFF\xFE", -1), KHO_TYPE_ERROR, "InvalidText");
  FAILS(kho_bind_text(statement, "\xC0", "x", -1), KHO_TYPE_ERROR, "InvalidText");
  FAILS(kho_prepare(db, "RETURN '\xFF'", -1, &none), KHO_TYPE_ERROR, "InvalidText");
  FAILS(kho_bind_json(statement, "x", "{\"int\":\"9223372036854775808\"}", -1),
        KHO_PROTOCOL_ERROR, "InvalidJSON");
  FAILS(kho_bind_json(statement, "x", "12", -1), KHO_PROTOCOL_ERROR, "InvalidJSON");
  unsigned char list[] = {KHO_LIST, 255, 255, 255, 255}, cut[] = {KHO_MAP, 1, 0, 0, 0, 9};
  FAILS(kho_bind_packed(statement, list, sizeof list), KHO_PROTOCOL_ERROR, "InvalidPacked");
  FAILS(kho_bind_packed(statement, cut, sizeof cut), KHO_PROTOCOL_ERROR, "InvalidPacked");
  FAILS(kho_bind_packed(statement, "", 1), KHO_TYPE_ERROR, "InvalidArgumentType");
  /* The second time the name is known. */
  unsigned char one[] = {KHO_MAP, 1, 0, 0, 0, 1, 0, 0, 0, 'x', KHO_BOOLEAN};
  unsigned char twice[] = {KHO_MAP, 2, 0, 0, 0, 1, 0, 0, 0, 'x', 0, 1, 0, 0, 0, 'x', KHO_BOOLEAN};
  for (int time = 0; time < 2; time++) {
    OK(kho_bind_packed(statement, one, sizeof one));
    ROW(statement);
    OK(kho_reset(statement));
    OK(kho_bind_packed(statement, twice, sizeof twice));
    ROW(statement);
    CHECK(kho_column_type(statement, 0) == KHO_BOOLEAN);
    OK(kho_reset(statement));
  }
  /* Lengths that no memory has are refused before it is looked at. */
  FAILS(kho_bind_text(statement, "x", "text", INT64_MAX), KHO_LIMIT_EXCEEDED, "TextTooLong");
  FAILS(kho_prepare(db, "RETURN 1", (int64_t)1 << 40, &none), KHO_LIMIT_EXCEEDED, "TextTooLong");
  FAILS(kho_bind_packed(statement, one, (size_t)-1), KHO_LIMIT_EXCEEDED, "ValueTooLarge");
  for (size_t size = 0; size < sizeof one; size++) {
    CHECK(kho_bind_packed(statement, one, size) != KHO_OK);
    FAILS(kho_step(statement), KHO_PARAMETER_MISSING, "");
    OK(kho_bind_packed(statement, one, sizeof one));
  }
  one[10] = 77;
  FAILS(kho_bind_packed(statement, one, sizeof one), KHO_PROTOCOL_ERROR, "InvalidPacked");
  FAILS(kho_step(statement), KHO_PARAMETER_MISSING, "");
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

/* Values as deep as may be, in a thread with a small stack. */
static void *nest(void *context) {
  kho_stmt statement = *(kho_stmt *)context;
  char json[381] = "";
  memset(json, '[', 190);
  memset(json + 190, ']', 190);
  unsigned char packed[2000] = {KHO_MAP, 1, 0, 0, 0, 1, 0, 0, 0, 'x'};
  const void *rows;
  size_t size;
  int64_t count;
  OK(kho_bind_json(statement, "x", json, -1));
  CHECK(kho_fetch(statement, 9, &rows, &size, &count) == KHO_DONE && count == 1);
  CHECK(size < sizeof packed - 10);
  memcpy(packed + 10, rows, size);
  for (int time = 0; time < 2; time++) OK(kho_bind_packed(statement, packed, size + 10));
  ROW(statement);
  CHECK(strlen(kho_column_text(statement, 0, NULL)) == 380);
  CHECK(kho_value_json(statement, kho_column_value(statement, 0), &size) && size == 380);
  DONE(statement);
  return NULL;
}

static void nest_in_small_stack(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN $x");
  pthread_attr_t attributes;
  pthread_t thread;
  CHECK(pthread_attr_init(&attributes) == 0);
  CHECK(pthread_attr_setstacksize(&attributes, 256 << 10) == 0);
  CHECK(pthread_create(&thread, &attributes, nest, &statement) == 0);
  pthread_join(thread, NULL);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void M26(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN $x");
  size_t depth = 10000;
  char *json = malloc(2 * depth + 1);
  memset(json, '[', depth);
  memset(json + depth, ']', depth);
  json[2 * depth] = 0;
  CHECK(kho_bind_json(statement, "x", json, -1) == KHO_PROTOCOL_ERROR);
  unsigned char *packed = malloc(10 + 5 * depth + 1);
  memcpy(packed, "\x06\x01\0\0\0\x01\0\0\0x", 10);
  for (size_t level = 0; level < depth; level++) memcpy(packed + 10 + 5 * level, "\x05\x01\0\0", 5);
  packed[10 + 5 * depth] = KHO_NULL;
  FAILS(kho_bind_packed(statement, packed, 10 + 5 * depth + 1), KHO_LIMIT_EXCEEDED,
        "NestingTooDeep");
  nest_in_small_stack();
  free(json);
  free(packed);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void M28(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN 'text' AS t, [1] AS l");
  GIVES_NONE(kho_column_int64(statement, 0), KHO_MISUSE, "NoRow");
  ROW(statement);
  GIVES_NONE(kho_column_text(statement, 2, NULL), KHO_MISUSE, "UnknownColumn");
  GIVES_NONE(kho_column_text(statement, -1, NULL), KHO_MISUSE, "UnknownColumn");
  GIVES_NONE(kho_column_int64(statement, 0), KHO_TYPE_ERROR, "InvalidArgumentType");
  GIVES_NONE(kho_column_bool(statement, 1), KHO_TYPE_ERROR, "InvalidArgumentType");
  GIVES_NONE(kho_column_double(statement, 1) != 0, KHO_TYPE_ERROR, "InvalidArgumentType");
  kho_value list = kho_column_value(statement, 1);
  GIVES_NONE(kho_value_element(statement, list, 1), KHO_MISUSE, "NoElement");
  GIVES_NONE(kho_value_element(statement, list, -1), KHO_MISUSE, "NoElement");
  GIVES_NONE(kho_value_key(statement, list, 0, NULL), KHO_MISUSE, "NoElement");
  GIVES_NONE(kho_value_int64(statement, list + 1000), KHO_MISUSE, "ValueGone");
  CHECK(kho_value_get(statement, list, "x") == 0 && kho_value_part(statement, list, 1) == 0);
  DONE(statement);
  GIVES_NONE(kho_value_count(statement, list), KHO_MISUSE, "ValueGone");
  ROW(statement);
  GIVES_NONE(kho_value_count(statement, list), KHO_MISUSE, "ValueGone");
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void M29(void) {
  kho_db db;
  FAILS(kho_open(".", 0, &db), KHO_STORAGE_ERROR, "IsDirectory");
}

static void M30(void) {
  kho_db db;
  write_file("empty.kho", "", 0);
  FAILS(kho_open("empty.kho", 0, &db), KHO_STORAGE_ERROR, "EmptyFile");
  struct stat entry;
  CHECK(stat("empty.kho", &entry) == 0 && entry.st_size == 0);
}

static void M31(void) {
  kho_db db;
  write_file("foreign.kho", "a diary\n", 8);
  FAILS(kho_open("foreign.kho", 0, &db), KHO_STORAGE_ERROR, "NotADatabase");
  struct stat entry;
  CHECK(stat("foreign.kho", &entry) == 0 && entry.st_size == 8);
}

static void M32(void) {
  kho_db db = open_file("a.kho");
  OK(kho_close(db));
  /* LMDB writes its data version on both meta pages, after a header of 16 bytes and a mark. */
  FILE *file = fopen("a.kho", "r+b");
  for (long page = 0; page < 2; page++) {
    unsigned char version = 2;
    CHECK(fseek(file, page * sysconf(_SC_PAGESIZE) + 20, SEEK_SET) == 0);
    CHECK(fwrite(&version, 1, 1, file) == 1);
  }
  CHECK(fclose(file) == 0);
  FAILS(kho_open("a.kho", 0, &db), KHO_STORAGE_ERROR, "OtherLMDB");
}

static void M33(void) {
  kho_db db = open_file("a.kho");
  run(db, "UNWIND range(1, 20000) AS x CREATE (:A {x: x, text: 'text ' + x})");
  OK(kho_close(db));
  struct stat entry;
  CHECK(stat("a.kho", &entry) == 0 && truncate("a.kho", entry.st_size / 2) == 0);
  if (kho_open("a.kho", 0, &db) == KHO_OK) {
    attempt(db, "MATCH (a:A) RETURN count(a.text)");
    OK(kho_close(db));
  } else {
    CHECK(kho_errcode() == KHO_STORAGE_ERROR);
  }
}

static void M34(void) {
  kho_db db;
  FAILS(kho_open("missing/a.kho", 0, &db), KHO_STORAGE_ERROR, "FileNotFound");
  CHECK(strstr(kho_errmsg(), "missing/a.kho"));
}

static void M35(void) {
  kho_db db;
  if (geteuid() == 0) return;  /* Everything is permitted. */
  CHECK(mkdir("locked", 0500) == 0);
  FAILS(kho_open("locked/a.kho", 0, &db), KHO_STORAGE_ERROR, "PermissionDenied");
  CHECK(strstr(kho_errmsg(), "locked/a.kho"));
}

static void M36(void) {
  kho_db db;
  CHECK(kho_open("", 0, &db) == KHO_STORAGE_ERROR);
  FAILS(kho_open(NULL, 0, &db), KHO_MISUSE, "NullPointer");
  FAILS(kho_open("a.kho", 0, NULL), KHO_MISUSE, "NullPointer");
}

static void M37(void) {
  kho_db db = open_file("a.kho");
  run(db, "CREATE ()");
  CHECK(unlink("a.kho-lock") == 0);
  FAILS(attempt(db, "CREATE ()"), KHO_STORAGE_ERROR, "LockFileVanished");
  FAILS(kho_begin(db, KHO_WRITE), KHO_STORAGE_ERROR, "LockFileVanished");
  CHECK(count_nodes(db) == 1);
  OK(kho_close(db));
}

static void M38(void) {
  kho_db db = open_temporary();
  kho_stmt statement;
  FAILS(kho_prepare(db, "", -1, &statement), KHO_SYNTAX_ERROR, "");
  FAILS(kho_prepare(db, "// nothing", -1, &statement), KHO_SYNTAX_ERROR, "");
  OK(kho_exec(db, "// nothing", -1));
  OK(kho_close(db));
}

static void M39(void) {
  kho_db db = open_temporary();
  FAILS(attempt(db, "RETURN 1; RETURN 2"), KHO_SYNTAX_ERROR, "");
  OK(kho_close(db));
}

/* A statement of many repetitions, which may fail in any way but a crash. */
static void check_repeated(const char *start, const char *part, size_t count, const char *end) {
  kho_db db = open_temporary();
  size_t length = strlen(part), size = strlen(start) + count * length + strlen(end);
  char *text = malloc(size + 1), *place = text + sprintf(text, "%s", start);
  for (size_t index = 0; index < count; index++, place += length) memcpy(place, part, length);
  strcpy(place, end);
  kho_stmt statement;
  if (kho_prepare(db, text, (int64_t)size, &statement) == KHO_OK) {
    kho_step(statement);
    OK(kho_finalize(statement));
  } else {
    CHECK(kho_errcode() == KHO_LIMIT_EXCEEDED || kho_errcode() == KHO_SYNTAX_ERROR);
  }
  free(text);
  CHECK(number(db, "RETURN 1") == 1);
  OK(kho_close(db));
}

static void M40(void) { check_repeated("RETURN '", "x", many < 1000000 ? 1 << 20 : 64 << 20, "'"); }
static void M41(void) {
  check_repeated("RETURN ", "(", 100000, "1");
  check_repeated("RETURN ", "[", 100000, "1");
}
static void M42(void) {
  check_repeated("RETURN 1", " + 1", 10000, "");
  check_repeated("", "WITH 1 AS x ", 300, "RETURN x");
}

static void M43(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN 1");
  FAILS(kho_close(0), KHO_MISUSE, "NullHandle");
  FAILS(kho_step(0), KHO_MISUSE, "NullHandle");
  FAILS(kho_step(db), KHO_MISUSE, "WrongHandle");
  FAILS(kho_close(statement), KHO_MISUSE, "WrongHandle");
  FAILS(kho_emit(db, "", 0), KHO_MISUSE, "WrongHandle");
  uint64_t handle = 88172645463325252u;
  for (int round = 0; round < 10000; round++) {
    handle ^= handle << 13, handle ^= handle >> 7, handle ^= handle << 17;
    if (handle == db || handle == statement) continue;
    CHECK(kho_step(handle) == KHO_MISUSE);
    CHECK(kho_close(handle) == KHO_MISUSE);
    CHECK(kho_step(statement ^ handle >> 32) == KHO_MISUSE);
    CHECK(kho_value_type(statement, handle) == KHO_NULL);
  }
  CHECK(kho_code_name(12345) == NULL);
  CHECK(strcmp(kho_code_name(KHO_MISUSE), "KHO_MISUSE") == 0);
  ROW(statement);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void M54(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "UNWIND [1, 2] AS x RETURN x + $y");
  OK(kho_bind_int64(statement, "y", 1));
  ROW(statement);
  FAILS(kho_bind_int64(statement, "y", 5), KHO_MISUSE, "StatementRuns");
  FAILS(kho_clear_bindings(statement), KHO_MISUSE, "StatementRuns");
  ROW(statement);
  CHECK(kho_column_int64(statement, 0) == 3);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void M48(void) {
  kho_db db = open_temporary();
  run(db, "UNWIND range(1, 5000) AS x CREATE (:A {x: x})");
  OK(kho_begin(db, KHO_WRITE));
  kho_stmt rows = prepare(db, "MATCH (a:A) RETURN a.x");
  ROW(rows);
  int64_t sum = kho_column_int64(rows, 0);
  run(db, "MATCH (a:A) DELETE a");
  while (kho_step(rows) == KHO_ROW) sum += kho_column_int64(rows, 0);
  CHECK(sum == 5000 * 5001 / 2 && count_nodes(db) == 0);
  OK(kho_finalize(rows));
  OK(kho_rollback(db));
  OK(kho_close(db));
}

static int wide_rows(void *context, const void *arguments, size_t size, kho_rows rows) {
  (void)arguments, (void)size;
  unsigned char wide[] = {KHO_LIST, 2, 0, 0, 0, KHO_NULL, KHO_NULL}, no_list[] = {KHO_NULL};
  FAILS(kho_emit(rows, no_list, sizeof no_list), KHO_TYPE_ERROR, "InvalidArgumentType");
  FAILS(kho_emit(rows, NULL, 0), KHO_MISUSE, "NullPointer");
  *(kho_rows *)context = rows;
  return kho_emit(rows, wide, sizeof wide);
}

static void M49(void) {
  kho_db db = open_temporary();
  kho_rows rows;
  OK(kho_register(db, "my.wide() :: (x :: INTEGER)", wide_rows, &rows, NULL));
  CHECK(attempt(db, "CALL my.wide() YIELD x RETURN x") == KHO_PROCEDURE_ERROR);
  FAILS(kho_emit(rows, "", 1), KHO_MISUSE, "CallFinished");
  FAILS(kho_register(db, "my.none() :: ()", NULL, NULL, NULL), KHO_MISUSE, "NullPointer");
  OK(kho_close(db));
}

/* A procedure that finalizes the statement that called it, and closes the database. */
typedef struct {
  kho_db db;
  kho_stmt statement;
} victims;

static int destroy_all(void *context, const void *arguments, size_t size, kho_rows rows) {
  (void)arguments, (void)size, (void)rows;
  victims *both = context;
  FAILS(kho_step(both->statement), KHO_MISUSE, "StatementBusy");
  OK(kho_finalize(both->statement));
  OK(kho_close(both->db));
  return KHO_OK;
}

static void M55(void) {
  victims both = {open_file("a.kho"), 0};
  OK(kho_register(both.db, "my.end() :: ()", destroy_all, &both, NULL));
  both.statement = prepare(both.db, "CALL my.end()");
  int code = kho_step(both.statement);
  CHECK(code == KHO_DONE || code == KHO_CANCELLED || code == KHO_MISUSE);
  FAILS(kho_step(both.statement), KHO_MISUSE, "StatementFinalized");
  kho_db db = open_file("a.kho");
  run(db, "CREATE ()");
  OK(kho_close(db));
}

static void M51(void) {
  kho_db db = open_file("a.kho");
  kho_stmt statement = prepare(db, "UNWIND range(1, 100000) AS x RETURN x");
  ROW(statement);
  OK(kho_begin(db, KHO_WRITE));
  run(db, "CREATE (:A)");
  /* The process ends with all of it open. */
}

static void M52(void) {
  int before = dup(0);
  close(before);
  for (int64_t index = 0; index < many / 1000; index++) OK(kho_close(open_file("a.kho")));
  int after = dup(0);
  CHECK(after == before);
}

static void *read_often(void *db) {
  for (int index = 0; index < 20; index++) CHECK(count_nodes(*(kho_db *)db) == 3);
  return NULL;
}

static void M53(void) {
  kho_db db = open_file("a.kho");
  run(db, "CREATE (), (), ()");
  pthread_t threads[100];
  for (int index = 0; index < 100; index++) {
    CHECK(pthread_create(&threads[index], NULL, read_often, &db) == 0);
  }
  for (int index = 0; index < 100; index++) pthread_join(threads[index], NULL);
  kho_stmt held[600];
  int served = 0, code = KHO_ROW;
  for (; served < 600; served++) {
    code = kho_prepare(db, "UNWIND range(1, 100000) AS x RETURN x", -1, &held[served]);
    if (code == KHO_OK) code = kho_step(held[served]);
    if (code != KHO_ROW) break;
  }
  CHECK(served > 100 && (code == KHO_ROW || code == KHO_STORAGE_ERROR));
  while (served > 0) OK(kho_finalize(held[--served]));
  CHECK(count_nodes(db) == 3);
  OK(kho_close(db));
}

const test_case misuse_cases[] = {
  {"M01", "opened twice", M01},
  {"M02", "opened by a symbolic link", M02},
  {"M03", "opened by a hard link", M03},
  {"M04", "read-only, then for writing", M04},
  {"M05", "closed twice", M05},
  {"M06", "used after closing", M06},
  {"M07", "used in a forked child", M07},
  {"M08", "closed inside of a transaction", M08},
  {"M09", "a transaction used after its end", M09},
  {"M10", "a transaction ended twice", M10},
  {"M11", "used from two threads at once", M11},
  {"M12", "a write inside of a write", M12},
  {"M15", "a result after its transaction", M15},
  {"M16", "a result after its database", M16},
  {"M17", "a statement after its database", M17},
  {"M19", "a statement freed twice", M19},
  {"M20", "writing in a read transaction", M20},
  {"M21", "a schema change in a read transaction", M21},
  {"M22", "writing read-only", M22},
  {"M23", "a missing parameter", M23},
  {"M24", "a parameter of a wrong type", M24},
  {"M25", "what is no value", M25},
  {"M26", "a parameter nested deep", M26},
  {"M28", "a column or value that is not there", M28},
  {"M29", "a directory", M29},
  {"M30", "an empty file", M30},
  {"M31", "a foreign file", M31},
  {"M32", "a file of another LMDB", M32},
  {"M33", "a file cut in the middle", M33},
  {"M34", "a missing folder", M34},
  {"M35", "no permission", M35},
  {"M36", "no path", M36},
  {"M37", "the lock file removed", M37},
  {"M38", "an empty statement", M38},
  {"M39", "two statements", M39},
  {"M40", "a statement of 64 MB", M40},
  {"M41", "deep nesting", M41},
  {"M42", "many clauses", M42},
  {"M43", "handles that are none", M43},
  {"M48", "rows that are deleted while they are read", M48},
  {"M49", "a procedure with wrong rows", M49},
  {"M51", "forgotten without closing", M51},
  {"M52", "opened and closed a thousand times", M52},
  {"M53", "many threads and snapshots", M53},
  {"M54", "parameters changed while rows are read", M54},
  {"M55", "a procedure that destroys what called it", M55},
  {NULL, NULL, NULL},
};
