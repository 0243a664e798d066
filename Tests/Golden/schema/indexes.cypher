UNWIND [1, 2, 2, 3, 2.0, 2.5, '2', 'abc', 'abd', 'b', true, [1], date('2020-01-01'), null, 0.0 / 0] AS v CREATE (:X {v: v});
//~ +nodes 15, +properties 14, +labels 15

CREATE (:X:Y {v: 2, w: 1}), (:Y {v: 2, w: 2}), (:X {v: 2, w: 1});
//~ +nodes 3, +properties 6, +labels 4

// Without an index…
MATCH (n:X) WHERE n.v = 2 RETURN n.v AS v, n.w AS w ORDER BY w, v;
//= in order
//= v   | w
//= 2   | 1
//= 2   | 1
//= 2   | null
//= 2   | null
//= 2.0 | null

CREATE INDEX x_v FOR (n:X) ON (n.v);
//~ +indexes 1

EXPLAIN MATCH (n:X) WHERE n.v = 2 RETURN n.v AS v;
//# plan
//# Projection
//#   NodeIndexSeek
//#     Argument

// … and with one: the same rows, numbers equal across their types.
MATCH (n:X) WHERE n.v = 2 RETURN n.v AS v, n.w AS w ORDER BY w;
//= any order
//= v   | w
//= 2   | 1
//= 2   | 1
//= 2   | null
//= 2   | null
//= 2.0 | null

MATCH (n:X {v: 2.0}) RETURN count(*) AS count;
//= any order
//= count
//= 5

MATCH (n:X) WHERE n.v > 2 RETURN n.v AS v ORDER BY v;
//= in order
//= v
//= 2.5
//= 3

MATCH (n:X) WHERE 2 <= n.v < 3 RETURN count(*) AS count, max(n.v) AS max;
//= any order
//= count | max
//= 6     | 2.5

MATCH (n:X) WHERE n.v STARTS WITH 'ab' RETURN n.v AS v ORDER BY v;
//= in order
//= v
//= 'abc'
//= 'abd'

MATCH (n:X) WHERE n.v STARTS WITH '' RETURN count(*) AS count;
//= any order
//= count
//= 4

MATCH (n:X) WHERE n.v >= 'abd' RETURN n.v AS v ORDER BY v;
//= in order
//= v
//= 'abd'
//= 'b'

MATCH (n:X) WHERE n.v IN [1, 2.5, 'b', null, 1] RETURN n.v AS v ORDER BY v;
//= in order
//= v
//= 'b'
//= 1
//= 2.5

MATCH (n:X) WHERE n.v = null RETURN n;
//= no rows

MATCH (n:X) WHERE n.v IN [] RETURN n;
//= no rows

MATCH (n:X) WHERE n.v = 0.0 / 0 RETURN n;
//= no rows

MATCH (n:X) WHERE n.v = [1] RETURN n.v AS v;
//= any order
//= v
//= [1]

MATCH (n:X) WHERE n.v = date('2020-01-01') RETURN n.v AS v;
//= any order
//= v
//= 2020-01-01

MATCH (n:X) WHERE n.v = true RETURN n.v AS v;
//= any order
//= v
//= true

MATCH (n:X) WHERE n.v <= true RETURN n.v AS v;
//= any order
//= v
//= true

MATCH (n:X) WHERE n.v IS NULL RETURN count(*) AS count;
//= any order
//= count
//= 1

MATCH (n:X) WHERE n.v < null RETURN n;
//= no rows

// Conditions that contradict each other, and several on one side.
MATCH (n:X) WHERE n.v > 1 AND n.v > 2 AND n.v < 100 AND n.v < 2.7 RETURN n.v AS v;
//= any order
//= v
//= 2.5

MATCH (n:X) WHERE n.v > 3 AND n.v < 1 RETURN n;
//= no rows

MATCH (n:X) WHERE n.v = 1 AND n.v = 2 RETURN n;
//= no rows

MATCH (n:X) WHERE n.v = 1 OR n.v = 3 RETURN n.v AS v ORDER BY v;
//= in order
//= v
//= 1
//= 3

// The value may come from a row.
UNWIND [3, 'b', null] AS x MATCH (n:X {v: x}) RETURN n.v AS v ORDER BY v;
//= in order
//= v
//= 'b'
//= 3

// param: v = 2.5
MATCH (n:X {v: $v}) RETURN n.v AS v;
//= any order
//= v
//= 2.5

// The index follows every change.
MATCH (n:X {v: 3}) SET n.v = 30;
//~ +properties 1

MATCH (n:X {v: 3}) RETURN n;
//= no rows

MATCH (n:X {v: 30}) REMOVE n:X;
//~ -labels 1

MATCH (n:X {v: 30}) RETURN n;
//= no rows

MATCH (n {v: 30}) SET n:X RETURN n.v AS v;
//= any order
//= v
//= 30
//~ +labels 1

