CREATE (a:A {k: 1})-[:T]->(b:B {k: 2})-[:T]->(c:B {k: 3}), (d:A {k: 4});
//~ +nodes 4, +relationships 2, +properties 4, +labels 4

// A subquery that begins with a scan by label.
RETURN COUNT { (n:B) } AS b, EXISTS { (n:A {k: 4}) } AS a, COLLECT { MATCH (n:B) RETURN n.k ORDER BY n.k } AS ks;
//= any order
//= b | a    | ks
//= 2 | true | [2, 3]

MATCH (a:A)
RETURN a.k AS k, EXISTS { (a)-->(:B) } AS exists, COUNT { (a)-[*]->() } AS reached ORDER BY k;
//= in order
//= k | exists | reached
//= 1 | true   | 2
//= 4 | false  | 0

// In every place of an expression: aggregates, conditions, sort keys, lists.
MATCH (a:A) RETURN sum(COUNT { (a)-->() }) AS sum, collect(EXISTS { MATCH (x:B) WHERE x.k > a.k }) AS any;
//= any order
//= sum | any
//= 1   | [true, false]

MATCH (n) WHERE COUNT { (n)--() } = 1 RETURN n.k AS k ORDER BY COUNT { (n)-->() } DESC, k;
//= in order
//= k
//= 1
//= 3

MATCH (a:A {k: 1})
RETURN [x IN [1, 2, 3] WHERE EXISTS { (n:B) WHERE n.k = x } | COUNT { (n) WHERE n.k <= x }] AS counts;
//= any order
//= counts
//= [2, 3]

// A subquery in a subquery sees the variables of both.
MATCH (a:A)
WHERE EXISTS { (a)-->(b) WHERE EXISTS { (b)-->(c) WHERE c.k = a.k + 2 } }
RETURN a.k AS k;
//= any order
//= k
//= 1

// A whole query, with aggregation inside, WITH and UNION.
MATCH (a:A)
RETURN a.k AS k, EXISTS { MATCH (a)-[*]->(x) WITH count(x) AS n WHERE n = 2 RETURN n } AS two ORDER BY k;
//= in order
//= k | two
//= 1 | true
//= 4 | false

MATCH (a:A {k: 1})
RETURN COLLECT { MATCH (a)-->(x) RETURN x.k AS k UNION ALL MATCH (a)-->()-->(x) RETURN x.k AS k } AS ks,
  COUNT { MATCH (x:A) RETURN x UNION MATCH (x:B) RETURN x } AS nodes;
//= any order
//= ks     | nodes
//= [2, 3] | 4

// COLLECT keeps nulls, collect() drops them.
MATCH (a:A {k: 1}) RETURN COLLECT { MATCH (x) RETURN x.missing } AS all,
  COLLECT { MATCH (x:None) RETURN x } AS none;
//= any order
//= all                      | none
//= [null, null, null, null] | []
//? 1:56 UnknownPropertyKey
//? 2:22 UnknownLabel

// A variable of the subquery is not seen outside.
MATCH (a) WHERE EXISTS { (a)-->(b) } RETURN b;
//! 1:45 SyntaxError compile time UndefinedVariable

// No writing inside of an expression.
RETURN EXISTS { CREATE (n) };
//! 1:17 SyntaxError compile time

// Of a null node nothing is matched.
OPTIONAL MATCH (a:A {k: 100})
RETURN EXISTS { (a)-->() } AS exists, COUNT { (a)-->() } AS count, [(a)-->(b) | b] AS list;
//= any order
//= exists | count | list
//= false  | 0     | []

// Pattern comprehension.
MATCH (a) RETURN a.k AS k, [(a)-->(b:B) WHERE b.k > 2 | b.k] AS ks, size([p = (a)-[*]->() | p]) AS paths ORDER BY k;
//= in order
//= k | ks  | paths
//= 1 | []  | 2
//= 2 | [3] | 1
//= 3 | []  | 0
//= 4 | []  | 0
