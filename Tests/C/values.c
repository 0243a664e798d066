/* Parameters of every type in, values of every type out. */
#include "check.h"

#include <math.h>

/* $x and what comes back of it. */
static kho_stmt echo(kho_db db) { return prepare(db, "RETURN $x AS x"); }

static void P01(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  OK(kho_bind_null(statement, "x"));
  ROW(statement);
  CHECK(kho_column_type(statement, 0) == KHO_NULL && !kho_column_text(statement, 0, NULL));
  for (int truth = 0; truth < 2; truth++) {
    OK(kho_reset(statement));
    OK(kho_bind_bool(statement, "x", truth));
    ROW(statement);
    CHECK(kho_column_type(statement, 0) == KHO_BOOLEAN);
    CHECK(kho_column_bool(statement, 0) == truth);
  }
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void P02(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  int64_t numbers[] = {0, -1, INT64_MAX, INT64_MIN, (1LL << 53) + 1};
  for (int index = 0; index < 5; index++) {
    OK(kho_bind_int64(statement, "x", numbers[index]));
    ROW(statement);
    CHECK(kho_column_type(statement, 0) == KHO_INTEGER);
    CHECK(kho_column_int64(statement, 0) == numbers[index]);
    DONE(statement);
  }
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void P03(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  double numbers[] = {0.1, -0.0, 1e308, 5e-324, INFINITY, -INFINITY, NAN};
  for (int index = 0; index < 7; index++) {
    OK(kho_bind_double(statement, "x", numbers[index]));
    ROW(statement);
    double copy = kho_column_double(statement, 0);
    CHECK(kho_column_type(statement, 0) == KHO_FLOAT);
    CHECK(isnan(copy) ? index == 6 : memcmp(&copy, &numbers[index], sizeof copy) == 0);
    DONE(statement);
  }
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void check_text(kho_stmt statement, const char *text, size_t size) {
  OK(kho_bind_text(statement, "x", text, (int64_t)size));
  ROW(statement);
  size_t length = 99;
  const char *copy = kho_column_text(statement, 0, &length);
  CHECK(kho_column_type(statement, 0) == KHO_STRING);
  CHECK(length == size && memcmp(copy, text, size) == 0 && copy[size] == 0);
  CHECK(copy == kho_column_text(statement, 0, NULL));
  DONE(statement);
}

static void P04(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  check_text(statement, "", 0);
  check_text(statement, "Chỉ thị 05", strlen("Chỉ thị 05"));
  check_text(statement, "🙂👩‍👩‍👧", strlen("🙂👩‍👩‍👧"));
  check_text(statement, "a\0b", 3);
  char *large = malloc(1 << 20);
  memset(large, 'y', 1 << 20);
  check_text(statement, large, 1 << 20);
  free(large);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void check_json(kho_stmt statement, const char *json) {
  OK(kho_bind_json(statement, "x", json, -1));
  ROW(statement);
  const char *copy = kho_value_json(statement, kho_column_value(statement, 0), NULL);
  if (strcmp(copy, json) != 0) fprintf(stderr, "    %s came back as %s\n", json, copy);
  CHECK(strcmp(copy, json) == 0);
  DONE(statement);
}

static void P05(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  check_json(statement, "[]");
  check_json(statement, "[{\"int\":\"1\"},\"two\",{\"float\":\"3.0\"},null,[true]]");
  char nested[201];
  memset(nested, '[', 100);
  memset(nested + 100, ']', 100);
  nested[200] = 0;
  check_json(statement, nested);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void P06(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  check_json(statement, "{\"map\":{}}");
  check_json(statement, "{\"map\":{\"\":{\"int\":\"1\"},\"a b\":{\"map\":{\"c\":[false]}}}}");
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void P07(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  check_json(statement, "{\"date\":\"1984-10-11\"}");
  check_json(statement, "{\"localtime\":\"12:31:14.645876123\"}");
  check_json(statement, "{\"time\":\"12:31:14+01:00\"}");
  check_json(statement, "{\"localdatetime\":\"1984-10-11T12:31:14.645\"}");
  check_json(statement, "{\"datetime\":\"1984-10-11T12:31+01:00[Europe/Stockholm]\"}");
  check_json(statement, "{\"duration\":\"P12Y5M-14DT16H13M10.5S\"}");
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void P08(void) {
  kho_db db = open_temporary();
  kho_stmt statement = echo(db);
  OK(kho_bind_int64(statement, "x", 1));
  OK(kho_bind_int64(statement, "y", 2));
  ROW(statement);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V01(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN true AS b, -7 AS i, 0.5 AS f, 'text' AS s, null AS n");
  ROW(statement);
  CHECK(kho_column_bool(statement, 0) == 1);
  CHECK(kho_column_int64(statement, 1) == -7 && kho_column_double(statement, 1) == -7);
  CHECK(kho_column_double(statement, 2) == 0.5);
  CHECK(strcmp(kho_column_text(statement, 2, NULL), "0.5") == 0);
  CHECK(strcmp(kho_column_text(statement, 3, NULL), "text") == 0);
  CHECK(kho_column_type(statement, 4) == KHO_NULL);
  CHECK(strcmp(kho_column_name(statement, 3), "s") == 0);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V02(void) {
  kho_db db = open_temporary();
  run(db, "CREATE ()");
  kho_stmt statement = prepare(db, "CREATE (n:B:A {x: 1, name: 'Ada'}) RETURN n");
  ROW(statement);
  kho_value node = kho_column_value(statement, 0);
  CHECK(kho_value_type(statement, node) == KHO_NODE && kho_value_count(statement, node) == 2);
  CHECK(kho_value_int64(statement, kho_value_part(statement, node, KHO_PART_ID)) == 1);
  kho_value labels = kho_value_part(statement, node, KHO_PART_LABELS);
  CHECK(kho_value_count(statement, labels) == 2);
  CHECK(strcmp(kho_value_text(statement, kho_value_element(statement, labels, 1), NULL), "B") == 0);
  CHECK(strcmp(kho_value_key(statement, node, 0, NULL), "name") == 0);
  kho_value name = kho_value_get(statement, node, "name");
  CHECK(strcmp(kho_value_text(statement, name, NULL), "Ada") == 0);
  CHECK(kho_value_get(statement, node, "nothing") == 0);
  CHECK(strcmp(kho_column_text(statement, 0, NULL), "(:A:B {name: 'Ada', x: 1})") == 0);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V03(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "CREATE (a)-[r:KNOWS {since: 1833}]->(b) RETURN r");
  ROW(statement);
  kho_value edge = kho_column_value(statement, 0);
  CHECK(kho_value_type(statement, edge) == KHO_RELATIONSHIP);
  kho_value type = kho_value_part(statement, edge, KHO_PART_TYPE);
  CHECK(strcmp(kho_value_text(statement, type, NULL), "KNOWS") == 0);
  CHECK(kho_value_int64(statement, kho_value_part(statement, edge, KHO_PART_ID)) == 0);
  CHECK(kho_value_int64(statement, kho_value_part(statement, edge, KHO_PART_START)) == 0);
  CHECK(kho_value_int64(statement, kho_value_part(statement, edge, KHO_PART_END)) == 1);
  CHECK(kho_value_int64(statement, kho_value_get(statement, edge, "since")) == 1833);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V04(void) {
  kho_db db = open_temporary();
  run(db, "CREATE (:A)-[:R]->(:B)<-[:S]-(:C)");
  kho_stmt statement = prepare(db, "MATCH p = (:A)-[*2]-(:C) RETURN p");
  ROW(statement);
  kho_value path = kho_column_value(statement, 0);
  CHECK(kho_value_type(statement, path) == KHO_PATH && kho_value_count(statement, path) == 5);
  for (int index = 0; index < 5; index++) {
    kho_value part = kho_value_element(statement, path, index);
    CHECK(kho_value_type(statement, part) == (index % 2 ? KHO_RELATIONSHIP : KHO_NODE));
  }
  OK(kho_finalize(statement));
  statement = prepare(db, "MATCH p = (:A) RETURN p");
  ROW(statement);
  CHECK(kho_value_count(statement, kho_column_value(statement, 0)) == 1);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V05(void) {
  kho_db db = open_temporary();
  run(db, "CREATE (:A {x: 1})");
  kho_stmt statement = prepare(db, "MATCH (a:A) RETURN [{node: a, list: [1, [2]]}, a] AS all");
  ROW(statement);
  kho_value all = kho_column_value(statement, 0);
  kho_value map = kho_value_element(statement, all, 0);
  CHECK(kho_value_type(statement, map) == KHO_MAP && kho_value_count(statement, map) == 2);
  kho_value node = kho_value_get(statement, map, "node");
  CHECK(kho_value_int64(statement, kho_value_get(statement, node, "x")) == 1);
  kho_value list = kho_value_element(statement, map, 0);
  kho_value inner = kho_value_element(statement, kho_value_element(statement, list, 1), 0);
  CHECK(kho_value_int64(statement, inner) == 2);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static int64_t part(kho_stmt statement, int column, int part) {
  kho_value value = kho_value_part(statement, kho_column_value(statement, column), part);
  CHECK(value != 0);
  return kho_value_int64(statement, value);
}

static void V06(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(
    db, "RETURN date('1970-02-01') AS d, localtime('00:01:02.000000003') AS lt, "
        "time('12:00+01:00') AS t, localdatetime('1970-01-02T00:00:01') AS ldt, "
        "datetime('1970-01-01T01:00:00[Europe/Stockholm]') AS dt, "
        "duration('P1Y2M3DT4.5S') AS u");
  ROW(statement);
  CHECK(part(statement, 0, KHO_PART_DAYS) == 31);
  CHECK(part(statement, 1, KHO_PART_SECONDS) == 62);
  CHECK(part(statement, 1, KHO_PART_NANOSECONDS) == 3);
  CHECK(part(statement, 2, KHO_PART_SECONDS) == 43200);
  CHECK(part(statement, 2, KHO_PART_OFFSET) == 3600);
  CHECK(part(statement, 3, KHO_PART_SECONDS) == 86401);
  CHECK(part(statement, 4, KHO_PART_SECONDS) == 0 && part(statement, 4, KHO_PART_OFFSET) == 3600);
  kho_value zone = kho_value_part(statement, kho_column_value(statement, 4), KHO_PART_ZONE);
  CHECK(strcmp(kho_value_text(statement, zone, NULL), "Europe/Stockholm") == 0);
  CHECK(part(statement, 5, KHO_PART_MONTHS) == 14 && part(statement, 5, KHO_PART_DAYS) == 3);
  CHECK(part(statement, 5, KHO_PART_SECONDS) == 4);
  CHECK(part(statement, 5, KHO_PART_NANOSECONDS) == 500000000);
  CHECK(kho_value_part(statement, kho_column_value(statement, 0), KHO_PART_ZONE) == 0);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V07(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "CREATE ()");
  CHECK(kho_column_count(statement) == 0);
  DONE(statement);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V08(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN 1 AS a, 2 AS `b c`");
  CHECK(strcmp(kho_column_name(statement, 0), "a") == 0);
  CHECK(strcmp(kho_column_name(statement, 1), "b c") == 0);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

static void V09(void) {
  kho_db db = open_temporary();
  kho_stmt statement = prepare(db, "RETURN 'kept'");
  ROW(statement);
  char *kept = strdup(kho_column_text(statement, 0, NULL));
  OK(kho_finalize(statement));
  OK(kho_close(db));
  CHECK(strcmp(kept, "kept") == 0);
  free(kept);
}

static void V11(void) {
  kho_db db = open_temporary();
  run(db, "CREATE (:Something)");
  kho_stmt statement = prepare(db, "MATCH (n:Nothing) RETURN n");
  DONE(statement);
  CHECK(strstr(kho_report(statement), "\"notifications\":[{\"code\":\"UnknownLabel\""));
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

/* Reads a column of texts to the end, twice each, and the numbers beside them. */
static void check_rows(kho_db db, const char *query, const char *const *texts,
                       const size_t *sizes, const int64_t *order, int count) {
  kho_stmt statement = prepare(db, query);
  for (int run = 0; run < 3; run++) {
    for (int row = 0; row < count; row++) {
      int64_t number = order[row];
      ROW(statement);
      CHECK(kho_column_type(statement, 0) == KHO_STRING);
      size_t length = 99;
      const char *text = kho_column_text(statement, 0, &length);
      CHECK(length == sizes[number] && memcmp(text, texts[number], length) == 0);
      CHECK(text[length] == 0);
      GIVES_NONE(kho_column_int64(statement, 0), KHO_TYPE_ERROR, "InvalidArgumentType");
      kho_value value = kho_column_value(statement, 0);
      CHECK(kho_value_type(statement, value) == KHO_STRING);
      CHECK(kho_value_text(statement, value, NULL) == text);
      CHECK(kho_column_text(statement, 0, NULL) == text);
      CHECK(kho_column_type(statement, 1) == KHO_INTEGER);
      CHECK(kho_column_int64(statement, 1) == number);
      CHECK(strtoll(kho_column_text(statement, 1, NULL), NULL, 10) == number);
      CHECK(memcmp(kho_column_text(statement, 0, NULL), texts[number], sizes[number]) == 0);
      if (run == 1 && row == 1) break;
    }
    if (run == 1) OK(kho_reset(statement));
    else DONE(statement);
  }
  OK(kho_finalize(statement));
}

static void V12(void) {
  char *large = malloc(1 << 20);
  memset(large, 'z', 1 << 20);
  const char *texts[] = {"", "Chỉ thị 05 về công tác cán bộ", "a\0b", large, "a"};
  const size_t sizes[] = {0, strlen(texts[1]), 3, 1 << 20, 1};
  kho_db db = open_temporary();
  run(db, "CREATE CONSTRAINT FOR (t:Text) REQUIRE t.number IS UNIQUE; CREATE (:All)");
  kho_stmt statement = prepare(
    db, "MATCH (a:All) CREATE (a)-[:HAS]->(:Text {number: $number, text: $text})");
  for (int number = 0; number < 5; number++) {
    OK(kho_bind_int64(statement, "number", number));
    OK(kho_bind_text(statement, "text", texts[number], (int64_t)sizes[number]));
    DONE(statement);
  }
  OK(kho_finalize(statement));
  for (int access = -1; access <= KHO_WRITE; access++) {
    if (access >= 0) OK(kho_begin(db, access));
    for (int64_t number = 0; number < 5; number++) {
      char query[100];
      snprintf(query, sizeof query, "MATCH (t:Text {number: %d}) RETURN t.text, t.number",
               (int)number);
      check_rows(db, query, texts, sizes, &number, 1);
    }
    const int64_t upwards[] = {0, 1, 2, 3, 4}, by_text[] = {0, 1, 4, 2, 3};
    check_rows(db, "MATCH (:Text {number: 1})<--()-->(t) "
               "RETURN t.text, t.number ORDER BY t.number", texts, sizes, (int64_t[]){0, 2, 3, 4}, 4);
    check_rows(db, "MATCH (t:Text) WHERE 1 <= t.number < 4 "
               "RETURN t.text, t.number ORDER BY t.number", texts, sizes, upwards + 1, 3);
    check_rows(db, "MATCH (t:Text) RETURN t.text, t.number ORDER BY t.text", texts, sizes, by_text,
               5);
    check_rows(db, "MATCH (t:Text) RETURN t.text, t.number", texts, sizes, upwards, 5);
    if (access >= 0) OK(kho_commit(db));
  }
  OK(kho_close(db));
  free(large);
}

/* Replaces a text in the file by another of its size. */
static void damage(const char *path, const char *old, const char *new) {
  FILE *file = fopen(path, "r+b");
  CHECK(file && fseek(file, 0, SEEK_END) == 0);
  size_t size = (size_t)ftell(file);
  char *bytes = malloc(size);
  rewind(file);
  CHECK(fread(bytes, 1, size, file) == size);
  char *found = bytes;
  while ((found = memmem(found, size - (size_t)(found - bytes), old, strlen(old)))) {
    memcpy(found, new, strlen(new));
  }
  rewind(file);
  CHECK(fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
  free(bytes);
}

static void V13(void) {
  kho_db db = open_file("a.kho");
  run(db, "CREATE CONSTRAINT FOR (t:Text) REQUIRE t.number IS UNIQUE;"
          "CREATE (a:All), (a)-[:HAS]->(:Text {number: 0, text: 'sound'}),"
          "(a)-[:HAS]->(:Text {number: 1, text: 'to be damaged: ở đây'})");
  OK(kho_close(db));
  damage("a.kho", "damaged: ở", "damaged: \xE1\xFF\x9F");
  db = open_file("a.kho");
  const char *texts[] = {"sound", "to be damaged: \uFFFD\uFFFD\uFFFD đây"};
  const size_t sizes[] = {strlen(texts[0]), strlen(texts[1])};
  const int64_t both[] = {0, 1};
  check_rows(db, "MATCH (t:Text {number: 1}) RETURN t.text, t.number", texts, sizes, both + 1, 1);
  check_rows(db, "MATCH (t:Text) RETURN t.text, t.number", texts, sizes, both, 2);
  check_rows(db, "MATCH (t:Text) WHERE t.number >= 0 RETURN t.text, t.number ORDER BY t.number",
             texts, sizes, both, 2);
  kho_stmt statement = prepare(db, "MATCH (t:Text {number: 1}) RETURN t.text");
  const void *rows;
  size_t size;
  CHECK(kho_fetch(statement, 9, &rows, &size, NULL) == KHO_DONE && size == 5 + sizes[1]);
  CHECK(memcmp((const char *)rows + 5, texts[1], sizes[1]) == 0);
  OK(kho_finalize(statement));
  OK(kho_close(db));
}

const test_case value_cases[] = {
  {"P01", "null, true, false", P01},
  {"P02", "integers", P02},
  {"P03", "floats", P03},
  {"P04", "strings", P04},
  {"P05", "lists", P05},
  {"P06", "maps", P06},
  {"P07", "temporal values", P07},
  {"P08", "a surplus parameter", P08},
  {"V01", "scalars", V01},
  {"V02", "a node", V02},
  {"V03", "a relationship", V03},
  {"V04", "paths", V04},
  {"V05", "values in values", V05},
  {"V06", "parts of temporal values", V06},
  {"V07", "no columns", V07},
  {"V08", "names of columns", V08},
  {"V09", "what was copied stays", V09},
  {"V11", "warnings", V11},
  {"V12", "stored texts", V12},
  {"V13", "a damaged text", V13},
  {NULL, NULL, NULL},
};
