// Several comparisons of one property are one test, of whatever kind its values are.
UNWIND [1, 2, 3, 2.5, -1.0, 'b', true, null, 9007199254740993, date('2020-01-02')] AS x
CREATE (:A {x: x})-[:R]->(:B {x: x});
//~ +nodes 20, +relationships 10, +properties 18, +labels 20

MATCH (:A)-[:R]->(b:B) WHERE b.x > 1 AND b.x <= 3 RETURN b.x AS x;
//= any order
//= x
//= 2
//= 3
//= 2.5

// param: low = 2
// param: high = 2
MATCH (:A)-[:R]->(b:B) WHERE b.x >= $low AND $high >= b.x RETURN b.x AS x;
//= any order
//= x
//= 2

MATCH (:A)-[:R]->(b:B) WHERE b.x > 2 AND b.x < 2 RETURN b.x AS x;
//= no rows

MATCH (:A)-[:R]->(b:B) WHERE b.x > 1.5 AND b.x < 9007199254740994 RETURN b.x AS x;
//= any order
//= x
//= 2
//= 3
//= 2.5
//= 9007199254740993

MATCH (:A)-[:R]->(b:B) WHERE b.x >= 'a' AND b.x < 'c' RETURN b.x AS x;
//= any order
//= x
//= 'b'

MATCH (:A)-[:R]->(b:B) WHERE b.x > date('2020-01-01') AND b.x < date('2021-01-01') RETURN b.x AS x;
//= any order
//= x
//= 2020-01-02

MATCH (:A)-[:R]->(b:B) WHERE b.x > null AND b.x < 3 RETURN b.x AS x;
//= no rows

MATCH (:A)-[:R]->(b:B) WHERE b.x >= 1 AND b.x <= 3 AND b.x <> 2 AND b.x IS NOT NULL RETURN b.x AS x;
//= any order
//= x
//= 1
//= 3
//= 2.5

OPTIONAL MATCH (b:B {x: 'c'}) WITH b WHERE b.x >= 1 AND b.x <= 3 RETURN b;
//= no rows

MATCH (:A)-[:R]->(b:B) WITH b, b.x AS y WHERE b.x >= 1 AND b.x <= 3 RETURN y;
//= any order
//= y
//= 1
//= 2
//= 3
//= 2.5
