/* Kho: an embedded property graph in one file, asked in openCypher.
 *
 * HANDLES are 64-bit numbers, looked up in a table at every call: using one after it was closed,
 * closing it twice, or passing one of another kind is KHO_MISUSE and never a crash. 0 is no handle.
 *
 * THREADS. Every function may be called from any thread. A database handle may be used by any
 * number of threads at once; a statement, and a transaction, by one at a time: a second one gets
 * KHO_MISUSE (StatementBusy, TransactionBusy). kho_interrupt may be called at any time. A child
 * made by fork() must open the file anew: every handle of its parent is KHO_MISUSE
 * (ForkedProcess) there.
 *
 * STRINGS are UTF-8. Those that are passed in end with NUL, or have a length where a parameter asks
 * for one; they are copied before the call returns. How long those that come out stay valid is
 * stated at each function; they end with NUL beside having a length, and may hold a NUL inside.
 *
 * RESULTS. Functions that return int return KHO_OK, KHO_ROW, KHO_DONE or an error code. The other
 * functions return 0 or NULL where there is nothing to give. The last error of a thread is told by
 * kho_errcode, kho_errmsg and their like.
 */
#ifndef KHO_H
#define KHO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this header; kho_version() is that of the library. */
#define KHO_VERSION "0.1.0"

typedef uint64_t kho_db;
typedef uint64_t kho_stmt;
/* A value of a statement's current row: valid until the next kho_step, kho_fetch, kho_reset or
 * kho_finalize of that statement, and KHO_MISUSE from then on. */
typedef uint64_t kho_value;

/* ---- Result codes: one for each kind of error, see kho_errtext ---- */

#define KHO_OK 0
#define KHO_ERROR 1                   /* none of the kinds below */
#define KHO_SYNTAX_ERROR 2            /* the text is no openCypher */
#define KHO_SEMANTIC_ERROR 3          /* it is, but makes no sense */
#define KHO_PARAMETER_MISSING 4
#define KHO_CONSTRAINT_VERIFICATION 5 /* data forbids a constraint */
#define KHO_CONSTRAINT_VALIDATION 6   /* a constraint forbids data */
#define KHO_ENTITY_NOT_FOUND 7        /* a deleted node or relationship */
#define KHO_TYPE_ERROR 8
#define KHO_ARGUMENT_ERROR 9
#define KHO_ARITHMETIC_ERROR 10
#define KHO_PROCEDURE_ERROR 11
#define KHO_STORAGE_ERROR 12          /* the file, the disk or the lock */
#define KHO_LIMIT_EXCEEDED 13         /* time, memory, rows, nesting, waiting for a writer */
#define KHO_CANCELLED 14              /* by kho_interrupt */
#define KHO_MISUSE 15                 /* this interface was used against its rules */
#define KHO_UNSUPPORTED 16            /* legal openCypher that this version does not run */
#define KHO_PROTOCOL_ERROR 17         /* malformed JSON or packed bytes */
#define KHO_ROW 100
#define KHO_DONE 101

/* ---- Types of values ---- */

#define KHO_NULL 0
#define KHO_BOOLEAN 1
#define KHO_INTEGER 2
#define KHO_FLOAT 3
#define KHO_STRING 4
#define KHO_LIST 5
#define KHO_MAP 6
#define KHO_NODE 7
#define KHO_RELATIONSHIP 8
#define KHO_PATH 9
#define KHO_DATE 10
#define KHO_LOCAL_TIME 11
#define KHO_TIME 12
#define KHO_LOCAL_DATETIME 13
#define KHO_DATETIME 14
#define KHO_DURATION 15

/* ---- Databases ---- */

#define KHO_READ_ONLY 1   /* nothing can be written */
#define KHO_MUST_EXIST 2  /* no file is made where there is none */
#define KHO_RELAXED 4     /* loss of power may take back the last commit */
#define KHO_UNTRUSTED 8   /* check structure and checksums while reading */
#define KHO_TEMPORARY 16  /* an empty database of its own; path may be NULL */

