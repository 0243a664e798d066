// Over nothing.
UNWIND [] AS x RETURN count(*) AS all, count(x) AS c, sum(x) AS s, avg(x) AS a, min(x) AS mi, max(x) AS ma,
  collect(x) AS l, stDev(x) AS sd, stDevP(x) AS sp, percentileCont(x, 0.5) AS pc, percentileDisc(x, 0.5) AS pd;
//= any order
//= all | c | s | a    | mi   | ma   | l  | sd  | sp  | pc   | pd
//= 0   | 0 | 0 | null | null | null | [] | 0.0 | 0.0 | null | null

// With a grouping key there is no group of nothing.
UNWIND [] AS x RETURN x, count(*) AS all;
//= no rows

// Over nulls only.
UNWIND [null, null] AS x RETURN count(*) AS all, count(x) AS c, sum(x) AS s, avg(x) AS a, max(x) AS m, collect(x) AS l;
//= any order
//= all | c | s | a    | m    | l
//= 2   | 0 | 0 | null | null | []

UNWIND [1, 2, 3, 4] AS x RETURN sum(x) AS s, avg(x) AS a, min(x) AS mi, max(x) AS ma, collect(x) AS l;
//= any order
//= s  | a   | mi | ma | l
//= 10 | 2.5 | 1  | 4  | [1, 2, 3, 4]

UNWIND [1, 2.5] AS x RETURN sum(x) AS s, avg(x) AS a;
//= any order
//= s   | a
//= 3.5 | 1.75

// stDev divides by n - 1, stDevP by n.
UNWIND [2, 4, 4, 4, 5, 5, 7, 9] AS x RETURN stDevP(x) AS p, round(stDev(x), 6) AS s;
//= any order
//= p   | s
//= 2.0 | 2.13809

UNWIND [5] AS x RETURN stDev(x) AS s, stDevP(x) AS p;
//= any order
//= s   | p
//= 0.0 | 0.0

// percentileCont interpolates, percentileDisc takes a value that is there.
UNWIND [10, 20, 30, 40] AS x
RETURN percentileCont(x, 0) AS a, percentileCont(x, 0.5) AS b, percentileCont(x, 0.4) AS c, percentileCont(x, 1) AS d,
  percentileDisc(x, 0) AS e, percentileDisc(x, 0.5) AS f, percentileDisc(x, 0.6) AS g, percentileDisc(x, 1) AS h;
//= any order
//= a    | b    | c    | d    | e  | f  | g  | h
//= 10.0 | 25.0 | 22.0 | 40.0 | 10 | 20 | 30 | 40

UNWIND [1, 2] AS x RETURN percentileCont(x, 1.5);
//! 1:27 ArgumentError runtime NumberOutOfRange

UNWIND [3, 1, null, 2] AS x RETURN percentileDisc(x, 0.5) AS p;
//= any order
//= p
//= 2

// Several levels of keys.
UNWIND [{g: 'a', v: 1}, {g: 'b', v: 2}, {g: 'a', v: 3}, {g: null, v: 4}] AS r
RETURN r.g AS g, sum(r.v) AS s, count(*) * 10 + sum(r.v) AS mixed ORDER BY g;
//= in order
//= g    | s | mixed
//= 'a'  | 4 | 24
//= 'b'  | 2 | 12
//= null | 4 | 14

// Aggregates of aggregates need WITH.
UNWIND [1, 1, 2] AS x WITH x, count(*) AS c RETURN max(c) AS m;
//= any order
//= m
//= 2

UNWIND [1] AS x RETURN sum(count(x));
//! 1:28 SyntaxError compile time NestedAggregation

UNWIND [1] AS x WITH x WHERE count(x) > 0 RETURN x;
//! 1:30 SyntaxError compile time InvalidAggregation

// A key inside of an aggregating expression must be projected.
UNWIND [1, 2] AS x WITH x AS y, 3 AS z RETURN y + count(*) AS c;
//! 1:47 SyntaxError compile time AmbiguousAggregationExpression

UNWIND [1, 2] AS x RETURN x, x + count(*) AS c ORDER BY x;
//= in order
//= x | c
//= 1 | 2
//= 2 | 3

// Durations.
UNWIND [duration('P1D'), duration('PT12H')] AS d RETURN sum(d) AS s;
//= any order
//= s
//= P1DT12H

UNWIND ['a', 1] AS x RETURN sum(x);
//! 1:29 TypeError runtime InvalidArgumentValue

// min and max of text, of lists, of dates.
UNWIND ['b', 'a', 'c'] AS x RETURN min(x) AS mi, max(x) AS ma;
//= any order
//= mi  | ma
//= 'a' | 'c'

UNWIND [[1, 2], [1], [0, 9]] AS x RETURN min(x) AS mi, max(x) AS ma;
//= any order
//= mi     | ma
//= [0, 9] | [1, 2]

UNWIND [date('2020-01-02'), date('2020-01-01')] AS x RETURN min(x) AS mi, max(x) AS ma;
//= any order
//= mi         | ma
//= 2020-01-01 | 2020-01-02

// collect of maps and lists, in the order of the rows.
UNWIND range(1, 3) AS i RETURN collect({i: i}) AS maps, collect([i]) AS lists;
//= any order
//= maps                     | lists
//= [{i: 1}, {i: 2}, {i: 3}] | [[1], [2], [3]]

// count(*) of a pattern that is only counted.
CREATE (a:H), (a)-[:T]->(:H), (a)-[:T]->(:H), (:H);
//~ +nodes 4, +relationships 2, +labels 4

MATCH (a:H), (b:H) RETURN count(*) AS pairs;
//= any order
//= pairs
//= 16

MATCH (a:H)-[r]-(b) RETURN count(*) AS rows, count(DISTINCT a) AS as_, count(DISTINCT r) AS rs, count(b) AS bs;
//= any order
//= rows | as_ | rs | bs
//= 4    | 3   | 2  | 4

MATCH (a:H) RETURN count(a) AS c, count(a.none) AS none, count(*) AS rows;
//= any order
//= c | none | rows
//= 4 | 0    | 4
//? 1:43 UnknownPropertyKey
