// Path selectors: of all paths between each two nodes some of the shortest.
CREATE (a:V {n: 'a'})-[:T {k: 1}]->(b:V {n: 'b'})-[:T {k: 2}]->(d:V {n: 'd'}),
  (a)-[:T {k: 3}]->(c:V {n: 'c'})-[:T {k: 4}]->(d), (a)-[:T {k: 5}]->(d), (d)-[:T {k: 6}]->(a);
//~ +nodes 4, +relationships 6, +properties 10, +labels 4

MATCH p = ANY SHORTEST (a {n: 'a'})-[:T]->+(d {n: 'd'})
RETURN [r IN relationships(p) | r.k] AS ks;
//= any order
//= ks
//= [5]

MATCH p = SHORTEST 2 (a {n: 'a'})-[:T]->+(d {n: 'd'}) RETURN length(p) AS length ORDER BY length;
//= in order
//= length
//= 1
//= 2

MATCH p = SHORTEST 2 GROUPS (a {n: 'a'})-[:T]->+(d {n: 'd'})
RETURN [r IN relationships(p) | r.k] AS ks ORDER BY ks;
//= in order
//= ks
//= [1, 2]
//= [3, 4]
//= [5]

MATCH p = ANY 2 (a {n: 'a'})-[:T]->+(d {n: 'd'}) RETURN count(p) AS paths;
//= any order
//= paths
//= 2

// Unlike shortestPath(…), a selector finds the ways from a node back to itself.
MATCH p = ALL SHORTEST (a {n: 'a'})-[:T]->+(a) RETURN [r IN relationships(p) | r.k] AS ks;
//= any order
//= ks
//= [5, 6]

MATCH p = shortestPath((a {n: 'a'})-[:T*]->(a)) RETURN p;
//= no rows

// Least lengths count.
MATCH p = ALL SHORTEST (a {n: 'a'})-[:T]->{2,}(d {n: 'd'})
RETURN [r IN relationships(p) | r.k] AS ks ORDER BY ks;
//= in order
//= ks
//= [1, 2]
//= [3, 4]

// Between each two nodes, also over several parts.
MATCH p = ALL SHORTEST (a {n: 'a'}) ((x)-[:T]->(y))+ (m)-[:T]->(e)
RETURN e.n AS e, length(p) AS length, [v IN y | v.n] AS y ORDER BY e, y;
//= in order
//= e   | length | y
//= 'a' | 2      | ['d']
//= 'b' | 3      | ['d', 'a']
//= 'c' | 3      | ['d', 'a']
//= 'd' | 2      | ['b']
//= 'd' | 2      | ['c']

// What stands in the parentheses holds before the selection, WHERE after it.
MATCH p = ANY SHORTEST ((a {n: 'a'})-[r:T]->+(d {n: 'd'}) WHERE size(r) > 1)
RETURN length(p) AS length;
//= any order
//= length
//= 2

MATCH p = ANY SHORTEST (a {n: 'a'})-[r:T]->+(d {n: 'd'}) WHERE size(r) > 1 RETURN p;
//= no rows

MATCH p = ALL PATHS (a {n: 'a'})-[:T]->{1,2}(d {n: 'd'}) RETURN count(p) AS paths;
//= any order
//= paths
//= 3

MATCH p = SHORTEST 0 (a)-->+(b) RETURN p;
//! 1:20 SyntaxError compile time UnexpectedSyntax

MATCH p = SHORTEST (a)-->+(b) RETURN p;
//! 1:20 SyntaxError compile time UnexpectedSyntax

// The number may be a parameter.
// param: k = 2
MATCH p = SHORTEST $k PATHS (a {n: 'a'})-[:T]->+(d {n: 'd'}) RETURN length(p) AS length ORDER BY length;
//= in order
//= length
//= 1
//= 2

// param: k = 1
MATCH p = SHORTEST $k PATH GROUP (a {n: 'a'})-[:T]->+(x)-[:T]->(d {n: 'd'}) RETURN length(p) AS length;
//= any order
//= length
//= 2
//= 2

// param: k = 0
MATCH p = ANY $k (a {n: 'a'})-[:T]->+(d) RETURN p;
//! 1:7 SyntaxError runtime InvalidArgumentValue

// param: k = 'two'
MATCH p = ANY $k (a {n: 'a'})-[:T]->+(d) RETURN p;
//! 1:7 SyntaxError runtime InvalidArgumentType

// A path in parentheses has a name for its condition, which holds before paths are selected.
MATCH SHORTEST 1 (p = (a {n: 'a'})-[:T]->+(d {n: 'd'}) WHERE length(p) > 1)
RETURN length(p) AS length;
//= any order
//= length
//= 2

MATCH q = SHORTEST 2 GROUPS (p = (a {n: 'a'})-[:T]->+(d {n: 'd'}) WHERE length(p) < 2) RETURN p = q AS same;
//= any order
//= same
//= true

MATCH ANY SHORTEST (p = (a {n: 'a'})((x)-[:T]->())+(d {n: 'd'})) RETURN length(p) AS length, size(x) AS x;
//= any order
//= length | x
//= 1      | 1

MATCH p = ANY SHORTEST (p = (a)-[:T]->+(d) WHERE length(p) > 1) RETURN p;
//! 1:25 SyntaxError compile time VariableAlreadyBound