/* Opens the file at path, or makes it. Two handles on one file share it, whatever the paths. */
int kho_open(const char *path, int flags, kho_db *db);

/* Ends what runs, rolls an open transaction back, and closes. Statements of the database stay to
 * be finalized, and give KHO_MISUSE (DatabaseClosed) where they are used. Does not wait: what
 * another thread is running ends as cancelled, and the file closes with it. */
int kho_close(kho_db db);

/* Bounds of each statement begun from now on: negative means none. To begin with, 300 seconds,
 * 1 GiB, and any number of rows. */
int kho_limits(kho_db db, double seconds, int64_t memory_in_bytes, int64_t rows);

/* How long a write waits for another writer of this process; 5 seconds to begin with. After it the
 * error is KHO_LIMIT_EXCEEDED (WriterBusy). A writer in another process is waited for without
 * bound. */
int kho_busy_timeout(kho_db db, double seconds);

/* The folder whose files, and those below it, LOAD CSV may read in statements begun from now on.
 * NULL: none, as to begin with. */
int kho_import_folder(kho_db db, const char *path);

/* Ends all statements of db that run, on whatever threads: they return KHO_CANCELLED, within some
 * milliseconds as a rule. Statements that begin later are not touched. May be called in a signal
 * handler while db is open. */
int kho_interrupt(kho_db db);

/* Writes a copy of the graph as it is now to a new file; others may go on reading and writing. */
int kho_backup(kho_db db, const char *path);

/* Looks for damage. KHO_OK with *faults 0 for a sound file; each fault is a line of *report, which
 * may be NULL, and which stays valid until the next kho_check or kho_info on this thread. */
int kho_check(kho_db db, int64_t *faults, const char **report);

/* The state of the file as a JSON object: path, formatVersion, libraryVersion, readOnly, nodes,
 * relationships, bytes, usedBytes, readers. Valid until the next kho_info or kho_check on this
 * thread. */
const char *kho_info(kho_db db);

/* The library's version; valid for ever. */
const char *kho_version(void);

/* ---- Transactions: of a database handle, one at a time ---- */

#define KHO_READ 0
#define KHO_WRITE 1

/* Begins a transaction for all statements of db, until kho_commit or kho_rollback. Without one,
 * each statement is a transaction of its own. KHO_WRITE waits for other writers. */
int kho_begin(kho_db db, int access);
/* Ends it in every case: after an error nothing of it is kept. */
int kho_commit(kho_db db);
int kho_rollback(kho_db db);
/* Whether one is open: 1 or 0. */
int kho_in_transaction(kho_db db);

/* Runs statements with ';' between them: all of them or none, in a transaction of their own or in
 * the open one. length: of text in bytes, or -1 for up to its NUL. */
int kho_exec(kho_db db, const char *text, int64_t length);

/* ---- Statements ---- */

/* Parses and plans one statement; length as with kho_exec. */
int kho_prepare(kho_db db, const char *text, int64_t length, kho_stmt *statement);

/* Whether it writes: 1 or 0. */
int kho_is_writing(kho_stmt statement);

/* The value of $name from now on; names without '$', and surplus ones are ignored. The parameters
 * must not change while rows are read: KHO_MISUSE before kho_reset or the last row. */
int kho_bind_null(kho_stmt statement, const char *name);
int kho_bind_bool(kho_stmt statement, const char *name, int value);
int kho_bind_int64(kho_stmt statement, const char *name, int64_t value);
int kho_bind_double(kho_stmt statement, const char *name, double value);
int kho_bind_text(kho_stmt statement, const char *name, const char *value, int64_t length);
/* A value of any type in the JSON of `kho session`: {"int":"1"}, [..], {"map":{..}},
 * {"date":"2026-01-31"} .. */
int kho_bind_json(kho_stmt statement, const char *name, const char *json, int64_t length);
/* All parameters at once, as a packed map: see "Packed values". After an error there are none. */
int kho_bind_packed(kho_stmt statement, const void *map, size_t size);
int kho_clear_bindings(kho_stmt statement);

