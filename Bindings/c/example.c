#include <kho.h>
#include <stdio.h>

int main(void) {
  kho_db db;
  kho_stmt friends;
  if (kho_open("people.kho", 0, &db) != KHO_OK) goto failed;
  if (kho_exec(db, "MERGE (a:Person {name: 'Ada'}) MERGE (c:Person {name: 'Charles'})"
                   "MERGE (a)-[:KNOWS]->(c)", -1) != KHO_OK) goto failed;
  if (kho_prepare(db, "MATCH ({name: $name})-[:KNOWS]->(f) RETURN f.name", -1, &friends) != KHO_OK)
    goto failed;
  kho_bind_text(friends, "name", "Ada", -1);
  while (kho_step(friends) == KHO_ROW) printf("%s\n", kho_column_text(friends, 0, NULL));
  kho_finalize(friends);
  return kho_close(db);
failed:
  fprintf(stderr, "%s\n", kho_errtext(KHO_TEXT_RENDERED));
  return 1;
}