MATCH (n:X {v: 30}) SET n.v = null;
//~ +properties 1

MATCH (n:X {v: 'b'}) DELETE n;
//~ -nodes 1

MATCH (n:X) WHERE n.v > 2 OR n.v >= 'b' RETURN n.v AS v;
//= any order
//= v
//= 2.5

// Within one statement as well.
CREATE (:X {v: 77}) WITH 1 AS one MATCH (n:X {v: 77}) SET n.v = 78 WITH 1 AS one MATCH (m:X) WHERE m.v > 70 RETURN m.v AS v;
//= any order
//= v
//= 78
//~ +nodes 1, +properties 2, +labels 1

// Composite: used where all its keys are given.
CREATE INDEX y FOR (n:Y) ON (n.v, n.w);
//~ +indexes 1

MATCH (n:Y {v: 2, w: 2}) RETURN n;
//= any order
//= n
//= (:Y {v: 2, w: 2})

MATCH (n:Y) WHERE n.v = 2 RETURN n.w AS w ORDER BY w;
//= in order
//= w
//= 1
//= 2

MATCH (n:Y) WHERE n.v = 2 AND n.w > 1 RETURN n.w AS w;
//= any order
//= w
//= 2

// A long text as key.
CREATE (:X {v: reduce(s = '', i IN range(1, 2000) | s + 'x')}), (:X {v: reduce(s = '', i IN range(1, 2000) | s + 'x') + 'y'});
//~ +nodes 2, +properties 2, +labels 2

MATCH (n:X {v: reduce(s = '', i IN range(1, 2000) | s + 'x')}) RETURN size(n.v) AS size;
//= any order
//= size
//= 2000

MATCH (n:X) WHERE n.v STARTS WITH reduce(s = '', i IN range(1, 2000) | s + 'x') RETURN size(n.v) AS size ORDER BY size;
//= in order
//= size
//= 2000
//= 2001

// Text is compared as it is stored: composed.
CREATE (:X {v: normalize('Cầu Ngang', 'NFD')});
//~ +nodes 1, +properties 1, +labels 1

MATCH (n:X {v: 'Cầu Ngang'}) RETURN size(n.v) AS size;
//= any order
//= size
//= 9

// Of relationships.
MATCH (a:X:Y), (b:Y {w: 2}) CREATE (a)-[:R {k: 1}]->(b), (a)-[:R {k: 2}]->(b);
//~ +relationships 2, +properties 2

CREATE INDEX r FOR ()-[r:R]-() ON (r.k);
//~ +indexes 1

MATCH ()-[r:R {k: 2}]->(b) RETURN b.w AS w;
//= any order
//= w
//= 2

MATCH ()-[r:R {k: 2}]-() RETURN count(*) AS rows;
//= any order
//= rows
//= 2

SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties ORDER BY name;
//= in order
//= name  | type    | entityType     | labelsOrTypes | properties
//= 'r'   | 'INDEX' | 'RELATIONSHIP' | ['R']         | ['k']
//= 'x_v' | 'INDEX' | 'NODE'         | ['X']         | ['v']
//= 'y'   | 'INDEX' | 'NODE'         | ['Y']         | ['v', 'w']

CREATE INDEX x_v FOR (n:X) ON (n.v);
//! 1:14 ConstraintValidationFailed runtime SchemaRuleAlreadyExists

CREATE INDEX x_v IF NOT EXISTS FOR (n:X) ON (n.v);

DROP INDEX x_v;
//~ -indexes 1

MATCH (n:X) WHERE n.v = 2 RETURN count(*) AS count;
//= any order
//= count
//= 5

DROP INDEX x_v IF EXISTS;

DROP INDEX none;
//! 1:12 ConstraintValidationFailed runtime SchemaRuleNotFound

// A choice of equalities is a list to seek.
UNWIND range(1, 40) AS n CREATE (:Choice {k: n % 10, n: n});
//~ +nodes 40, +properties 80, +labels 40

CREATE INDEX FOR (c:Choice) ON (c.k);
//~ +indexes 1

EXPLAIN MATCH (c:Choice) WHERE c.k = 3 OR 5 = c.k RETURN c.n;
//# plan
//# Projection
//#   NodeIndexSeek
//#     Argument

MATCH (c:Choice) WHERE c.k = 3 OR 5 = c.k OR c.k = null OR c.k = 3.0 RETURN collect(c.n) AS n;
//= any order
//= n
//= [3, 13, 23, 33, 5, 15, 25, 35]

MATCH (c:Choice) WHERE c.k = 3 OR c.n = 8 RETURN collect(c.n) AS n;
//= any order
//= n
//= [3, 8, 13, 23, 33]

MATCH (c:Choice) WHERE (c.k = 3 OR c.k = 5) AND c.n < 10 RETURN collect(c.n) AS n;
//= any order
//= n
//= [3, 5]
