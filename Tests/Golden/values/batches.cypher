// Rows are computed many at a time: the same must come out as of each by itself.
UNWIND range(0, 7) AS i
CREATE (:N {i: i, t: ['an', 'Ban', 'can', 'ần', '', 'nan', 'AN', 'na'][i],
  b: [true, false, null][i % 3], f: i / 2.0});
//~ +nodes 8, +properties 30, +labels 8

MATCH (n:N) RETURN n.i AS i, NOT n.b AS x, n.b AND n.i > 3 AS y, n.b OR n.i > 3 AS z ORDER BY i;
//= in order
//= i | x     | y     | z
//= 0 | false | false | true
//= 1 | true  | false | false
//= 2 | null  | false | null
//= 3 | false | false | true
//= 4 | true  | false | true
//= 5 | null  | null  | true
//= 6 | false | true  | true
//= 7 | true  | false | true

MATCH (n:N) WHERE NOT n.b RETURN collect(n.i) AS i;
//= any order
//= i
//= [1, 4, 7]

MATCH (n:N) WHERE NOT (n.b AND n.i > 3) RETURN collect(n.i) AS i;
//= any order
//= i
//= [0, 1, 2, 3, 4, 7]

// A row that the first operand decides is not asked for the second, which would fail for it.
MATCH (n:N) WHERE n.i > 0 AND NOT (n.i < 1 OR 6 / n.i > 2) RETURN collect(n.i) AS i;
//= any order
//= i
//= [3, 4, 5, 6, 7]

MATCH (n:N) RETURN n.i = 0 OR 6 / n.i = 6 AS x, count(*) AS c;
//= any order
//= x     | c
//= true  | 2
//= false | 6

MATCH (n:N) WHERE NOT n.t RETURN n;
//! 1:23 TypeError runtime InvalidArgumentType

MATCH (n:N)
RETURN n.t AS t, n.t STARTS WITH 'a' AS s, n.t ENDS WITH 'an' AS e, n.t CONTAINS 'an' AS c,
  n.t =~ '.*[aầ]n' AS m
ORDER BY n.i;
//= in order
//= t     | s     | e     | c     | m
//= 'an'  | true  | true  | true  | true
//= 'Ban' | false | true  | true  | true
//= 'can' | false | true  | true  | true
//= 'ần'  | false | false | false | true
//= ''    | false | false | false | false
//= 'nan' | false | true  | true  | true
//= 'AN'  | false | false | false | false
//= 'na'  | false | false | false | false

MATCH (n:N) WHERE n.t =~ '[a-z]+(' RETURN n;
//! 1:19 ArgumentError runtime InvalidRegularExpression

MATCH (n:N)
RETURN collect(CASE n.i WHEN 0 THEN 'none' WHEN 1 THEN 'one' ELSE n.t END) AS a,
  collect(CASE WHEN n.b THEN n.i WHEN n.i > 4 THEN -n.i END) AS b;
//= any order
//= a                                                         | b
//= ['none', 'one', 'can', 'ần', '', 'nan', 'AN', 'na'] | [0, 3, -5, 6, -7]

// Only rows that come to a branch are asked for it.
MATCH (n:N) RETURN collect(CASE WHEN n.i = 0 THEN 0 WHEN 6 / n.i > 2 THEN 1 ELSE 12 / n.i END) AS a;
//= any order
//= a
//= [0, 1, 1, 4, 3, 2, 2, 1]

MATCH (n:N) RETURN collect(CASE WHEN n.i = 3 THEN 0 ELSE 6 / n.i END) AS a;
//! 1:58 ArithmeticError runtime

// Functions of several arguments: a null before them spares the ones that would fail.
MATCH (n:N)
RETURN collect(substring(n.t, 1, 1 + n.i % 2)) AS a,
  count(left(CASE WHEN n.i > 0 THEN n.t END, 6 / n.i)) AS b,
  collect(coalesce(n.b, n.i)) AS c;
//= any order
//= a                                         | b | c
//= ['n', 'an', 'a', 'n', '', 'an', 'N', 'a'] | 7 | [true, false, 2, true, false, 5, true, false]

MATCH (n:N) RETURN collect(left(n.t, 6 / n.i)) AS a;
//! 1:38 ArithmeticError runtime

// Texts and integers are sorted as numbers first.
MATCH (n:N) RETURN n.t AS t ORDER BY t;
//= in order
//= t
//= ''
//= 'AN'
//= 'Ban'
//= 'an'
//= 'can'
//= 'na'
//= 'nan'
//= 'ần'

MATCH (n:N) RETURN n.i AS i, n.t AS t ORDER BY i % 2 DESC, t DESC;
//= in order
//= i | t
//= 3 | 'ần'
//= 5 | 'nan'
//= 7 | 'na'
//= 1 | 'Ban'
//= 2 | 'can'
//= 0 | 'an'
//= 6 | 'AN'
//= 4 | ''

// Texts of more than eight bytes with the same beginning.
UNWIND ['Nguyễn Văn Bảy', 'Nguyễn Văn An', 'Nguyễn', 'Nguyễn Văn Ánh'] AS t
CREATE (:T {t: t});
//~ +nodes 4, +properties 4, +labels 4

MATCH (n:T) RETURN n.t AS t ORDER BY t DESC;
//= in order
//= t
//= 'Nguyễn Văn Ánh'
//= 'Nguyễn Văn Bảy'
//= 'Nguyễn Văn An'
//= 'Nguyễn'

// Entities of different shapes, one after the other.
MATCH (n:T) WHERE n.t = 'Nguyễn' SET n:A:Z, n.a = 1, n.z = 2;
//~ +properties 2, +labels 2

MATCH (n) WHERE n.i = 2 OR n:T RETURN n;
//= any order
//= n
//= (:N {f: 1.0, i: 2, t: 'can'})
//= (:T {t: 'Nguyễn Văn Bảy'})
//= (:T {t: 'Nguyễn Văn An'})
//= (:A:T:Z {a: 1, t: 'Nguyễn', z: 2})
//= (:T {t: 'Nguyễn Văn Ánh'})
