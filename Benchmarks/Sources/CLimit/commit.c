/* LMDB's own commit: records under growing numbers, each transaction on the disk when it returns. */
#include "CLimit.h"

#include <lmdb.h>
#include <string.h>

static MDB_env *env;
static MDB_dbi records;

int limit_commits_open(const char *path) {
  MDB_txn *txn;
  int code = mdb_env_create(&env);
  if (!code) code = mdb_env_set_mapsize(env, (size_t)4 << 30);
  if (!code) code = mdb_env_open(env, path, MDB_NOSUBDIR, 0600);
  if (!code) code = mdb_txn_begin(env, NULL, 0, &txn);
  if (!code) code = mdb_dbi_open(txn, NULL, MDB_INTEGERKEY, &records);
  return code ? code : mdb_txn_commit(txn);
}

int limit_commit(uint64_t first, uint64_t count) {
  char bytes[100];
  MDB_txn *txn;
  int code = mdb_txn_begin(env, NULL, 0, &txn);
  memset(bytes, 1, sizeof bytes);
  for (uint64_t number = first; !code && number < first + count; number++) {
    MDB_val key = {sizeof number, &number}, value = {sizeof bytes, bytes};
    code = mdb_put(txn, records, &key, &value, MDB_APPEND);
  }
  return code ? code : mdb_txn_commit(txn);
}
