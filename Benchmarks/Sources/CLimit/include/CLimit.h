/* The physical limit: what each question takes where nothing but its answer is computed, by a plan
   made by hand for it, over arrays in memory, with one thread and without a language. */
#ifndef CLIMIT_H
#define CLIMIT_H

#include <stddef.h>
#include <stdint.h>

/* A column: numbers, or texts that end with a zero byte. Row i has text i; or where rows share
   texts, text `integers[i]` of texts that are sorted by their bytes. */
typedef struct {
  const int32_t *integers;
  const double *reals;
  const char *bytes;
  const uint32_t *offsets; /* of the texts in `bytes`, and their end */
  uint32_t text_count;
  int64_t row_count;
  int64_t first_key;       /* of row 0 of the nodes' table */
} limit_column;

/* For each row a list of rows: those of list i are from `offsets[i]` to `offsets[i + 1]`. */
typedef struct {
  const uint32_t *offsets;
  const int32_t *rows;
  uint32_t count;
} limit_lists;

typedef union {
  int64_t integer;
  double real;
  const char *text;
} limit_cell;

typedef struct limit_graph limit_graph;

typedef struct {
  const char *name;
  const char *parameters; /* names with spaces between them */
  const char *cells;      /* of a row: i is an integer, r a real number, t a text */
  void (*answer)(limit_graph *);
} limit_question;

/* What the kernels of a workload need, in their order, and the kernels. All three end with zero.
   Columns are named "table.column", lists by the relationships' table; both may be "… by target",
   which is to say, in the order of the targets. Lists "table.column" are the rows of each text;
   "neighbours" are those of officials' paths, of all nodes, numbered by their keys from 1. */
typedef struct {
  const char *const *columns;
  const char *const *lists;
  const limit_question *questions;
} limit_workload;

/* The workload of a name; null if there is none. */
const limit_workload *limit_workload_named(const char *name);

/* A graph of at most `node_count` nodes, without columns and lists. */
limit_graph *limit_graph_make(size_t node_count);

/* Columns and lists are referred to, not copied. */
void limit_graph_set_column(limit_graph *graph, int column, limit_column values);
void limit_graph_set_lists(limit_graph *graph, int lists, limit_lists values);

/* Parameters in the order of the question's names; texts are cut off after 255 bytes. */
void limit_graph_bind_integer(limit_graph *graph, int parameter, int64_t value);
void limit_graph_bind_text(limit_graph *graph, int parameter, const char *value);

/* Answers `question`: all cells, row by row, there until the next call. */
const limit_cell *limit_graph_answer(
  limit_graph *graph, const limit_question *question, size_t *cell_count);

/* LMDB's own commit. Both return 0 or LMDB's error; one file a process. */
int limit_commits_open(const char *path);

/* Puts `count` records of 100 bytes under the numbers from `first` on, in one durable transaction. */
int limit_commit(uint64_t first, uint64_t count);

#endif
