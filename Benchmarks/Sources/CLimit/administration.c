/* The questions of the administrative graph. A unit has at most one that it is part of. */
#include "graph.h"

enum {
  unit_code, unit_name, level, official_name, name_fold, number, predicate, value, date, text,
  implemented_date, progress, title, from_date, to_date, position
};
static const char *const columns[] = {
  "unit.code", "unit.name", "unit.level", "official.name", "official.name_fold", "document.number",
  "fact.pred", "fact.value", "fact.date", "para.text", "implements.date by target",
  "implements.progress by target", "holds_post.title by target", "holds_post.from_date by target",
  "holds_post.to_date by target", "cites.pos", NULL};

enum {
  part_of, committees, holders, concretizes, concretizers, implements, implementers, campaigns,
  facts_of_unit, facts_of_official, cites, officials_of_name, neighbours
};
static const char *const lists[] = {
  "part_of", "committee_of by target", "holds_post by target", "concretizes",
  "concretizes by target", "implements", "implements by target", "run_in by target",
  "has_fact_unit", "has_fact_official", "cites", "official.name_fold", "neighbours", NULL};

static inline int32_t level_of(const limit_graph *graph, int32_t unit) {
  return graph->columns[level].integers[unit];
}

/* Sorts the first places of the queue, which are those of implementations by target, by the units'
   codes: at once where they stand so already. */
static void sort_by_code(limit_graph *graph, int count) {
  const limit_column *codes = &graph->columns[unit_code];
  const int32_t *units = graph->lists[implementers].rows;
  for (int next = 1; next < count; next++) {
    int32_t moved = graph->queue[next];
    const char *code = text_of(codes, units[moved]);
    int place = next;
    for (; place > 0; place--) {
      int32_t before = graph->queue[place - 1];
      if (strcmp(text_of(codes, units[before]), code) <= 0) break;
      graph->queue[place] = before;
    }
    graph->queue[place] = moved;
  }
}

static void impl(limit_graph *graph) {
  int32_t document = find_text(graph, number, 0);
  if (document < 0) return;
  const int32_t *units = graph->lists[implementers].rows;
  int count = 0;
  EACH_PLACE(place, graph, implementers, document) {
    graph->queue[count] = (int32_t)place;
    count += level_of(graph, units[place]) == 2;
  }
  sort_by_code(graph, count);
  for (int index = 0; index < count; index++) {
    int32_t place = graph->queue[index];
    put_text(graph, unit_code, units[place]);
    put_text(graph, unit_name, units[place]);
    put_value(graph, implemented_date, place);
    put_value(graph, progress, place);
  }
}

/* Documents in up to six steps over `lists`, each document reached by one path: the graph of what
   concretizes what is a forest. */
static void chain(limit_graph *graph, int lists) {
  int32_t document = find_text(graph, number, 0);
  if (document < 0) return;
  int32_t *queue = graph->queue;
  size_t begin = 0, end = 1;
  queue[0] = document;
  for (int length = 1; length <= 6 && begin < end; length++)
    for (size_t level_end = end; begin < level_end; begin++)
      EACH(next, list_of(graph, lists, queue[begin])) {
        queue[end++] = *next;
        put_text(graph, number, *next);
        put_integer(graph, length);
      }
}

static void chain_down(limit_graph *graph) { chain(graph, concretizers); }
static void chain_up(limit_graph *graph) { chain(graph, concretizes); }

static void officials_at(limit_graph *graph) {
  int32_t unit = find_text(graph, unit_code, 0);
  int64_t day = integer_parameter(graph, 1);
  if (unit < 0) return;
  const int32_t *from = graph->columns[from_date].integers, *to = graph->columns[to_date].integers;
  EACH(committee, list_of(graph, committees, unit))
    EACH_PLACE(place, graph, holders, *committee) {
      if (from[place] > day || to[place] <= day) continue;
      int32_t official = graph->lists[holders].rows[place];
      put_key(graph, official_name, official);
      put_text(graph, official_name, official);
      put_text(graph, title, (int32_t)place);
      put_integer(graph, from[place]);
    }
}

/* Both lists are sorted: where they meet. */
static void impl_both(limit_graph *graph) {
  int32_t some = find_text(graph, number, 0), other = find_text(graph, number, 1);
  if (some < 0 || other < 0) return;
  const limit_lists *all = &graph->lists[implementers];
  uint32_t place = all->offsets[some], end = all->offsets[some + 1];
  uint32_t other_place = all->offsets[other], other_end = all->offsets[other + 1];
  int count = 0;
  while (place < end && other_place < other_end) {
    int32_t unit = all->rows[place], other_unit = all->rows[other_place];
    graph->queue[count] = (int32_t)place;
    count += (unit == other_unit) && level_of(graph, unit) == 2;
    place += unit <= other_unit;
    other_place += other_unit <= unit;
  }
  sort_by_code(graph, count);
  for (int index = 0; index < count; index++)
    put_text(graph, unit_code, all->rows[graph->queue[index]]);
}

