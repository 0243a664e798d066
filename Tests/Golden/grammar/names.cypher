// Words of the language as names, and the clauses that join them.
CREATE (:A {k: 1})-[:T {k: 5}]->(:B {k: 2});
//~ +nodes 2, +relationships 1, +properties 3, +labels 2

RETURN ALL 1 AS x;
//= any order
//= x
//= 1

UNWIND [1,1] AS x RETURN DISTINCT x;
//= any order
//= x
//= 1

UNWIND [1,1] AS x WITH ALL x RETURN x;
//= any order
//= x
//= 1
//= 1

UNWIND [3,1,2] AS x RETURN x ORDER BY x OFFSET 1 LIMIT 1;
//= in order
//= x
//= 2

UNWIND [3,1,2] AS x RETURN x ORDER BY x ASCENDING;
//= in order
//= x
//= 1
//= 2
//= 3

UNWIND [3,1,2] AS x RETURN x ORDER BY x DESCENDING SKIP 1;
//= in order
//= x
//= 2
//= 1

UNWIND [3,1,2] AS x WITH x OFFSET 1 RETURN x;
//= any order
//= x
//= 1
//= 2

UNWIND [3,1,2] AS x WITH x LIMIT 1 RETURN x;
//= any order
//= x
//= 3

UNWIND [3,1,2] AS x WITH x ORDER BY x SKIP 1 LIMIT 1 WHERE x > 1 RETURN x;
//= in order
//= x
//= 2

WITH {is: 1} AS is RETURN is.is IS NULL, is IS NULL;
//= any order
//= is.is IS NULL | is IS NULL
//= false         | false

WITH 1 AS null RETURN null;
//= any order
//= null
//= null

WITH 1 AS `null` RETURN `null`;
//= any order
//= null
//= 1

WITH 1 AS true RETURN true;
//= any order
//= true
//= true

WITH 1 AS inf RETURN inf;
//= any order
//= inf
//= Infinity

WITH 1 AS end RETURN CASE WHEN true THEN end END;
//= any order
//= CASE WHEN true THEN end END
//= 1

WITH 1 AS not RETURN not not;
//! 1:26 SyntaxError compile time InvalidArgumentType

WITH true AS not RETURN NOT not;
//= any order
//= NOT not
//= false

WITH [1] AS in RETURN 1 IN in;
//= any order
//= 1 IN in
//= true

WITH 1 AS distinct RETURN DISTINCT distinct;
//= any order
//= distinct
//= 1

WITH 1 AS distinct RETURN distinct;
//= any order
//= distinct
//= 1

WITH 1 AS all RETURN ALL all;
//= any order
//= all
//= 1

WITH 1 AS count RETURN count, count(*), count(count);
//= any order
//= count | count(*) | count(count)
//= 1     | 1        | 1

WITH 1 AS exists RETURN exists;
//= any order
//= exists
//= 1

WITH {a: 1} AS exists RETURN exists {.a};
//= any order
//= exists {.a}
//= {a: 1}

WITH {a: 1} AS count RETURN count {.a};
//= any order
//= count {.a}
//= {a: 1}

WITH {a: 1} AS collect RETURN collect {.a};
//= any order
//= collect {.a}
//= {a: 1}

WITH [1,2] AS shortestPath RETURN shortestPath[0];
//= any order
//= shortestPath[0]
//= 1

WITH [1,2] AS reduce RETURN reduce[0], [x IN reduce | x];
//= any order
//= reduce[0] | [x IN reduce \| x]
//= 1         | [1, 2]

WITH 1 AS x ORDER BY x ASC RETURN x AS asc ORDER BY asc DESC;
//= in order
//= asc
//= 1

WITH 1 AS desc RETURN desc ORDER BY desc desc;
//= in order
//= desc
//= 1

UNWIND [2, 1] AS limit RETURN limit ORDER BY limit LIMIT 1;
//= in order
//= limit
//= 1

UNWIND [2, 1] AS skip RETURN skip ORDER BY skip SKIP 1;
//= in order
//= skip
//= 2

UNWIND [2, 1] AS order RETURN order ORDER BY order;
//= in order
//= order
//= 1
//= 2

WITH 1 AS by RETURN by ORDER BY by;
//= in order
//= by
//= 1

WITH 1 AS as RETURN as AS as;
//= any order
//= as
//= 1

WITH {a: 1} AS m RETURN m {.a, .b, .*, c: 2};
//= any order
//= m {.a, .b, .*, c: 2}
//= {a: 1, b: null, c: 2}

WITH null AS m RETURN m {.a};
//= any order
//= m {.a}
//= null

WITH 1 AS m RETURN m {.a};
//! 1:20 SyntaxError compile time InvalidArgumentType

RETURN COUNT { MATCH (n) RETURN n LIMIT 1 }, COUNT { RETURN 1 UNION ALL RETURN 1 AS `1` };
//= any order
//= COUNT { MATCH (n) RETURN n LIMIT 1 } | COUNT { RETURN 1 UNION ALL RETURN 1 AS `1` }
//= 1                                    | 2
