UNWIND [[3, 'a'], [1, 'b'], [2, 'c'], [1, 'a'], [null, 'z'], [3, 'b']] AS x CREATE (:O {k: x[0], s: x[1]});
//~ +nodes 6, +properties 11, +labels 6

MATCH (n:O) RETURN n.k AS k, n.s AS s ORDER BY k, s DESC;
//= in order
//= k    | s
//= 1    | 'b'
//= 1    | 'a'
//= 2    | 'c'
//= 3    | 'b'
//= 3    | 'a'
//= null | 'z'

// Null is the largest: first in descending order.
MATCH (n:O) RETURN n.k AS k ORDER BY k DESC LIMIT 2;
//= in order
//= k
//= null
//= 3

// By what is not returned, and by an expression.
MATCH (n:O) WHERE n.k IS NOT NULL RETURN n.s AS s ORDER BY n.k DESCENDING, n.s ASCENDING SKIP 1 LIMIT 3;
//= in order
//= s
//= 'b'
//= 'c'
//= 'a'

MATCH (n:O) RETURN n.s AS s, n.k AS k ORDER BY coalesce(n.k, 0) % 2, s, k;
//= in order
//= s   | k
//= 'c' | 2
//= 'z' | null
//= 'a' | 1
//= 'a' | 3
//= 'b' | 1
//= 'b' | 3

// SKIP beyond the end, LIMIT 0, LIMIT beyond.
MATCH (n:O) RETURN n.s AS s ORDER BY s SKIP 6;
//= no rows

MATCH (n:O) RETURN n.s AS s ORDER BY s LIMIT 0;
//= no rows

MATCH (n:O) RETURN n.s AS s ORDER BY s SKIP 5 LIMIT 9223372036854775807;
//= in order
//= s
//= 'z'

MATCH (n:O) RETURN count(*) AS rows SKIP 1;
//= no rows

// param: n = 2
MATCH (n:O) RETURN n.s AS s ORDER BY s, n.k LIMIT $n;
//= in order
//= s
//= 'a'
//= 'a'

// param: n = -1
MATCH (n:O) RETURN n LIMIT $n;
//! 1:28 SyntaxError runtime NegativeIntegerArgument

// param: n = 1.5
MATCH (n:O) RETURN n SKIP $n;
//! 1:27 SyntaxError runtime InvalidArgumentType

MATCH (n:O) RETURN n LIMIT -1;
//! 1:28 SyntaxError compile time NegativeIntegerArgument

MATCH (n:O) RETURN n LIMIT n.k;
//! 1:28 SyntaxError compile time NonConstantExpression

RETURN 1 AS x LIMIT 1 + 1;
//= any order
//= x
//= 1

// With ties, LIMIT takes so many rows all the same.
MATCH (n:O) WITH n ORDER BY n.s LIMIT 3 RETURN count(*) AS rows, min(n.s) AS first, max(n.s) AS last;
//= any order
//= rows | first | last
//= 3    | 'a'   | 'b'

// The order survives a projection and a collect.
MATCH (n:O) WITH n ORDER BY n.s, n.k RETURN collect(n.s + coalesce(n.k, '')) AS list;
//= any order
//= list
//= ['a1', 'a3', 'b1', 'b3', 'c2', 'z']

// DISTINCT comes first, then the order, then the limit.
MATCH (n:O) RETURN DISTINCT n.k AS k ORDER BY k DESC SKIP 1 LIMIT 2;
//= in order
//= k
//= 3
//= 2

// After DISTINCT only what is returned can be sorted by.
MATCH (n:O) RETURN DISTINCT n.k AS k ORDER BY n.s;
//! 1:47 SyntaxError compile time UndefinedVariable

// After aggregation as well.
MATCH (n:O) RETURN n.k AS k, count(*) AS c ORDER BY n.s;
//! 1:53 SyntaxError compile time UndefinedVariable

MATCH (n:O) RETURN n.k AS k, count(*) AS c ORDER BY count(*) DESC, n.k LIMIT 2;
//= in order
//= k | c
//= 1 | 2
//= 3 | 2

// By lists, maps and mixed values.
UNWIND [[2], [1, 2], [1], [], [null], [1, null]] AS x RETURN x ORDER BY x;
//= in order
//= x
//= []
//= [1]
//= [1, 2]
//= [1, null]
//= [2]
//= [null]

// A new name over an old variable.
WITH 5 AS x UNWIND [1, 2] AS y RETURN -y AS x ORDER BY x;
//= in order
//= x
//= -2
//= -1

// WITH … ORDER BY … LIMIT … WHERE: the condition comes after the limit.
UNWIND range(1, 5) AS i WITH i ORDER BY i DESC LIMIT 3 WHERE i < 5 RETURN collect(i) AS is;
//= any order
//= is
//= [4, 3]

// Large and negative numbers, floats and integers together.
UNWIND [9223372036854775807, -9223372036854775808, 9.3e18, -0.0, 0, 1e-300, -1e300] AS x RETURN x ORDER BY x DESC LIMIT 3;
//= in order
//= x
//= 9.3E18
//= 9223372036854775807
//= 1.0E-300

// The number of rows cannot depend on the graph.
MATCH (n:O) RETURN n SKIP size([(m)-->() | 1]);
//! 1:27 SyntaxError compile time NonConstantExpression

MATCH (n:O) WITH n LIMIT COUNT { MATCH (m) RETURN m } RETURN n;
//! 1:26 SyntaxError compile time NonConstantExpression