static void camp_by_prov(limit_graph *graph) {
  uint32_t unit_count = graph->lists[campaigns].count;
  for (uint32_t unit = 0; unit < unit_count; unit++) {
    int32_t count = (int32_t)degree(graph, campaigns, (int32_t)unit), above = (int32_t)unit;
    for (int steps = 0; steps < 2 && level_of(graph, above) != 1; steps++) {
      if (degree(graph, part_of, above) == 0) break;
      above = only(graph, part_of, above);
    }
    if (level_of(graph, above) == 1) graph->counts[above] += count;
  }
  ranking best = {.limit = 10, .text = &graph->columns[unit_code]};
  for (uint32_t unit = 0; unit < unit_count; unit++) {
    if (graph->counts[unit]) rank_row(&best, -graph->counts[unit], (int32_t)unit);
    graph->counts[unit] = 0;
  }
  for (int place = 0; place < best.count; place++) {
    put_text(graph, unit_code, best.rows[place].row);
    put_text(graph, unit_name, best.rows[place].row);
    put_integer(graph, (int64_t)-best.rows[place].rank);
  }
}

/* A search from both ends, a whole level of the smaller one at a time. */
static void spath(limit_graph *graph) {
  struct {
    int32_t *queue;
    size_t begin, end;
    uint32_t mark;
  } sides[2] = {
    {graph->queue, 0, 1, graph->next_mark}, {graph->other_queue, 0, 1, graph->next_mark + 1}};
  graph->next_mark += 2;
  for (int side = 0; side < 2; side++) {
    int64_t node = integer_parameter(graph, side) - 1;
    if (node < 0 || node >= graph->lists[neighbours].count) return;
    sides[side].queue[0] = (int32_t)node;
    graph->marks[node] = sides[side].mark;
  }
  uint32_t *marks = graph->marks;
  for (int length = 1; length <= 8; length++) {
    int near = sides[0].end - sides[0].begin > sides[1].end - sides[1].begin;
    int32_t *queue = sides[near].queue;
    uint32_t mine = sides[near].mark, others = sides[!near].mark;
    size_t begin = sides[near].begin, level_end = sides[near].end, end = level_end;
    for (; begin < level_end; begin++)
      EACH(next, list_of(graph, neighbours, queue[begin])) {
        uint32_t mark = marks[*next];
        if (mark == others) {
          put_integer(graph, length);
          return;
        }
        marks[*next] = mine;
        queue[end] = *next;
        end += mark != mine;
      }
    sides[near].begin = level_end;
    sides[near].end = end;
  }
}

static void top_directives(limit_graph *graph) {
  int32_t *counts = graph->counts;
  for (uint32_t unit = 0; unit < graph->lists[implements].count; unit++)
    if (level_of(graph, (int32_t)unit) == 2)
      EACH(document, list_of(graph, implements, (int32_t)unit)) counts[*document]++;
  ranking best = {.limit = 20, .text = &graph->columns[number]};
  for (uint32_t document = 0; document < graph->lists[implementers].count; document++) {
    if (counts[document]) rank_row(&best, -counts[document], (int32_t)document);
    counts[document] = 0;
  }
  for (int place = 0; place < best.count; place++) {
    put_text(graph, number, best.rows[place].row);
    put_integer(graph, (int64_t)-best.rows[place].rank);
  }
}

static void name_prefix(limit_graph *graph) {
  const limit_column *names = &graph->columns[name_fold];
  const char *prefix = graph->parameters[0].text;
  size_t size = graph->parameters[0].size;
  int count = 0;
  for (uint32_t name = first_text(names, prefix); name < names->text_count; name++) {
    if (strncmp(text_number(names, name), prefix, size)) return;
    EACH(official, list_of(graph, officials_of_name, (int32_t)name)) {
      if (count++ == 20) return;
      put_key(graph, official_name, *official);
      put_text(graph, official_name, *official);
      put_text(graph, name_fold, *official);
    }
  }
}

static void name_eq(limit_graph *graph) {
  int32_t name = find_text(graph, name_fold, 0);
  if (name < 0) return;
  EACH(official, list_of(graph, officials_of_name, name)) {
    put_key(graph, official_name, *official);
    put_text(graph, official_name, *official);
  }
}

static void facts(limit_graph *graph, int lists, int32_t subject) {
  if (subject < 0) return;
  EACH(fact, list_of(graph, lists, subject))
    EACH_PLACE(place, graph, cites, *fact) {
      int32_t paragraph = graph->lists[cites].rows[place];
      put_key(graph, predicate, *fact);
      put_text(graph, predicate, *fact);
      put_text(graph, value, *fact);
      put_value(graph, date, *fact);
      put_value(graph, position, (int32_t)place);
      put_key(graph, text, paragraph);
      put_text(graph, text, paragraph);
    }
}

static void facts_official(limit_graph *graph) {
  facts(graph, facts_of_official, find_key(graph, official_name, 0));
}

static void facts_unit(limit_graph *graph) {
  facts(graph, facts_of_unit, find_text(graph, unit_code, 0));
}

static const limit_question questions[] = {
  {"impl", "n", "ttii", impl},
  {"chain_down", "n", "ti", chain_down},
  {"chain_up", "n", "ti", chain_up},
  {"officials_at", "c d", "itti", officials_at},
  {"impl_both", "x y", "t", impl_both},
  {"camp_by_prov", "", "tti", camp_by_prov},
  {"spath", "a b", "i", spath},
  {"top_directives", "", "ti", top_directives},
  {"name_prefix", "p", "itt", name_prefix},
  {"name_eq", "p", "it", name_eq},
  {"facts_official", "g", "ittiiit", facts_official},
  {"facts_unit", "g", "ittiiit", facts_unit},
  {NULL, NULL, NULL, NULL}};

const limit_workload limit_administration = {columns, lists, questions};
