// Rows that other engines are known to lose, to double or to make up.
CREATE (:P {name: 'a', age: 30})-[:W {since: 1}]->(c:C {name: 'c'})-[:L]->(:M {name: 'm'}),
  (:P {name: 'b'})-[:W {since: 2}]->(c), (:P {name: 'd'});
//~ +nodes 5, +relationships 3, +properties 8, +labels 5

// A path that is matched already does not double the rows of OPTIONAL MATCH.
MATCH (p:P {age: 30})-[:W]->(c:C) OPTIONAL MATCH (c)-[:L]->(m:M)
RETURN p.name AS p, c.name AS c, m.name AS m LIMIT 3;
//= any order
//= p   | c   | m
//= 'a' | 'c' | 'm'

// Labels of the far end are part of the optional pattern.
MATCH (p:P) OPTIONAL MATCH (p)-[:W]->(x:M) RETURN p.name AS p, x ORDER BY p;
//= in order
//= p   | x
//= 'a' | null
//= 'b' | null
//= 'd' | null

// A variable that is null fails the whole pattern, its other parts too.
MATCH (m:M) OPTIONAL MATCH (m)-[:NONE]->(b) OPTIONAL MATCH (b), (x:P) RETURN count(*) AS rows, x;
//= any order
//= rows | x
//= 1    | null
//? 1:34 UnknownRelationshipType

// MATCH after OPTIONAL MATCH drops the rows without a match.
MATCH (p:P) OPTIONAL MATCH (p)-[:W]->(c) MATCH (c)-[:L]->(m) RETURN p.name AS p ORDER BY p;
//= in order
//= p
//= 'a'
//= 'b'

// Relationships are new within one clause, not across clauses.
MATCH (x)<-[:W]-(n)-[:W]->(y) RETURN count(*) AS rows;
//= any order
//= rows
//= 0

MATCH (n)-[:W]->(x) MATCH (n)-[:W]->(y) RETURN count(*) AS rows;
//= any order
//= rows
//= 2

MATCH (n0)<-[m0]-(n1)-[m1]->(n2) WITH n0 OPTIONAL MATCH (n0)<-[m2]-(n1)-[m3]->(n2)
RETURN count(*) AS rows;
//= any order
//= rows
//= 0

// A pattern that names one relationship between two known nodes finds that relationship alone.
MATCH (n0)-[r0]->(n1) WHERE n0.name = 'a' AND n1.name = 'c'
OPTIONAL MATCH (n0 {name: 'a'})-[r]->(n1 {name: 'c'}), (n2)-[r10]->(n3)-[r11]->(n4)
RETURN r.since AS since, n2.name AS n2;
//= any order
//= since | n2
//= 1     | 'b'

// Both ends of an undirected pattern, once each; a relationship is not walked back.
MATCH (a)--(b)--(c) RETURN DISTINCT a.name AS a ORDER BY a;
//= in order
//= a
//= 'a'
//= 'b'
//= 'm'

// count(*) does not need a variable; null rows count for it alone.
MATCH (:P) RETURN count(*) AS rows;
//= any order
//= rows
//= 3

OPTIONAL MATCH (c:P)-[:L]-() WHERE c IS NOT NULL RETURN count(*) AS rows, count(c) AS found;
//= any order
//= rows | found
//= 1    | 0

MATCH () MATCH () RETURN count(*) AS rows;
//= any order
//= rows
//= 25

// A relationship counts once a direction, whatever is made of it.
MATCH ()-[a]-() RETURN count(a) AS all, count(id(a)) AS ids, count(DISTINCT a) AS different;
//= any order
//= all | ids | different
//= 6   | 6   | 3

// WHERE null keeps the row of OPTIONAL MATCH; as the condition of WITH it drops it.
OPTIONAL MATCH (n:P)-[:L]-(m) WHERE null RETURN 1 AS one;
//= any order
//= one
//= 1

OPTIONAL MATCH (n:P)-[:L]-(m) WITH * WHERE null RETURN 1 AS one;
//= no rows

// An OPTIONAL MATCH whose condition is false leaves the rows as they are.
UNWIND ['x'] AS u OPTIONAL MATCH ()-[r:W]->() OPTIONAL MATCH (n) WHERE false
RETURN u, r.since AS since, n ORDER BY since;
//= in order
//= u   | since | n
//= 'x' | 1     | null
//= 'x' | 2     | null

OPTIONAL MATCH (a:P) WHERE COUNT { UNWIND [] AS x RETURN x } >= 0
OPTIONAL MATCH (b:P {name: 'none'}) RETURN count(*) AS rows, count(a) AS bound, count(b) AS none;
//= any order
//= rows | bound | none
//= 3    | 3     | 0

