/* Single operations. Ages and groups are below 256. */
#include "graph.h"

enum { key, age, score, group, name, since };
static const char *const columns[] = {
  "node.key", "node.age", "node.score", "node.grp", "node.name", "knows.since", NULL};

enum { knows, known_by };
static const char *const lists[] = {"knows", "knows by target", NULL};

static void get_id(limit_graph *graph) {
  int32_t node = find_key(graph, key, 0);
  if (node < 0) return;
  put_value(graph, age, node);
  put_real(graph, graph->columns[score].reals[node]);
  put_text(graph, name, node);
}

static void get_key(limit_graph *graph) {
  int32_t node = find_text(graph, key, 0);
  if (node < 0) return;
  put_key(graph, key, node);
  put_value(graph, age, node);
  put_text(graph, name, node);
}

static void hop(limit_graph *graph, int lists) {
  int32_t node = find_key(graph, key, 0);
  if (node < 0) return;
  EACH(next, list_of(graph, lists, node)) put_key(graph, key, *next);
}

static void hop1(limit_graph *graph) { hop(graph, knows); }
static void hop1_in(limit_graph *graph) { hop(graph, known_by); }

static void hop1_filter(limit_graph *graph) {
  int32_t node = find_key(graph, key, 0);
  int64_t least = integer_parameter(graph, 1), count = 0;
  const int32_t *ages = graph->columns[age].integers;
  if (node >= 0) EACH(next, list_of(graph, knows, node)) count += ages[*next] >= least;
  put_integer(graph, count);
}

static void hop2_count(limit_graph *graph) {
  int32_t node = find_key(graph, key, 0);
  int64_t count = 0;
  if (node >= 0) EACH(next, list_of(graph, knows, node)) count += degree(graph, knows, *next);
  put_integer(graph, count);
}

/* No relationship is walked twice: the node itself, reached in two hops over one neighbour alone,
   leads to all its neighbours but that one. */
static void hop3_distinct(limit_graph *graph) {
  int32_t node = find_key(graph, key, 0);
  int32_t *second = graph->queue, *third = graph->other_queue, only_way = -1;
  size_t second_count = 0, third_count = 0, ways = 0;
  if (node >= 0) EACH(first, list_of(graph, knows, node))
    EACH(next, list_of(graph, knows, *first)) {
      second[second_count] = *next;
      second_count += add_bit(graph->bits, *next);
      if (*next == node) ways++, only_way = *first;
    }
  for (size_t index = 0; index < second_count; index++)
    EACH(next, list_of(graph, knows, second[index])) {
      if (second[index] == node && ways == 1 && *next == only_way) continue;
      third[third_count] = *next;
      third_count += add_bit(graph->other_bits, *next);
    }
  for (size_t index = 0; index < second_count; index++) graph->bits[second[index] >> 6] = 0;
  for (size_t index = 0; index < third_count; index++) graph->other_bits[third[index] >> 6] = 0;
  put_integer(graph, (int64_t)third_count);
}

static void count_nodes(limit_graph *graph) { put_integer(graph, graph->lists[knows].count); }

static void count_edges(limit_graph *graph) {
  put_integer(graph, graph->lists[knows].offsets[graph->lists[knows].count]);
}

static void count_from(limit_graph *graph, int column) {
  const int32_t *values = graph->columns[column].integers;
  int64_t parameter = integer_parameter(graph, 0), row_count = graph->columns[column].row_count;
  int32_t least = parameter < INT32_MIN ? INT32_MIN : (int32_t)parameter, count = 0;
  if (parameter <= INT32_MAX)
    for (int64_t row = 0; row < row_count; row++) count += values[row] >= least;
  put_integer(graph, count);
}

static void scan_filter(limit_graph *graph) { count_from(graph, age); }
static void scan_filter_edge(limit_graph *graph) { count_from(graph, since); }

