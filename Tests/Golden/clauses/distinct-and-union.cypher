UNWIND [1, 1.0, 2, null, null, 'a', 'a', true] AS x RETURN count(DISTINCT x) AS count, size(collect(DISTINCT x)) AS size;
//= any order
//= count | size
//= 4     | 4

// Null is one value for DISTINCT, NaN too.
UNWIND [null, 1, null] AS x RETURN DISTINCT x;
//= any order
//= x
//= 1
//= null

UNWIND [0.0 / 0, 0.0 / 0, 1.0] AS x WITH DISTINCT x RETURN count(*) AS rows;
//= any order
//= rows
//= 2

UNWIND [0.0, -0.0] AS x WITH DISTINCT x RETURN count(*) AS rows;
//= any order
//= rows
//= 1

UNWIND [[1, 2], [1.0, 2.0], [2, 1], [1, null], [1, null], []] AS x WITH DISTINCT x RETURN count(*) AS rows;
//= any order
//= rows
//= 4

UNWIND [{a: 1, b: null}, {b: null, a: 1}, {a: 1}, {}] AS x WITH DISTINCT x RETURN count(*) AS rows;
//= any order
//= rows
//= 3

UNWIND [date('2020-01-01'), date({year: 2020}), localdatetime('2020-01-01T00:00')] AS x WITH DISTINCT x RETURN count(*) AS rows;
//= any order
//= rows
//= 2

// Two columns together.
UNWIND [[1, 'a'], [1, 'b'], [1, 'a'], [2, 'a']] AS x RETURN DISTINCT x[0] AS k, x[1] AS s ORDER BY k, s;
//= in order
//= k | s
//= 1 | 'a'
//= 1 | 'b'
//= 2 | 'a'

// Grouping goes by the same sameness.
UNWIND [1, 1.0, null, 2, null] AS x RETURN x IS NULL AS isNull, count(*) AS c ORDER BY c;
//= in order
//= isNull | c
//= true   | 2
//= false  | 3

// DISTINCT inside of aggregates.
UNWIND [1, 1, 2, null] AS x RETURN sum(DISTINCT x) AS sum, avg(DISTINCT x) AS avg, min(DISTINCT x) AS min, collect(DISTINCT x) AS list;
//= any order
//= sum | avg | min | list
//= 3   | 1.5 | 1   | [1, 2]

// UNION drops doubles, also those of one side; UNION ALL keeps all.
UNWIND [1, 1, 2] AS x RETURN x UNION UNWIND [2, 3] AS x RETURN x;
//= any order
//= x
//= 1
//= 2
//= 3

UNWIND [1, 1, 2] AS x RETURN x UNION ALL UNWIND [2, 3] AS x RETURN x;
//= any order
//= x
//= 1
//= 1
//= 2
//= 2
//= 3

RETURN null AS x UNION RETURN null AS x;
//= any order
//= x
//= null

// Columns are matched by name.
RETURN 1 AS a, 2 AS b UNION RETURN 4 AS b, 3 AS a;
//= any order
//= a | b
//= 1 | 2
//= 3 | 4

RETURN 1 AS a UNION RETURN 2 AS b;
//! 1:15 SyntaxError compile time DifferentColumnsInUnion

RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a;
//! 1:35 SyntaxError compile time InvalidClauseComposition

// Three parts, and ORDER BY of the last part only.
RETURN 2 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x;
//= any order
//= x
//= 1
//= 2

UNWIND [3, 1, 2] AS x RETURN x ORDER BY x LIMIT 1 UNION ALL UNWIND [9, 8] AS x RETURN x ORDER BY x DESC LIMIT 1;
//= any order
//= x
//= 1
//= 9

// An empty side.
MATCH (x) RETURN 1 AS x UNION RETURN 2 AS x;
//= any order
//= x
//= 2

// Sides that write.
CREATE (n:A) RETURN n.x AS x UNION CREATE (n:B) RETURN n.x AS x;
//= any order
//= x
//= null
//~ +nodes 2, +labels 2

MATCH (n:A) RETURN labels(n) AS l UNION MATCH (n:B) RETURN labels(n) AS l;
//= any order
//= l
//= ['A']
//= ['B']

// Nodes are the same by identity, not by content.
CREATE (:A);
//~ +nodes 1, +labels 1

MATCH (a:A), (b:A) RETURN DISTINCT a;
//= any order
//= a
//= (:A)
//= (:A)
