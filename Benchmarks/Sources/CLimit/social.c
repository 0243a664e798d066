/* The questions of the social graph. Every person lives in one city, and so on upwards. */
#include "graph.h"

enum {
  name, gender, age, city_city, city_state, city_country, state_state, state_country,
  country_country, interest_interest
};
static const char *const columns[] = {
  "person.name", "person.gender", "person.age", "city.city", "city.state", "city.country",
  "state.state", "state.country", "country.country", "interest.interest", NULL};

enum {
  follows, followers, lives_in, inhabitants, city_in, cities, state_in, states, interests, fans,
  cities_of_name
};
static const char *const lists[] = {
  "follows", "follows by target", "lives_in", "lives_in by target", "city_in", "city_in by target",
  "state_in", "state_in by target", "has_interest", "has_interest by target", "city.city", NULL};

/* The persons with the most followers. */
static ranking most_followed(const limit_graph *graph, int limit) {
  ranking best = {.limit = limit};
  const uint32_t *offsets = graph->lists[followers].offsets;
  uint32_t needed = 0;
  for (uint32_t person = 0; person < graph->lists[followers].count; person++) {
    uint32_t count = offsets[person + 1] - offsets[person];
    // No one without followers is in an answer.
    if (count <= needed) continue;
    rank_row(&best, -(double)count, (int32_t)person);
    if (best.count == limit) needed = (uint32_t)-best.rows[limit - 1].rank;
  }
  return best;
}

static void q1(limit_graph *graph) {
  ranking best = most_followed(graph, 3);
  for (int place = 0; place < best.count; place++) {
    put_key(graph, name, best.rows[place].row);
    put_text(graph, name, best.rows[place].row);
    put_integer(graph, (int64_t)-best.rows[place].rank);
  }
}

static void q2(limit_graph *graph) {
  ranking best = most_followed(graph, 1);
  if (best.count == 0) return;
  int32_t person = best.rows[0].row, city = only(graph, lives_in, person);
  put_text(graph, name, person);
  put_integer(graph, (int64_t)-best.rows[0].rank);
  put_text(graph, city_city, city);
  put_text(graph, city_state, city);
  put_text(graph, city_country, city);
}

static void q3(limit_graph *graph) {
  int32_t country = find_text(graph, country_country, 0);
  if (country < 0) return;
  const int32_t *ages = graph->columns[age].integers;
  ranking best = {.limit = 5};
  EACH(state, list_of(graph, states, country)) EACH(city, list_of(graph, cities, *state)) {
    if (degree(graph, inhabitants, *city) == 0) continue;
    int64_t sum = 0;
    EACH(person, list_of(graph, inhabitants, *city)) sum += ages[*person];
    rank_row(&best, (double)sum / degree(graph, inhabitants, *city), *city);
  }
  for (int place = 0; place < best.count; place++) {
    put_key(graph, city_city, best.rows[place].row);
    put_text(graph, city_city, best.rows[place].row);
    put_real(graph, best.rows[place].rank);
  }
}

static void q4(limit_graph *graph) {
  int64_t low = integer_parameter(graph, 0), high = integer_parameter(graph, 1);
  const int32_t *ages = graph->columns[age].integers;
  ranking best = {.limit = 3, .text = &graph->columns[country_country]};
  for (uint32_t city = 0; city < graph->lists[inhabitants].count; city++) {
    int32_t count = 0;
    EACH(person, list_of(graph, inhabitants, (int32_t)city))
      count += (ages[*person] >= low) & (ages[*person] <= high);
    if (count) graph->counts[only(graph, state_in, only(graph, city_in, (int32_t)city))] += count;
  }
  for (uint32_t country = 0; country < graph->lists[states].count; country++) {
    if (graph->counts[country]) rank_row(&best, -graph->counts[country], (int32_t)country);
    graph->counts[country] = 0;
  }
  for (int place = 0; place < best.count; place++) {
    put_text(graph, country_country, best.rows[place].row);
    put_integer(graph, (int64_t)-best.rows[place].rank);
  }
}

static void q5(limit_graph *graph) {
  int32_t liked = find_text_in_any_case(graph, interest_interest, 0);
  int32_t wanted = find_text_in_any_case(graph, gender, 1);
  int32_t city_name = find_text(graph, city_city, 2);
  const char *country = graph->parameters[3].text;
  const int32_t *genders = graph->columns[gender].integers;
  int64_t count = 0;
  if (liked >= 0 && wanted >= 0 && city_name >= 0)
    EACH(city, list_of(graph, cities_of_name, city_name)) {
      if (strcmp(text_of(&graph->columns[city_country], *city), country)) continue;
      EACH(person, list_of(graph, inhabitants, *city)) {
        if (genders[*person] != wanted) continue;
        EACH(interest, list_of(graph, interests, *person)) count += *interest == liked;
      }
    }
  put_integer(graph, count);
}

/* Notes that there is one more of `row`, and what rows there are. */
static inline int count_row(limit_graph *graph, int32_t row, int counted) {
  graph->queue[counted] = row;
  return counted + (graph->counts[row]++ == 0);
}

