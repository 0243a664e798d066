// Rows of an expansion that an aggregation takes as runs, one for each node they stem from: hubs,
// nodes without relationships, missing and mixed values, and what reads both ends.
UNWIND range(0, 39) AS i CREATE (:A {i: i, g: i % 3, f: i * 0.5});
//~ +nodes 40, +properties 120, +labels 40

UNWIND range(0, 299) AS j
CREATE (:B {
  j: j, n: j % 4, v: CASE WHEN j % 7 = 0 THEN null WHEN j % 5 = 0 THEN j * 0.25 ELSE j END
});
//~ +nodes 300, +properties 857, +labels 300

// Few groups, which change from row to row.
MATCH (b:B)
RETURN b.n AS g, count(*) AS n, sum(b.j) AS s, avg(b.j) AS m, max(b.j) AS high, sum(2) AS t;
//= any order
//= g | n  | s     | m     | high | t
//= 0 | 75 | 11100 | 148.0 | 296  | 150
//= 1 | 75 | 11175 | 149.0 | 297  | 150
//= 2 | 75 | 11250 | 150.0 | 298  | 150
//= 3 | 75 | 11325 | 151.0 | 299  | 150

MATCH (a:A), (b:B) WHERE a.i % 4 <> 1 AND b.j < 3 * a.i % 11 CREATE (a)-[:R {w: a.i + b.j}]->(b);
//~ +relationships 142, +properties 142

MATCH (a:A {i: 5}), (b:B) CREATE (a)-[:R {w: b.j}]->(b);
//~ +relationships 300, +properties 300

MATCH (a:A) WHERE a.i % 9 = 0 CREATE (a)-[:R {w: 1000}]->(a);
//~ +relationships 5, +properties 5

MATCH (a:A {i: 7}) REMOVE a.g;
//~ +properties 1

MATCH (a:A)-[r:R]->(b) RETURN a.g AS g, count(*) AS n, sum(b.n) AS s, sum(r.w) AS w;
//= any order
//= g    | n   | s   | w
//= 0    | 63  | 72  | 6393
//= 1    | 30  | 37  | 708
//= 2    | 344 | 504 | 45931
//= null | 10  | 13  | 115

MATCH (a:A)-[:R]->(b)
RETURN a.g AS g, sum(b.v) AS s, avg(b.n) AS m, min(b.v) AS low, max(b.v) AS high;
//= any order
//= g    | s       | m                  | low | high
//= 0    | 140.5   | 1.2413793103448276 | 1   | 9
//= 1    | 54.5    | 1.2333333333333334 | 1   | 6
//= 2    | 32921.5 | 1.4651162790697674 | 1   | 299
//= null | 34.25   | 1.3                | 1   | 9

MATCH (a:A)-[:R]->(b:B) RETURN a.g AS g, count(DISTINCT b.n) AS n, count(b.v) AS v, sum(a.f) AS f;
//= any order
//= g    | n | v   | f
//= 0    | 4 | 45  | 604.5
//= 1    | 4 | 22  | 319.5
//= 2    | 4 | 290 | 1233.5
//= null | 4 | 8   | 35.0

MATCH (a:A)-[r:R]->(b) WHERE b.n > 1 RETURN a.g AS g, count(r) AS n, sum(b.j) AS j;
//= any order
//= g    | n   | j
//= 0    | 23  | 88
//= 1    | 12  | 41
//= 2    | 167 | 22633
//= null | 4   | 18

MATCH (a:A)-[:R]->(b) WHERE a.i < 6 RETURN a.i AS i, collect(b.j)[0..4] AS some, count(b) AS n;
//= any order
//= i | some         | n
//= 0 | []           | 1
//= 2 | [0, 1, 2, 3] | 6
//= 3 | [0, 1, 2, 3] | 9
//= 4 | [0]          | 1
//= 5 | [0, 1, 2, 3] | 300

MATCH (a:A)-[:R]->(b:B) RETURN sum(b.n) AS s, sum(a.i) AS i, count(*) AS n, count(DISTINCT a) AS a;
//= any order
//= s   | i    | n   | a
//= 626 | 4385 | 442 | 28

MATCH (a:A)-[:R]-(b) RETURN a.g AS g, count(*) AS n, sum(b.n) AS s, stDev(b.n) > 1 AS d;
//= any order
//= g    | n   | s   | d
//= 0    | 63  | 72  | true
//= 1    | 30  | 37  | true
//= 2    | 344 | 504 | true
//= null | 10  | 13  | true

MATCH (a:A)-[r:R]->(b) RETURN a.g AS g, sum(a.i * b.n) AS both, percentileDisc(b.n, 0.5) AS p;
//= any order
//= g    | both | p
//= 0    | 1503 | 1
//= 1    | 775  | 1
//= 2    | 3486 | 1
//= null | 91   | 1

MATCH (a:A)-[:R]->(b)<-[:R]-(c:A) WHERE c.i < 4 RETURN a.g AS g, sum(c.i) AS s, count(*) AS n;
//= any order
//= g    | s   | n
//= 0    | 236 | 94
//= 1    | 144 | 57
//= 2    | 237 | 92
//= null | 39  | 15

MATCH (b:B)<-[:R]-(a) RETURN b.n AS n, sum(a.i) AS s, max(a.f) AS f;
//= any order
//= n | s    | f
//= 0 | 1315 | 19.5
//= 1 | 1166 | 19.5
//= 2 | 1023 | 19.5
//= 3 | 881  | 19.5

MATCH (a:A)-[r]->(b) RETURN type(r) AS t, labels(a) AS l, sum(b.n) AS s;
//= any order
//= t   | l     | s
//= 'R' | ['A'] | 626

MATCH (a:A)-[r:R]->(b) WITH a, sum(r.w) AS w, count(*) AS n WHERE n > 20 RETURN a.i AS i, w, n;
//= any order
//= i | w     | n
//= 5 | 44850 | 300
