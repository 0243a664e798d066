/* What the kernels share: reading columns and lists, making rows. */
#ifndef CLIMIT_GRAPH_H
#define CLIMIT_GRAPH_H

#include <string.h>

#include "include/CLimit.h"

/* Texts by their hashes: an open table of hash << 32 | text + 1, at most half full. */
typedef struct {
  uint64_t *slots;
  uint64_t mask;
} text_index;

struct limit_graph {
  limit_column columns[24];
  text_index indexes[24];
  limit_lists lists[24];
  struct {
    int64_t integer;
    size_t size;
    char text[256];
  } parameters[4];
  limit_cell *cells;
  size_t cell_count, cell_capacity;
  size_t node_count;
  /* Scratch, each with room for every node and one more. */
  int32_t *queue, *other_queue;
  uint32_t *marks;         /* below `next_mark` */
  uint32_t next_mark;
  int32_t *counts;         /* zero between runs, as the bits are */
  uint64_t *bits, *other_bits;
  uint8_t *bytes;
};

void grow_cells(limit_graph *graph);

static inline limit_cell *new_cell(limit_graph *graph) {
  if (graph->cell_count == graph->cell_capacity) grow_cells(graph);
  return &graph->cells[graph->cell_count++];
}

static inline void put_integer(limit_graph *graph, int64_t value) {
  new_cell(graph)->integer = value;
}

static inline void put_real(limit_graph *graph, double value) { new_cell(graph)->real = value; }

static inline const char *text_number(const limit_column *column, uint32_t number) {
  return column->bytes + column->offsets[number];
}

static inline const char *text_of(const limit_column *column, int32_t row) {
  return text_number(column, (uint32_t)(column->integers ? column->integers[row] : row));
}

static inline void put_text(limit_graph *graph, int column, int32_t row) {
  new_cell(graph)->text = text_of(&graph->columns[column], row);
}

static inline void put_value(limit_graph *graph, int column, int32_t row) {
  put_integer(graph, graph->columns[column].integers[row]);
}

/* The key of a row, by any column of its table. */
static inline void put_key(limit_graph *graph, int column, int32_t row) {
  put_integer(graph, graph->columns[column].first_key + row);
}

typedef struct {
  const int32_t *begin, *end;
} span;

static inline span list_of(const limit_graph *graph, int lists, int32_t row) {
  const limit_lists *all = &graph->lists[lists];
  return (span){all->rows + all->offsets[row], all->rows + all->offsets[row + 1]};
}

/* A pointer to each row of a list in turn. */
#define EACH(item, list) \
  for (const int32_t *item = (list).begin, *end_##item = (list).end; item < end_##item; item++)

/* Where the items of list `row` stand, to read the relationships' columns by. */
#define EACH_PLACE(place, graph, number, row)                       \
  for (uint32_t place = (graph)->lists[number].offsets[row],        \
                end_##place = (graph)->lists[number].offsets[(row) + 1]; \
       place < end_##place; place++)

/* The only item of a list that is known to have one. */
static inline int32_t only(const limit_graph *graph, int lists, int32_t row) {
  return graph->lists[lists].rows[graph->lists[lists].offsets[row]];
}

static inline uint32_t degree(const limit_graph *graph, int lists, int32_t row) {
  return graph->lists[lists].offsets[row + 1] - graph->lists[lists].offsets[row];
}

static inline int64_t integer_parameter(const limit_graph *graph, int parameter) {
  return graph->parameters[parameter].integer;
}

/* The row whose key is a parameter, by any column of its table; negative if there is none. */
static inline int32_t find_key(const limit_graph *graph, int column, int parameter) {
  const limit_column *values = &graph->columns[column];
  int64_t row = integer_parameter(graph, parameter) - values->first_key;
  return row >= 0 && row < values->row_count ? (int32_t)row : -1;
}

/* The number of the text that a parameter is, which is its row where texts are not shared; negative
   if the column has no such text. */
int32_t find_text(limit_graph *graph, int column, int parameter);

/* The same without regard to case, for columns of few texts. */
int32_t find_text_in_any_case(const limit_graph *graph, int column, int parameter);

/* The first text that is not below the parameter, in a column of sorted texts. */
uint32_t first_text(const limit_column *column, const char *wanted);

/* The `limit` first rows by rank, then by text (where a column is given), then by number. */
typedef struct {
  double rank;
  int32_t row;
} ranked;

typedef struct {
  ranked rows[20];
  int count, limit;
  const limit_column *text;
} ranking;

void rank_slowly(ranking *best, double rank, int32_t row);

static inline void rank_row(ranking *best, double rank, int32_t row) {
  if (best->count < best->limit || rank <= best->rows[best->count - 1].rank)
    rank_slowly(best, rank, row);
}

/* Whether row `row` was not in the set yet. */
static inline int add_bit(uint64_t *bits, int32_t row) {
  uint64_t bit = 1ull << (row & 63), word = bits[row >> 6];
  bits[row >> 6] = word | bit;
  return !(word & bit);
}

extern const limit_workload limit_social, limit_administration, limit_micro;

#endif
