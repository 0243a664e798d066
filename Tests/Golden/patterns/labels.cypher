CREATE (:A {n: 1}), (:B {n: 2}), (:A:B {n: 3}), (:A:C {n: 4}), (:A:B:C {n: 5}), ({n: 6});
//~ +nodes 6, +properties 6, +labels 9

MATCH (x:A) RETURN collect(x.n) AS ns;
//= any order
//= ns
//= [1, 3, 4, 5]

MATCH (x:A:B) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 3
//= 5

MATCH (x:A&B) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 3
//= 5

MATCH (x:A|C) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 1
//= 3
//= 4
//= 5

MATCH (x:!A) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 2
//= 6

MATCH (x:%) RETURN count(x) AS count;
//= any order
//= count
//= 5

MATCH (x:!%) RETURN x.n AS n;
//= any order
//= n
//= 6

// & binds tighter than |.
MATCH (x:B|A&!C) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 1
//= 2
//= 3
//= 5

MATCH (x:(A|B)&!C) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 1
//= 2
//= 3

MATCH (x:!(A&B)) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 1
//= 2
//= 4
//= 6

// As a predicate, and IS for the colon.
MATCH (x) WHERE x:A AND NOT x:B RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 1
//= 4

MATCH (x) WHERE x:B|C RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 2
//= 3
//= 4
//= 5

MATCH (x IS A&C) RETURN x.n AS n ORDER BY n;
//= in order
//= n
//= 4
//= 5

MATCH (x) RETURN x.n AS n, x:A AS a, labels(x) AS labels ORDER BY n;
//= in order
//= n | a     | labels
//= 1 | true  | ['A']
//= 2 | false | ['B']
//= 3 | true  | ['A', 'B']
//= 4 | true  | ['A', 'C']
//= 5 | true  | ['A', 'B', 'C']
//= 6 | false | []

OPTIONAL MATCH (x:None) RETURN x:A AS a, labels(x) AS labels;
//= any order
//= a    | labels
//= null | null
//? 1:19 UnknownLabel

// Types of relationships.
MATCH (a {n: 1}), (b {n: 2}) CREATE (a)-[:T]->(b), (a)-[:S]->(b), (a)-[:`R S`]->(b);
//~ +relationships 3

MATCH ({n: 1})-[r:T|S]->() RETURN type(r) AS type ORDER BY type;
//= in order
//= type
//= 'S'
//= 'T'

MATCH ({n: 1})-[r:!T]->() RETURN type(r) AS type ORDER BY type;
//= in order
//= type
//= 'R S'
//= 'S'

MATCH ({n: 1})-[r:%]->() RETURN count(r) AS count;
//= any order
//= count
//= 3

MATCH ({n: 1})-[r:!T&!S]->() RETURN type(r) AS type;
//= any order
//= type
//= 'R S'

// No relationship has two types.
MATCH ()-[r:T&S]->() RETURN r;
//= no rows

MATCH ()-[r]->() WHERE r:T RETURN type(r) AS type;
//= any order
//= type
//= 'T'

// Inline WHERE, on nodes and relationships, also seeing each other.
MATCH (x WHERE x.n = 1)-[r WHERE type(r) = 'T']->(y WHERE y.n > x.n) RETURN y.n AS n;
//= any order
//= n
//= 2

MATCH (x:A {n: 1} WHERE x:B) RETURN x;
//= no rows

// Labels and types are case-sensitive; back quotes take anything.
MATCH (x:a) RETURN x;
//= no rows
//? 1:10 UnknownLabel: no label 'a' is in the store; did you mean 'A'?

CREATE (:`Huyện uỷ` {`năm sinh`: 1980});
//~ +nodes 1, +properties 1, +labels 1

MATCH (x:`Huyện uỷ`) RETURN x, x.`năm sinh` AS y;
//= any order
//= x                                | y
//= (:`Huyện uỷ` {`năm sinh`: 1980}) | 1980
