#include <kho.h>
#include <stdio.h>

int main(void) {
  kho_db db = 0;
  kho_stmt friends = 0;
  int code = kho_open("people.kho", 0, &db);
  if (!code) code = kho_exec(db, "MERGE (a:Person {name: 'Ada'}) MERGE (c:Person {name: 'Charles'})"
                                 "MERGE (a)-[:KNOWS]->(c)", -1);
  if (!code) code = kho_prepare(
    db, "MATCH ({name: $name})-[:KNOWS]->(f) RETURN f.name", -1, &friends);
  if (!code) code = kho_bind_text(friends, "name", "Ada", -1);
  if (!code) while ((code = kho_step(friends)) == KHO_ROW)
    printf("%s\n", kho_column_text(friends, 0, NULL));
  if (code != KHO_DONE) fprintf(stderr, "%s\n", kho_errtext(KHO_TEXT_RENDERED));
  kho_finalize(friends);
  kho_close(db);
  return code != KHO_DONE;
}
