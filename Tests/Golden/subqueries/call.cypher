CREATE (a:P {n: 'a', k: 1}), (b:P {n: 'b', k: 2}), (c:P {n: 'c', k: 3}), (a)-[:T]->(b), (a)-[:T]->(c), (b)-[:T]->(c);
//~ +nodes 3, +relationships 3, +properties 6, +labels 3

// Not correlated: runs for each row.
UNWIND [1, 2] AS x
CALL () { MATCH (p:P) RETURN count(p) AS count }
RETURN x, count;
//= any order
//= x | count
//= 1 | 3
//= 2 | 3

// Correlated by the scope clause: a row without results disappears.
MATCH (p:P)
CALL (p) { MATCH (p)-->(q) RETURN q.n AS q }
RETURN p.n AS p, q ORDER BY p, q;
//= in order
//= p   | q
//= 'a' | 'b'
//= 'a' | 'c'
//= 'b' | 'c'

// An aggregate over nothing gives a row, so every row stays.
MATCH (p:P)
CALL (p) { MATCH (p)-->(q) RETURN count(q) AS count, collect(q.n) AS names }
RETURN p.n AS p, count, size(names) AS size ORDER BY p;
//= in order
//= p   | count | size
//= 'a' | 2     | 2
//= 'b' | 1     | 1
//= 'c' | 0     | 0

// OPTIONAL CALL keeps rows without results.
MATCH (p:P)
OPTIONAL CALL (p) { MATCH (p)-->(q) WHERE q.k > 2 RETURN q.n AS q }
RETURN p.n AS p, q ORDER BY p;
//= in order
//= p   | q
//= 'a' | 'c'
//= 'b' | 'c'
//= 'c' | null

// The older form: a leading WITH imports.
MATCH (p:P)
CALL { WITH p MATCH (p)<--(q) RETURN count(q) AS count }
RETURN p.n AS p, count ORDER BY p;
//= in order
//= p   | count
//= 'a' | 0
//= 'b' | 1
//= 'c' | 2

// CALL (*) imports all.
MATCH (p:P) WITH p, p.k * 10 AS x
CALL (*) { RETURN p.k + x AS y }
RETURN y ORDER BY y;
//= in order
//= y
//= 11
//= 22
//= 33

// UNION inside, with the import on both sides.
MATCH (p:P {n: 'b'})
CALL (p) { MATCH (p)-->(q) RETURN q.n AS n UNION MATCH (p)<--(q) RETURN q.n AS n }
RETURN n ORDER BY n;
//= in order
//= n
//= 'a'
//= 'c'

// ORDER BY and LIMIT inside apply to each row by itself.
MATCH (p:P)
CALL (p) { MATCH (p)-->(q) RETURN q.n AS first ORDER BY q.k DESC LIMIT 1 }
RETURN p.n AS p, first ORDER BY p;
//= in order
//= p   | first
//= 'a' | 'c'
//= 'b' | 'c'

// DISTINCT and SKIP inside, for each row.
UNWIND [1, 2] AS x
CALL (x) { UNWIND [x, x, 5] AS y RETURN DISTINCT y ORDER BY y SKIP 1 }
RETURN x, y;
//= any order
//= x | y
//= 1 | 5
//= 2 | 5

// Nested.
MATCH (p:P)
CALL (p) {
  MATCH (p)-->(q)
  CALL (q) { MATCH (q)-->(r) RETURN count(r) AS inner }
  RETURN sum(inner) AS total
}
RETURN p.n AS p, total ORDER BY p;
//= in order
//= p   | total
//= 'a' | 1
//= 'b' | 0
//= 'c' | 0

// A unit subquery writes and leaves the rows as they are.
MATCH (p:P)
CALL (p) { UNWIND [1, 2] AS i CREATE (:Made {k: p.k * 10 + i}) }
RETURN count(*) AS rows;
//= any order
//= rows
//= 3
//~ +nodes 6, +properties 6, +labels 6

// A returning one that writes.
MATCH (p:P)
CALL (p) { CREATE (m:Made2 {k: p.k}) RETURN m }
RETURN m.k AS k ORDER BY k;
//= in order
//= k
//= 1
//= 2
//= 3
//~ +nodes 3, +properties 3, +labels 3

// Each run sees what earlier runs wrote.
UNWIND [1, 2, 3] AS x
CALL (x) { MERGE (c:Counter) SET c.n = coalesce(c.n, 0) + x RETURN c.n AS n }
RETURN x, n ORDER BY x;
//= in order
//= x | n
//= 1 | 1
//= 2 | 3
//= 3 | 6
//~ +nodes 1, +properties 3, +labels 1

// Outer variables are not seen without being imported.
MATCH (p:P) CALL () { RETURN p.n AS n } RETURN n;
//! 1:30 SyntaxError compile time UndefinedVariable

// A result may not have the name of an outer variable.
MATCH (p:P) CALL () { MATCH (p:Made) RETURN p } RETURN p;
//! 1:13 SyntaxError compile time VariableAlreadyBound

// Imported variables may not be redefined.
UNWIND [1] AS x CALL (x) { UNWIND [2] AS x RETURN x AS y } RETURN y;
//! 1:42 SyntaxError compile time VariableAlreadyBound

// A correlated subquery with an aggregate that groups.
MATCH (p:P)
CALL (p) { MATCH (p)--(q) RETURN q.k % 2 AS odd, count(*) AS count }
RETURN p.n AS p, odd, count ORDER BY p, odd;
//= in order
//= p   | odd | count
//= 'a' | 0   | 1
//= 'a' | 1   | 1
//= 'b' | 1   | 2
//= 'c' | 0   | 1
//= 'c' | 1   | 1

// A variable handed through under another name is null where there is no row; itself it is not.
MATCH (p:P)
OPTIONAL CALL (p) { MATCH (p)-->(:P {n: 'b'}) RETURN p AS same }
RETURN p.n AS p, same.n AS same ORDER BY p;
//= in order
//= p   | same
//= 'a' | 'a'
//= 'b' | null
//= 'c' | null

MATCH (p:P {n: 'a'}) CALL (*) { RETURN p AS other } RETURN p.n AS p, other.n AS other;
//= any order
//= p   | other
//= 'a' | 'a'

// After an empty input nothing runs.
MATCH (n:Nothing) CALL () { CREATE (:Never) } RETURN n;
//= no rows
//? 1:10 UnknownLabel
