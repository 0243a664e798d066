// MATCH clauses that follow one another are planned as one pattern, which must not show.
CREATE CONSTRAINT c_n FOR (n:C) REQUIRE n.n IS UNIQUE;
//~ +constraints 1
CREATE (t:I {t: 'Tea'}), (u:I {t: 5}), (c:C {n: 'x'}), (d:C {n: 'y'}), (z:C {n: 'z'}),
  (a:P {k: 1, g: 'm'}), (b:P {k: 2, g: 'f'}), (e:P {k: 3}),
  (a)-[:L]->(t), (b)-[:L]->(t), (b)-[:L]->(t), (e)-[:L]->(u),
  (a)-[:V]->(c), (b)-[:V]->(c), (e)-[:V]->(d);
//~ +nodes 8, +relationships 7, +properties 10, +labels 8

// The later clause is entered first, by its index.
EXPLAIN MATCH (p:P)-[:L]->(i:I) WITH p MATCH (p)-[:V]->(c:C {n: 'x'}) RETURN p.k AS k;
//# plan
//# Projection
//#   Expand(All)
//#     Expand(All)
//#       NodeUniqueIndexSeek
//#         Argument

MATCH (p:P)-[:L]->(i:I) WITH p MATCH (p)-[:V]->(c:C {n: 'x'}) RETURN p.k AS k;
//= any order
//= k
//= 1
//= 2
//= 2

// A variable that WITH drops still has its rows …
MATCH (p:P)-[:L]->(i:I) WITH p MATCH (p)-[:V]->(c:C {n: 'x'}) RETURN count(*) AS n, count(p.g) AS g;
//= any order
//= n | g
//= 3 | 3

MATCH (p:P)-[r:L]->(i) WITH i AS p MATCH (p)<-[:L]-(q) MATCH (q)-[:V]->(r) RETURN q.k AS q, r.n AS r;
//= any order
//= q | r
//= 1 | 'x'
//= 1 | 'x'
//= 1 | 'x'
//= 2 | 'x'
//= 2 | 'x'
//= 2 | 'x'
//= 2 | 'x'
//= 2 | 'x'
//= 2 | 'x'
//= 3 | 'y'

// … but not after DISTINCT, and not all of them after LIMIT.
MATCH (p:P)-[:L]->(i:I) WITH DISTINCT p MATCH (p)-[:V]->(c:C {n: 'x'}) RETURN p.k AS k;
//= any order
//= k
//= 1
//= 2

MATCH (p:P)-[:L]->(i:I) WITH p ORDER BY p.k DESC LIMIT 2 MATCH (p)-[:V]->(c:C) RETURN p.k AS k, c.n AS c;
//= any order
//= k | c
//= 2 | 'x'
//= 3 | 'y'

MATCH (p:P)-[:L]->(i:I) WITH p, count(*) AS n MATCH (p)-[:V]->(c:C) RETURN p.k AS k, c.n AS c, n;
//= any order
//= k | c   | n
//= 1 | 'x' | 1
//= 2 | 'x' | 2
//= 3 | 'y' | 1

// Relationships differ within their own clause only.
MATCH (a:P)-[:L]->(i) MATCH (b:P)-[:L]->(i) RETURN a.k AS a, b.k AS b;
//= any order
//= a | b
//= 1 | 1
//= 1 | 2
//= 1 | 2
//= 2 | 1
//= 2 | 1
//= 2 | 2
//= 2 | 2
//= 2 | 2
//= 2 | 2
//= 3 | 3

MATCH (a:P)-[:L]->(i), (b:P)-[:L]->(i) RETURN a.k AS a, b.k AS b;
//= any order
//= a | b
//= 1 | 2
//= 1 | 2
//= 2 | 1
//= 2 | 1
//= 2 | 2
//= 2 | 2

MATCH (a:P)-[:L]->(i) MATCH (b:P)-[:L]->(i)<-[:L]-(c) RETURN count(*) AS n;
//= any order
//= n
//= 18

MATCH (a:P)-[:L]->(i)<-[:L]-(b) WITH i, b MATCH (i)<-[:L]-(c) WITH i MATCH (i)<-[:L*1..2]-(d) RETURN count(*) AS n;
//= any order
//= n
//= 54

// The WHERE of WITH is a predicate between the two.
MATCH (p:P)-[:L]->(i) WITH p, i.t AS t WHERE t <> 5 MATCH (p)-[:V]->(c) RETURN p.k AS k, c.n AS c;
//= any order
//= k | c
//= 1 | 'x'
//= 2 | 'x'
//= 2 | 'x'