// Pagination of grouped rows with several columns.
MATCH (p:P) OPTIONAL MATCH (p)-[:W]->(c:C) WITH p, count(c) AS c ORDER BY p.name SKIP 1 LIMIT 2
RETURN p.name AS p, c ORDER BY p;
//= in order
//= p   | c
//= 'b' | 1
//= 'd' | 0

UNWIND [3, 2, 1] AS x WITH x, x + 10 AS y ORDER BY x DESC SKIP 1 LIMIT 2 RETURN x, y ORDER BY x;
//= in order
//= x | y
//= 1 | 11
//= 2 | 12

// ORDER BY does not change how many rows there are; DISTINCT comes before LIMIT.
MATCH (p:P)-[:W]->(c)-[:L]->() RETURN DISTINCT c.name AS c ORDER BY c LIMIT 2;
//= in order
//= c
//= 'c'

MATCH (x)-[:W]->(:C) RETURN DISTINCT x.name AS x ORDER BY x LIMIT 2;
//= in order
//= x
//= 'a'
//= 'b'

// The end of a path stays the same under LIMIT.
MATCH (a)-[*1..1]->(b) OPTIONAL MATCH (b)-[r]->(m:M) RETURN a.name AS a, b.name AS b, count(m) AS m
ORDER BY a LIMIT 2;
//= in order
//= a   | b   | m
//= 'a' | 'c' | 1
//= 'b' | 'c' | 1

// A variable is the same node in every part; a label said again changes nothing.
MATCH (a), (a)-[]->(b) RETURN count(a) AS rows;
//= any order
//= rows
//= 3

MATCH (p:P)-[]->(c), (p)-[]->(c:C) RETURN count(*) AS rows;
//= any order
//= rows
//= 0

MATCH (a)-[*1..2]->(b:M) WHERE a:P RETURN count(*) AS rows
UNION ALL
MATCH (a)-[*1]->(b:M) WHERE a:P RETURN count(*) AS rows
UNION ALL
MATCH (a)-[]->()-[]->(b:M) WHERE a:P RETURN count(*) AS rows;
//= any order
//= rows
//= 2
//= 0
//= 2

// A relationship of variable length is a list; it does not become one of its elements.
MATCH (:P {age: 30})-[e:W*0..1]->()-[f:L]->(:M) WHERE size(e) + size(type(f)) > 0
RETURN size(e) AS size;
//= any order
//= size
//= 1

// An empty range of lengths with a condition that is never true.
MATCH (a:M)-[e*0..0]->(b) WHERE 0.98 = 87 RETURN a;
//= no rows

// A condition on a pattern's far part inside of NOT.
MATCH (p:P) OPTIONAL MATCH (p)--(c:C) WHERE NOT (p)--(c)--(:P) RETURN p.name AS p, c ORDER BY p;
//= in order
//= p   | c
//= 'a' | null
//= 'b' | null
//= 'd' | null

// IS NOT NULL binds tighter than the comparison: this compares 1 with true.
MATCH (n:P) WHERE 1 = 1 IS NOT NULL RETURN count(*) AS rows;
//= any order
//= rows
//= 0

MATCH (n:P) WHERE (1 = 1) IS NOT NULL RETURN count(*) AS rows;
//= any order
//= rows
//= 3

MATCH (n) WHERE n.age IS NULL AND n.age IS NOT NULL RETURN count(*) AS rows;
//= any order
//= rows
//= 0

MATCH (a) WHERE a.age = 30 OR a.name = 'c' RETURN count(*) AS rows;
//= any order
//= rows
//= 2

// A value computed in WITH is the same in WHERE and in RETURN.
UNWIND [1.5, -2.25] AS x WITH -x AS p, x < x AS q WITH p % 2 AS p, q WHERE p < 1 AND NOT q
RETURN p;
//= any order
//= p
//= -1.5
//= 0.25

// LIMIT inside of CALL is for each row.
MATCH (x:P) CALL (x) { CALL (x) { RETURN 0 AS y UNION RETURN 0 AS y } WITH y LIMIT 1 RETURN y }
RETURN x.name AS x, y ORDER BY x;
//= in order
//= x   | y
//= 'a' | 0
//= 'b' | 0
//= 'd' | 0

// Nested EXISTS that read variables of all levels.
MATCH (a:P)-[:W]->(c:C)-[:L*1..]->(m)
WHERE NOT EXISTS {
  MATCH (b:P) WHERE (b)-[:L]->(m) OR EXISTS { MATCH (b)-[:W]->(d:C)<-[:L*1..]-(c) WHERE (d)-[:L]->(m) }
}
RETURN a.name AS a, collect(m.name) AS ms ORDER BY a;
//= in order
//= a   | ms
//= 'a' | ['m']
//= 'b' | ['m']
//? 3:68 NoSuchRelationship