/* Runs to the next row: KHO_ROW, or KHO_DONE at the end, where the statement is reset by itself.
 * Rows are computed as they are asked for, on a snapshot that is held until the end or kho_reset.
 * A statement that writes has written, and committed unless a transaction is open, when its first
 * kho_step returns. After an error the statement is reset. */
int kho_step(kho_stmt statement);
/* Ends the run, keeping the parameters. */
int kho_reset(kho_stmt statement);
/* Frees the statement; allowed at any time. */
int kho_finalize(kho_stmt statement);

/* What the last run changed, warnings, and the plan after EXPLAIN and PROFILE, as a JSON object
 * with the keys counters, notifications and plan, those that are empty left out. Valid until the
 * next call with this statement. */
const char *kho_report(kho_stmt statement);

/* ---- Columns of the current row, counted from 0 ---- */

int kho_column_count(kho_stmt statement);
/* Valid until kho_finalize; NULL where there is no such column. */
const char *kho_column_name(kho_stmt statement, int column);

/* The value's type; KHO_NULL also where there is no row or no such column, and then kho_errcode
 * tells so. */
int kho_column_type(kho_stmt statement, int column);
/* Without conversion, but that of integers to double: 0 or NULL for another type, and then
 * kho_errcode is KHO_TYPE_ERROR. */
int kho_column_bool(kho_stmt statement, int column);
int64_t kho_column_int64(kho_stmt statement, int column);
double kho_column_double(kho_stmt statement, int column);
/* Of a string itself, of any other value but null the text that Cypher shows. *length may be NULL.
 * Valid until the next kho_step, kho_fetch, kho_reset or kho_finalize of the statement. */
const char *kho_column_text(kho_stmt statement, int column, size_t *length);
kho_value kho_column_value(kho_stmt statement, int column);

/* ---- Values inside of values ---- */

int kho_value_type(kho_stmt statement, kho_value value);
int kho_value_bool(kho_stmt statement, kho_value value);
int64_t kho_value_int64(kho_stmt statement, kho_value value);
double kho_value_double(kho_stmt statement, kho_value value);
/* As kho_column_text. */
const char *kho_value_text(kho_stmt statement, kho_value value, size_t *length);
/* In the JSON of `kho session`. Valid as kho_column_text. */
const char *kho_value_json(kho_stmt statement, kho_value value, size_t *length);

/* How many elements a list, entries a map, properties a node or relationship, or nodes and
 * relationships (in turn) a path has; 0 for others. */
int64_t kho_value_count(kho_stmt statement, kho_value value);
/* Element, entry or property number index, from 0; entries are in the order of their keys. */
kho_value kho_value_element(kho_stmt statement, kho_value value, int64_t index);
/* The key of entry or property number index. Valid as kho_column_text. */
const char *kho_value_key(kho_stmt statement, kho_value value, int64_t index, size_t *length);
/* The entry or property of that key; 0 where there is none. */
kho_value kho_value_get(kho_stmt statement, kho_value value, const char *key);

#define KHO_PART_ID 1           /* node, relationship: integer */
#define KHO_PART_LABELS 2       /* node: list of strings */
#define KHO_PART_TYPE 3         /* relationship: string */
#define KHO_PART_START 4        /* relationship: id of the node it goes out from */
#define KHO_PART_END 5          /* relationship: id of the node it goes to */
#define KHO_PART_PROPERTIES 6   /* node, relationship: map */
#define KHO_PART_DAYS 7         /* date: days since 1970-01-01; duration: days */
#define KHO_PART_SECONDS 8      /* since midnight, or 1970-01-01 (datetime: UTC); duration: seconds */
#define KHO_PART_NANOSECONDS 9  /* beyond the seconds: 0 to 999999999 */
#define KHO_PART_OFFSET 10      /* time, datetime: seconds east of UTC */
#define KHO_PART_ZONE 11        /* datetime: name of the zone, or null */
#define KHO_PART_MONTHS 12      /* duration */
/* A part of a node, a relationship or a temporal value; 0 where the value has no such part. */
kho_value kho_value_part(kho_stmt statement, kho_value value, int part);