MATCH (p:P)-[:L]->(i) WITH p, i WHERE p.g = 'f' OR i.t = 5 MATCH (p)-[:V]->(c) RETURN p.k AS k, c.n AS c;
//= any order
//= k | c
//= 2 | 'x'
//= 2 | 'x'
//= 3 | 'y'

// What throws does so for just those rows that the earlier clause leaves …
EXPLAIN MATCH (p:P)-[:V]->(c:C) WHERE p.k < 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = 'tea' RETURN p.k AS k;
//# plan
//# Projection
//#   Filter
//#     Expand(All)
//#       Expand(All)
//#         Filter
//#           NodeByLabelScan
//#             Argument

MATCH (p:P)-[:V]->(c:C) WHERE p.k < 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = 'tea' RETURN p.k AS k;
//= any order
//= k
//= 1
//= 2
//= 2

MATCH (p:P)-[:V]->(c:C) WHERE p.k < 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = 'tea' RETURN count(*) AS n, count(i) AS i;
//= any order
//= n | i
//= 3 | 3

MATCH (p:P)-[:V]->(c:C) WHERE p.k >= 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = 'tea' RETURN p.k AS k;
//! 2:29 TypeError runtime InvalidArgumentValue

MATCH (p:P)-[:V]->(c:C) WHERE p.k >= 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = 'tea' RETURN count(*) AS n;
//! 2:29 TypeError runtime InvalidArgumentValue

// … and a constant for no row at all.
// param: t = 7
MATCH (p:P)-[:V]->(c:C) WHERE p.k > 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = toLower($t) RETURN p.k AS k;
//= no rows

// param: t = 'TEA'
MATCH (p:P)-[:V]->(c:C) WHERE p.k < 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = toLower($t) RETURN p.k AS k;
//= any order
//= k
//= 1
//= 2
//= 2

// param: t = 7
MATCH (p:P)-[:V]->(c:C) WHERE p.k < 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = toLower($t) RETURN p.k AS k;
//! 2:44 TypeError runtime InvalidArgumentValue

// param: t = null
MATCH (p:P)-[:V]->(c:C) WHERE p.k < 3 WITH p
MATCH (p)-[:L]->(i:I) WHERE toLower(i.t) = toLower($t) RETURN p.k AS k;
//= no rows

MATCH (p:P) WHERE p.g IS NOT NULL MATCH (p)-[:L]->(i) WHERE 1 / (3 - p.k) >= 1 RETURN p.k AS k;
//= any order
//= k
//= 2
//= 2

MATCH (p:P) MATCH (p)-[:L]->(i) WHERE 1 / (3 - p.k) >= 1 RETURN p.k AS k;
//! 1:39 ArithmeticError runtime

// Null from OPTIONAL MATCH finds nothing, whichever clause comes first.
MATCH (c:C) OPTIONAL MATCH (c)<-[:V]-(p:P {k: 3}) MATCH (c)<-[:V]-(q) MATCH (p)-[:L]->(i) RETURN c.n AS c, q.k AS q, i.t AS t;
//= any order
//= c   | q | t
//= 'y' | 3 | 5

MATCH (c:C) OPTIONAL MATCH (c)<-[:V]-(p:P {k: 3}) MATCH (c)<-[:V]-(q) MATCH (q) WHERE p IS NULL RETURN c.n AS c, q.k AS q;
//= any order
//= c   | q
//= 'x' | 1
//= 'x' | 2

// Paths, labels and names of both clauses.
MATCH s = (p:P)-[:V]->(c) WITH s, p AS q MATCH t = (q)-[:L]->(i:I {t: 'Tea'}) RETURN length(s) + length(t) AS n, nodes(s)[1].n AS c;
//= any order
//= n | c
//= 2 | 'x'
//= 2 | 'x'
//= 2 | 'x'

MATCH (p)-[:V]->(c) MATCH (p:P) MATCH (c:I) RETURN count(*) AS n;
//= any order
//= n
//= 0

MATCH (p)-[r]->(c) WITH p, r MATCH (q)-[r]->(c) RETURN count(*) AS n;
//= any order
//= n
//= 7

MATCH (p:P)-[r]->() MATCH (p)-[s]->() WHERE r = s RETURN count(*) AS n;
//= any order
//= n
//= 7

// As much as a statement changes is read before.
MATCH (p:P)-[:L]->(i) WITH p MATCH (p)-[:V]->(c:C {n: 'x'}) CREATE (p)-[:L]->(:I {t: 'Mate'});
//~ +nodes 3, +relationships 3, +properties 3, +labels 3
