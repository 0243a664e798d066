/* Graphs, indexes of texts and rankings: what is not in a kernel's inner loop. */
#include "graph.h"

#include <stdlib.h>
#include <strings.h>

const limit_workload *limit_workload_named(const char *name) {
  if (!strcmp(name, "social")) return &limit_social;
  if (!strcmp(name, "administration")) return &limit_administration;
  return strcmp(name, "micro") ? NULL : &limit_micro;
}

static void *zeros(size_t count, size_t size) {
  void *memory = calloc(count + 64, size);
  if (!memory) abort();
  return memory;
}

limit_graph *limit_graph_make(size_t node_count) {
  limit_graph *graph = zeros(1, sizeof *graph);
  graph->node_count = node_count;
  graph->queue = zeros(node_count, sizeof(int32_t));
  graph->other_queue = zeros(node_count, sizeof(int32_t));
  graph->marks = zeros(node_count, sizeof(uint32_t));
  graph->next_mark = 1;
  graph->counts = zeros(node_count, sizeof(int32_t));
  graph->bits = zeros(node_count / 64, sizeof(uint64_t));
  graph->other_bits = zeros(node_count / 64, sizeof(uint64_t));
  graph->bytes = zeros(node_count, 1);
  return graph;
}

void grow_cells(limit_graph *graph) {
  graph->cell_capacity = graph->cell_capacity ? 2 * graph->cell_capacity : 1024;
  graph->cells = realloc(graph->cells, graph->cell_capacity * sizeof *graph->cells);
  if (!graph->cells) abort();
}

static inline uint64_t hash_of(const char *text, size_t size) {
  uint64_t hash = size * 0x9E3779B97F4A7C15, word;
  for (; size >= 8; text += 8, size -= 8) {
    memcpy(&word, text, 8);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 32;
  }
  word = 0;
  for (size_t byte = 0; byte < size; byte++) word = word << 8 | (uint8_t)text[byte];
  hash = (hash ^ word) * 0x9E3779B97F4A7C15;
  return hash ^ hash >> 29;
}

static inline size_t size_of(const limit_column *column, uint32_t number) {
  return column->offsets[number + 1] - column->offsets[number] - 1;
}

void limit_graph_set_column(limit_graph *graph, int column, limit_column values) {
  graph->columns[column] = values;
}

void limit_graph_set_lists(limit_graph *graph, int lists, limit_lists values) {
  graph->lists[lists] = values;
}

void limit_graph_bind_integer(limit_graph *graph, int parameter, int64_t value) {
  graph->parameters[parameter].integer = value;
}

void limit_graph_bind_text(limit_graph *graph, int parameter, const char *value) {
  size_t size = strlen(value);
  if (size > 255) size = 255;
  graph->parameters[parameter].size = size;
  memcpy(graph->parameters[parameter].text, value, size);
  graph->parameters[parameter].text[size] = 0;
}

const limit_cell *limit_graph_answer(
  limit_graph *graph, const limit_question *question, size_t *cell_count) {
  graph->cell_count = 0;
  question->answer(graph);
  *cell_count = graph->cell_count;
  return graph->cells;
}

static text_index make_index(const limit_column *texts) {
  text_index index = {.mask = 1};
  while (index.mask < 2ull * texts->text_count) index.mask *= 2;
  index.slots = zeros(index.mask--, sizeof *index.slots);
  for (uint32_t number = 0; number < texts->text_count; number++) {
    uint64_t hash = hash_of(text_number(texts, number), size_of(texts, number));
    uint64_t slot = hash & index.mask;
    while (index.slots[slot]) slot = (slot + 1) & index.mask;
    index.slots[slot] = hash >> 32 << 32 | (number + 1);
  }
  return index;
}

int32_t find_text(limit_graph *graph, int column, int parameter) {
  const limit_column *texts = &graph->columns[column];
  text_index *index = &graph->indexes[column];
  if (!index->slots) *index = make_index(texts);
  const char *wanted = graph->parameters[parameter].text;
  size_t size = graph->parameters[parameter].size;
  uint64_t hash = hash_of(wanted, size);
  for (uint64_t slot = hash & index->mask; index->slots[slot]; slot = (slot + 1) & index->mask) {
    uint32_t number = (uint32_t)index->slots[slot] - 1;
    if (index->slots[slot] >> 32 == hash >> 32 && size_of(texts, number) == size
        && !memcmp(text_number(texts, number), wanted, size))
      return (int32_t)number;
  }
  return -1;
}

int32_t find_text_in_any_case(const limit_graph *graph, int column, int parameter) {
  const limit_column *texts = &graph->columns[column];
  for (uint32_t number = 0; number < texts->text_count; number++)
    if (!strcasecmp(text_number(texts, number), graph->parameters[parameter].text))
      return (int32_t)number;
  return -1;
}

uint32_t first_text(const limit_column *column, const char *wanted) {
  uint32_t low = 0, high = column->text_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (strcmp(text_number(column, middle), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

static int is_before(const ranking *best, ranked some, ranked other) {
  if (some.rank != other.rank) return some.rank < other.rank;
  if (!best->text) return some.row < other.row;
  return strcmp(text_of(best->text, some.row), text_of(best->text, other.row)) < 0;
}

void rank_slowly(ranking *best, double rank, int32_t row) {
  ranked new = {rank, row};
  int place = best->count < best->limit ? best->count++ : best->limit;
  while (place > 0 && is_before(best, new, best->rows[place - 1])) {
    if (place < best->limit) best->rows[place] = best->rows[place - 1];
    place--;
  }
  if (place < best->limit) best->rows[place] = new;
}
