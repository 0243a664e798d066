// Three-valued logic.
RETURN null = null AS a, null <> null AS b, null IS NULL AS c, 1 IS NOT NULL AS d, NOT null AS e,
  null AND false AS f, null OR true AS g, null XOR true AS h, null AND true AS i;
//= any order
//= a    | b    | c    | d    | e    | f     | g    | h    | i
//= null | null | true | true | null | false | true | null | null

// Different types are not equal, and not ordered.
RETURN 1 = '1' AS a, 1 <> '1' AS b, 1 < '1' AS c, true < 1 AS d, [1] = 1 AS e, {} = [] AS f;
//= any order
//= a     | b    | c    | d    | e     | f
//= false | true | null | null | false | false

RETURN 1 < 2 < 3 AS a, 1 < 3 < 2 AS b, 3 > 2 >= 2 AS c, 1 < null < 3 AS d, 1 = 1 < 2 AS e;
//= any order
//= a    | b     | c    | d    | e
//= true | false | true | null | true

RETURN [1, 2] = [1, 2] AS a, [1, null] = [1, 2] AS b, [1, null] = [2, null] AS c, [1] = [1, null] AS d,
  [1, 2] < [1, 3] AS e, [1] < [1, 0] AS f, [] < [1] AS g;
//= any order
//= a    | b    | c     | d     | e    | f    | g
//= true | null | false | false | true | true | true

RETURN {a: 1} = {a: 1} AS a, {a: 1} = {a: null} AS b, {a: 1} = {b: 1} AS c, {a: 1, b: 2} = {b: 2, a: 1} AS d;
//= any order
//= a    | b    | c     | d
//= true | null | false | true

WITH 0.0 / 0 AS nan
RETURN nan = nan AS a, nan <> nan AS b, nan < 1 AS c, nan > 1 AS d, nan IN [nan] AS e, [nan] = [nan] AS f,
  nan <> 1 AS g, nan < 'a' AS h;
//= any order
//= a     | b    | c     | d     | e     | f     | g    | h
//= false | true | false | false | false | false | true | null

RETURN 1 IN [1, 2] AS a, 3 IN [1, null] AS b, 1 IN [1, null] AS c, null IN [1] AS d, null IN [] AS e,
  1 IN null AS f, [1] IN [[1], 2] AS g, 1.0 IN [1] AS h, 1 IN [] AS i;
//= any order
//= a    | b    | c    | d    | e     | f    | g    | h    | i
//= true | null | true | null | false | null | true | true | false

RETURN 1 IN 1;
//! 1:13 SyntaxError compile time InvalidArgumentType

RETURN 'a' < 'b' AS a, 'A' < 'a' AS b, '' < 'a' AS c, 'ab' > 'a' AS d, 'Z' < 'a' AS e, 'z' < 'đ' AS f;
//= any order
//= a    | b    | c    | d    | e    | f
//= true | true | true | true | true | true

RETURN true > false AS a, true = true AS b, false < true AS c;
//= any order
//= a    | b    | c
//= true | true | true

// The global order: maps, nodes, relationships, lists, paths, temporal values, text, booleans,
// numbers, NaN, null.
UNWIND [null, 1, 'a', true, [1], {a: 1}, 0.0 / 0, 2.5, false, [], date('2020-01-01'), -1] AS x
RETURN x ORDER BY x;
//= in order
//= x
//= {a: 1}
//= []
//= [1]
//= 2020-01-01
//= 'a'
//= false
//= true
//= -1
//= 1
//= 2.5
//= NaN
//= null

UNWIND [null, 1, 'a', true] AS x RETURN x ORDER BY x DESC;
//= in order
//= x
//= null
//= 1
//= true
//= 'a'

// min and max go by that order, without null.
UNWIND [1, 'a', null, [1, 2], 0.2, 'b'] AS x RETURN min(x) AS min, max(x) AS max;
//= any order
//= min    | max
//= [1, 2] | 1

// coalesce, CASE and nullIf.
RETURN coalesce(null, 2, 3) AS a, coalesce(null) AS b, nullIf(4, 4) AS c, nullIf('a', 'b') AS d;
//= any order
//= a | b    | c    | d
//= 2 | null | null | 'a'

RETURN NOT true = false AS a, NOT (1 = 2) AND true AS b, true OR false AND false AS c, true XOR true OR true AS d;
//= any order
//= a    | b    | c    | d
//= true | true | true | true
