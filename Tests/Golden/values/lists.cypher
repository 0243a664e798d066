WITH [10, 20, 30, 40] AS l
RETURN l[0] AS first, l[-1] AS last, l[4] AS beyond, l[-5] AS before, l[null] AS n, null[0] AS m;
//= any order
//= first | last | beyond | before | n    | m
//= 10    | 40   | null   | null   | null | null

WITH [10, 20, 30, 40] AS l
RETURN l[1..3] AS a, l[..2] AS b, l[2..] AS c, l[-2..] AS d, l[..-1] AS e, l[3..1] AS f, l[0..100] AS g, l[-100..1] AS h, l[null..2] AS i, l[..] AS j;
//= any order
//= a        | b        | c        | d        | e            | f  | g                | h    | i    | j
//= [20, 30] | [10, 20] | [30, 40] | [30, 40] | [10, 20, 30] | [] | [10, 20, 30, 40] | [10] | null | [10, 20, 30, 40]

RETURN [1, 2] + [3] AS a, [1] + 2 AS b, 0 + [1] AS c, [1] + null AS d, [1] + [null] AS e, [[1]] + [2] AS f, [1] || [2] AS g;
//= any order
//= a         | b      | c      | d    | e         | f        | g
//= [1, 2, 3] | [1, 2] | [0, 1] | null | [1, null] | [[1], 2] | [1, 2]

RETURN head([1, 2]) AS h, last([1, 2]) AS l, tail([1, 2]) AS t, head([]) AS eh, last([]) AS el, tail([]) AS et,
  head(null) AS n, size([1, null]) AS s, reverse([1, 2, null]) AS r;
//= any order
//= h | l | t   | eh   | el   | et | n    | s | r
//= 1 | 2 | [2] | null | null | [] | null | 2 | [null, 2, 1]

RETURN range(1, 3) AS a, range(0, 10, 4) AS b, range(3, 1) AS c, range(3, 1, -1) AS d, range(2, 2) AS e;
//= any order
//= a         | b         | c  | d         | e
//= [1, 2, 3] | [0, 4, 8] | [] | [3, 2, 1] | [2]

RETURN range(1, 3, 0);
//! 1:8 ArgumentError runtime NumberOutOfRange

// The ends of the integers do not make it run over.
RETURN range(9223372036854775806, 9223372036854775807) AS a;
//= any order
//= a
//= [9223372036854775806, 9223372036854775807]

RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS a, [x IN [1, 2]] AS b, [x IN [1, null] WHERE x > 0] AS c, [x IN null | x] AS d;
//= any order
//= a          | b      | c   | d
//= [1, 9, 25] | [1, 2] | [1] | null

// The variable of a comprehension hides an outer one, inside only.
WITH 7 AS x RETURN [x IN [1, 2] | x] AS inner, x AS outer, [y IN [1] | [x IN [2] | x + y]] AS nested;
//= any order
//= inner  | outer | nested
//= [1, 2] | 7     | [[3]]

// Quantifiers in three-valued logic.
RETURN all(x IN [1, 2] WHERE x > 0) AS a, all(x IN [] WHERE x > 0) AS b, all(x IN [1, null] WHERE x > 0) AS c, all(x IN [0, null] WHERE x > 0) AS d,
  any(x IN [1, null] WHERE x > 0) AS e, any(x IN [0, null] WHERE x > 0) AS f, any(x IN [] WHERE x > 0) AS g,
  none(x IN [0, null] WHERE x > 0) AS h, none(x IN [1, null] WHERE x > 0) AS i, none(x IN [] WHERE true) AS j,
  single(x IN [1, 0] WHERE x > 0) AS k, single(x IN [1, 2] WHERE x > 0) AS l, single(x IN [1, null] WHERE x > 0) AS m;
//= any order
//= a    | b    | c    | d     | e    | f    | g     | h    | i     | j    | k    | l     | m
//= true | true | null | false | true | null | false | null | false | true | true | false | null

RETURN all(x IN null WHERE x > 0) AS a, any(x IN null WHERE true) AS b, reduce(s = 0, x IN null | s + x) AS c;
//= any order
//= a    | b    | c
//= null | null | null

RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS sum, reduce(s = '', x IN ['a', 'b'] | s + x) AS text,
  reduce(s = 1, x IN [] | s * x) AS empty, reduce(l = [], x IN [1, 2] | [x] + l) AS reversed, reduce(s = 0, x IN [1, null] | s + x) AS n;
//= any order
//= sum | text | empty | reversed | n
//= 6   | 'ab' | 1     | [2, 1]   | null

// Lists of lists, and UNWIND of them.
UNWIND [[1, 2], [], [3], null] AS l UNWIND l AS x RETURN x;
//= any order
//= x
//= 1
//= 2
//= 3

UNWIND null AS x RETURN x;
//= no rows

UNWIND 5 AS x RETURN x;
//= any order
//= x
//= 5

// Slicing and indexing of what is no list.
RETURN 'abc'[0];
//! 1:8 TypeError compile time InvalidArgumentType

WITH [1, 2] AS l RETURN l['a'];
//! 1:25 TypeError runtime ListElementAccessByNonInteger

RETURN [1, 2][1.5];
//! 1:8 TypeError runtime ListElementAccessByNonInteger

// Nested comprehension over nodes.
CREATE (:L {k: 1})-[:T]->(:L {k: 2})-[:T]->(:L {k: 3});
//~ +nodes 3, +relationships 2, +properties 3, +labels 3

MATCH p = (:L {k: 1})-[:T*]->(:L {k: 3})
RETURN [n IN nodes(p) | n.k] AS ks, [r IN relationships(p) | [startNode(r).k, endNode(r).k]] AS ends, [n IN nodes(p) WHERE n.k > 1 | n {.k}] AS maps;
//= any order
//= ks        | ends             | maps
//= [1, 2, 3] | [[1, 2], [2, 3]] | [{k: 2}, {k: 3}]

// IN with a list of lists, of nodes, of a property.
MATCH (n:L) WITH collect(n) AS all MATCH (m:L) WHERE m IN all[1..] RETURN m.k AS k ORDER BY k;
//= in order
//= k
//= 2
//= 3

MATCH (n:L) WHERE n.k IN [3, 1, 1, null] RETURN n.k AS k ORDER BY k;
//= in order
//= k
//= 1
//= 3

MATCH (n:L) WHERE NOT n.k IN [3, null] RETURN count(*) AS rows;
//= any order
//= rows
//= 0
