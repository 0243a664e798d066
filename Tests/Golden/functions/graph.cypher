CREATE (a:A:Z {k: 1})-[r:T {w: 2}]->(b:B);
//~ +nodes 2, +relationships 1, +properties 2, +labels 3

MATCH p = (a:A)-[r:T]->(b)
RETURN labels(a) AS la, type(r) AS t, startNode(r) = a AS s, endNode(r) = b AS e, length(p) AS l, nodes(p) AS ns, relationships(p) AS rs;
//= any order
//= la         | t   | s    | e    | l | ns                    | rs
//= ['A', 'Z'] | 'T' | true | true | 1 | [(:A:Z {k: 1}), (:B)] | [[:T {w: 2}]]

// startNode and endNode are those of the relationship, not of the way it was followed.
MATCH (b:B)-[r]-(a) RETURN startNode(r) = a AS s, endNode(r) = b AS e;
//= any order
//= s    | e
//= true | true

// A path shows the direction of each relationship.
MATCH p = (:B)<-[:T]-(:A) RETURN p;
//= any order
//= p
//= <(:B)<-[:T {w: 2}]-(:A:Z {k: 1})>

MATCH p = (:B) RETURN p, length(p) AS l, nodes(p) AS n, relationships(p) AS r;
//= any order
//= p      | l | n      | r
//= <(:B)> | 0 | [(:B)] | []

// Identity: elementId and id find their entity again.
MATCH (a:A) MATCH (x) WHERE elementId(x) = elementId(a) RETURN x.k AS k;
//= any order
//= k
//= 1

MATCH (a:A) WITH id(a) AS i MATCH (x) WHERE id(x) = i RETURN x.k AS k, id(x) = i AS same;
//= any order
//= k | same
//= 1 | true

MATCH ()-[r]->() WITH elementId(r) AS i, r MATCH ()-[s]->() WHERE elementId(s) = i RETURN s = r AS same, valueType(i) AS type;
//= any order
//= same | type
//= true | 'STRING NOT NULL'

// Ids that nothing has.
MATCH (x) WHERE id(x) = 1000000 RETURN x;
//= no rows

MATCH (x) WHERE id(x) = -1 OR id(x) = 9223372036854775807 RETURN x;
//= no rows

MATCH (x) WHERE id(x) = 'a' RETURN x;
//= no rows

MATCH (x) WHERE elementId(x) = 'nonsense' RETURN x;
//= no rows

MATCH (x) WHERE id(x) IN [0, 1, null, 7] RETURN count(x) AS count;
//= any order
//= count
//= 2

RETURN valueType(1) AS i, valueType(1.5) AS f, valueType('a') AS s, valueType(true) AS b, valueType(null) AS n,
  valueType([1, 'a']) AS l, valueType({a: 1}) AS m, valueType(date('2020-01-01')) AS d;
//= any order
//= i                  | f                | s                 | b                  | n      | l                                                    | m              | d
//= 'INTEGER NOT NULL' | 'FLOAT NOT NULL' | 'STRING NOT NULL' | 'BOOLEAN NOT NULL' | 'NULL' | 'LIST<STRING NOT NULL \| INTEGER NOT NULL> NOT NULL' | 'MAP NOT NULL' | 'DATE NOT NULL'

MATCH p = (a:A)-[r]->() RETURN valueType(a) AS a, valueType(r) AS r, valueType(p) AS p;
//= any order
//= a               | r                       | p
//= 'NODE NOT NULL' | 'RELATIONSHIP NOT NULL' | 'PATH NOT NULL'

RETURN labels(1);
//! 1:15 SyntaxError compile time InvalidArgumentType

MATCH (a:A) RETURN type(a);
//! 1:25 SyntaxError compile time InvalidArgumentType

RETURN nosuch(1);
//! 1:8 SyntaxError compile time UnknownFunction

RETURN coallesce(1, 2);
//! 1:8 SyntaxError compile time UnknownFunction

RETURN size();
//! 1:8 SyntaxError compile time InvalidNumberOfArguments

RETURN exists((:A)-->()) AS pattern;
//= any order
//= pattern
//= true