/* The first of the rows that were counted, which starts the counts anew. */
static void rank_counts(limit_graph *graph, int counted, ranking *best) {
  for (int index = 0; index < counted; index++) {
    int32_t row = graph->queue[index];
    rank_row(best, -graph->counts[row], row);
    graph->counts[row] = 0;
  }
}

static void q6(limit_graph *graph) {
  int32_t wanted = find_text_in_any_case(graph, gender, 0);
  int32_t liked = find_text_in_any_case(graph, interest_interest, 1);
  if (wanted < 0 || liked < 0) return;
  int counted = 0;
  EACH(person, list_of(graph, fans, liked))
    if (graph->columns[gender].integers[*person] == wanted)
      counted = count_row(graph, only(graph, lives_in, *person), counted);
  ranking best = {.limit = 5};
  rank_counts(graph, counted, &best);
  for (int place = 0; place < best.count; place++) {
    int32_t city = best.rows[place].row;
    put_integer(graph, (int64_t)-best.rows[place].rank);
    put_key(graph, city_city, city);
    put_text(graph, city_city, city);
    put_text(graph, city_country, city);
  }
}

static void q7(limit_graph *graph) {
  int64_t low = integer_parameter(graph, 0), high = integer_parameter(graph, 1);
  int32_t country = find_text(graph, country_country, 2);
  int32_t liked = find_text_in_any_case(graph, interest_interest, 3);
  if (country < 0 || liked < 0) return;
  int counted = 0;
  EACH(person, list_of(graph, fans, liked)) {
    int32_t years = graph->columns[age].integers[*person];
    if (years < low || years > high) continue;
    int32_t state = only(graph, city_in, only(graph, lives_in, *person));
    if (only(graph, state_in, state) == country) counted = count_row(graph, state, counted);
  }
  ranking best = {.limit = 1, .text = &graph->columns[state_state]};
  rank_counts(graph, counted, &best);
  if (best.count == 0) return;
  put_integer(graph, (int64_t)-best.rows[0].rank);
  put_text(graph, state_state, best.rows[0].row);
  put_text(graph, state_country, best.rows[0].row);
}

static void q8(limit_graph *graph) {
  const uint32_t *in = graph->lists[followers].offsets, *out = graph->lists[follows].offsets;
  uint64_t count = 0;
  for (uint32_t person = 0; person < graph->lists[follows].count; person++)
    count += (uint64_t)(in[person + 1] - in[person]) * (out[person + 1] - out[person]);
  put_integer(graph, (int64_t)count);
}

static void q9(limit_graph *graph) {
  int64_t below = integer_parameter(graph, 0), above = integer_parameter(graph, 1);
  const int32_t *ages = graph->columns[age].integers;
  uint32_t person_count = graph->lists[follows].count;
  for (uint32_t person = 0; person < person_count; person++)
    graph->bytes[person] = ages[person] > above;
  uint64_t count = 0;
  for (uint32_t person = 0; person < person_count; person++) {
    uint32_t paths = 0;
    if (ages[person] >= below || degree(graph, followers, (int32_t)person) == 0) continue;
    EACH(followed, list_of(graph, follows, (int32_t)person)) paths += graph->bytes[*followed];
    count += (uint64_t)paths * degree(graph, followers, (int32_t)person);
  }
  put_integer(graph, (int64_t)count);
}

/* Whom a person follows is marked; then the marks in the lists of those are counted. */
static void tri(limit_graph *graph) {
  uint32_t person_count = graph->lists[follows].count;
  memset(graph->bytes, 0, person_count);
  uint64_t count = 0;
  for (uint32_t person = 0; person < person_count; person++) {
    span followed = list_of(graph, follows, (int32_t)person);
    EACH(one, followed) graph->bytes[*one] = 1;
    EACH(one, followed)
      EACH(other, list_of(graph, follows, *one)) count += graph->bytes[*other];
    EACH(one, followed) graph->bytes[*one] = 0;
  }
  put_integer(graph, (int64_t)count);
}

static void is1(limit_graph *graph) {
  int32_t person = find_key(graph, name, 0);
  if (person < 0) return;
  int32_t city = only(graph, lives_in, person);
  put_text(graph, name, person);
  put_text(graph, gender, person);
  put_value(graph, age, person);
  put_text(graph, city_city, city);
  put_text(graph, city_country, city);
}

static void is3(limit_graph *graph) {
  int32_t person = find_key(graph, name, 0);
  if (person < 0) return;
  EACH(followed, list_of(graph, follows, person)) {
    put_key(graph, name, *followed);
    put_text(graph, name, *followed);
    put_value(graph, age, *followed);
  }
}

static const limit_question questions[] = {
  {"q1", "", "iti", q1},
  {"q2", "", "tittt", q2},
  {"q3", "country", "itr", q3},
  {"q4", "lo hi", "ti", q4},
  {"q5", "interest gender city country", "i", q5},
  {"q6", "gender interest", "iitt", q6},
  {"q7", "lo hi country interest", "itt", q7},
  {"q8", "", "i", q8},
  {"q9", "a1 a2", "i", q9},
  {"tri", "", "i", tri},
  {"is1", "id", "ttitt", is1},
  {"is3", "id", "iti", is3},
  {NULL, NULL, NULL, NULL}};

const limit_workload limit_social = {columns, lists, questions};