/* ---- Errors: of the last call on this thread that failed ---- */

#define KHO_TEXT_MESSAGE 0  /* a sentence: kho_errmsg */
#define KHO_TEXT_KIND 1     /* SyntaxError, .. Misuse */
#define KHO_TEXT_DETAIL 2   /* one word for programs: UndefinedVariable */
#define KHO_TEXT_PHASE 3    /* "compile time" or "runtime" */
#define KHO_TEXT_HINT 4     /* a suggestion, or NULL */
#define KHO_TEXT_RENDERED 5 /* line, column, message, source line and carets, hint */

/* 0 where no call has failed, or since kho_errclear. */
int kho_errcode(void);
/* Valid until the next call of this thread that fails. NULL where there is nothing. */
const char *kho_errmsg(void);
const char *kho_errtext(int part);
/* Where in the statement the error stands: line and column from 1, columns in characters, offset
 * in bytes from 0; each pointer may be NULL. 1, or 0 where it has no place. */
int kho_errposition(int *line, int *column, size_t *offset);
void kho_errclear(void);
/* The name of a result code: "KHO_SYNTAX_ERROR"; valid for ever. */
const char *kho_code_name(int code);

/* ---- Packed values: rows and parameters in few calls, for bindings ----
 *
 * A value is a byte that tells its type (the numbers above, but 1 is false and 16 true), then, all
 * numbers little-endian:
 *
 *   integer        i64                     float          f64
 *   string         u32 size, UTF-8         list           u32 count, values
 *   map            u32 count, then for each entry its key (u32 size, UTF-8) and value
 *   node           u64 id, u32 count, labels as strings without type byte, properties as a map
 *                  without type byte
 *   relationship   u64 id, u64 start, u64 end, type as a string and properties as a map, both
 *                  without type byte
 *   path           u32 length, length + 1 nodes, length relationships, without type byte
 *   date           i64 days                local time     i64 nanoseconds
 *   time           i64 nanoseconds, i32 offset
 *   local datetime i64 seconds, u32 nanoseconds
 *   datetime       i64 seconds in UTC, u32 nanoseconds, i32 offset, zone as a string without type
 *                  byte, empty where it has none
 *   duration       i64 months, i64 days, i64 seconds, u32 nanoseconds
 */

/* The next rows, packed, row after row without more between them: at most limit of them (none: 0),
 * and about 64 KiB. KHO_ROW where there may be more, KHO_DONE where these were the last and the
 * statement is reset. *rows is valid until the next call with this statement. */
int kho_fetch(
  kho_stmt statement, int64_t limit, const void **rows, size_t *size, int64_t *count);

/* ---- Procedures and functions of the host ---- */

/* Where they put their rows; valid during that call of them. */
typedef uint64_t kho_rows;

/* Called with the packed list of arguments, on any thread, while a statement runs. It returns
 * KHO_OK, or KHO_ERROR after a kho_fail. It may read the database, but must not use the statement
 * that called it. */
typedef int (*kho_procedure)(void *context, const void *arguments, size_t size, kho_rows rows);

/* Makes body callable by CALL; signature: "name(input :: TYPE, ..) :: (output :: TYPE, ..)".
 * destroy, which may be NULL, is called with context when the procedure is replaced or the
 * database closed, and at once where this fails. */
int kho_register(
  kho_db db, const char *signature, kho_procedure body, void *context, void (*destroy)(void *));
/* Makes body a function of expressions, which gives one row of one value; signature:
 * "name(input :: TYPE, ..) :: TYPE". deterministic: 1 where equal arguments give equal results, so
 * that calls on constants are computed once in a statement; else 0. */
int kho_register_function(
  kho_db db, const char *signature, int deterministic, kho_procedure body, void *context,
  void (*destroy)(void *));
/* Adds a row: a packed list of the outputs. */
int kho_emit(kho_rows rows, const void *row, size_t size);
/* Says why the procedure fails. */
int kho_fail(kho_rows rows, const char *message);

#ifdef __cplusplus
}
#endif

#endif