static void put_groups(limit_graph *graph, const uint64_t *counts, const uint64_t *sums) {
  for (int number = 0; number < 256; number++)
    if (counts[number]) {
      put_integer(graph, number);
      put_integer(graph, (int64_t)counts[number]);
      put_integer(graph, (int64_t)sums[number]);
    }
}

static void agg_group(limit_graph *graph) {
  const int32_t *groups = graph->columns[group].integers, *ages = graph->columns[age].integers;
  uint64_t counts[256] = {0}, sums[256] = {0};
  for (int64_t node = 0; node < graph->columns[group].row_count; node++) {
    counts[groups[node] & 255]++;
    sums[groups[node] & 255] += (uint64_t)ages[node];
  }
  put_groups(graph, counts, sums);
}

/* Ages are first copied to a quarter of the room, which more of a cache holds. */
static void agg_edge_group(limit_graph *graph) {
  const int32_t *groups = graph->columns[group].integers, *ages = graph->columns[age].integers;
  uint8_t *bytes = graph->bytes;
  for (int64_t node = 0; node < graph->columns[age].row_count; node++)
    bytes[node] = (uint8_t)ages[node];
  uint64_t counts[256] = {0}, sums[256] = {0};
  for (uint32_t node = 0; node < graph->lists[knows].count; node++) {
    uint64_t sum = 0;
    EACH(next, list_of(graph, knows, (int32_t)node)) sum += bytes[*next];
    counts[groups[node] & 255] += degree(graph, knows, (int32_t)node);
    sums[groups[node] & 255] += sum;
  }
  put_groups(graph, counts, sums);
}

/* Level by level: from the last level's nodes on, or where those are many, from all other nodes
   back, to see whether one of them leads there (Beamer, Asanović and Patterson, 2012). */
static void bfs_all(limit_graph *graph) {
  int32_t node = find_key(graph, key, 0), node_count = (int32_t)graph->lists[knows].count;
  uint64_t *visited = graph->bits;
  int32_t *queue = graph->queue;
  size_t begin = 0, end = 0;
  if (node >= 0) {
    queue[end++] = node;
    add_bit(visited, node);
  }
  for (int length = 1; length <= 30 && begin < end; length++) {
    size_t level_end = end;
    if (2 * (end - begin) < (size_t)node_count - end) {
      for (; begin < level_end; begin++)
        EACH(next, list_of(graph, knows, queue[begin])) {
          queue[end] = *next;
          end += add_bit(visited, *next);
        }
      continue;
    }
    for (int32_t first = 0; first < node_count; first += 64)
      for (uint64_t others = ~visited[first >> 6]; others; others &= others - 1) {
        int32_t other = first + __builtin_ctzll(others);
        if (other >= node_count) break;
        EACH(before, list_of(graph, known_by, other))
          if (visited[*before >> 6] >> (*before & 63) & 1) {
            queue[end++] = other;
            break;
          }
      }
    begin = level_end;
    for (size_t index = begin; index < end; index++) add_bit(visited, queue[index]);
  }
  memset(visited, 0, ((size_t)node_count / 64 + 1) * sizeof *visited);
  put_integer(graph, (int64_t)end);
}

static const limit_question questions[] = {
  {"get_id", "id", "irt", get_id},
  {"get_key", "k", "iit", get_key},
  {"hop1", "id", "i", hop1},
  {"hop1_in", "id", "i", hop1_in},
  {"hop1_filter", "id a", "i", hop1_filter},
  {"hop2_count", "id", "i", hop2_count},
  {"hop3_distinct", "id", "i", hop3_distinct},
  {"count_nodes", "", "i", count_nodes},
  {"count_edges", "", "i", count_edges},
  {"scan_filter", "x", "i", scan_filter},
  {"scan_filter_edge", "x", "i", scan_filter_edge},
  {"agg_group", "", "iii", agg_group},
  {"agg_edge_group", "", "iii", agg_edge_group},
  {"bfs_all", "id", "i", bfs_all},
  {NULL, NULL, NULL, NULL}};

const limit_workload limit_micro = {columns, lists, questions};
