// Paths that are repeated (GQL: quantified path patterns): a → b → c → d, d → b, and a shortcut.
CREATE (a:V {n: 'a', h: 1})-[:T {k: 1}]->(b:V {n: 'b', h: 2})-[:T {k: 2}]->(c:V {n: 'c', h: 3}),
  (c)-[:T {k: 3}]->(d:V:End {n: 'd', h: 1}), (d)-[:S {k: 4}]->(b), (a)-[:S {k: 5}]->(c);
//~ +nodes 4, +relationships 5, +properties 13, +labels 5

// Inside, variables are single; after it, they are lists.
MATCH ({n: 'a'}) ((x)-[r:T]->(y)){1,2} (z)
RETURN [v IN x | v.n] AS x, [e IN r | e.k] AS r, [v IN y | v.n] AS y, z.n AS z ORDER BY size(r);
//= in order
//= x          | r      | y          | z
//= ['a']      | [1]    | ['b']      | 'b'
//= ['a', 'b'] | [1, 2] | ['b', 'c'] | 'c'

// A condition holds in each repetition: here the way only goes up.
MATCH p = (s {n: 'a'}) ((x)-->(y) WHERE x.h < y.h)+ (e)
RETURN [v IN nodes(p) | v.n] AS way ORDER BY way;
//= in order
//= way
//= ['a', 'b']
//= ['a', 'b', 'c']
//= ['a', 'c']

// No repetition: the node itself, and empty lists.
MATCH (s {n: 'd'}) ((x)-[:T]->(y)){0,3} (e) RETURN e.n AS e, x, y;
//= any order
//= e   | x  | y
//= 'd' | [] | []

// Followed from its end, lists are in the order written.
MATCH (s) ((x)-[r:T]->())+ (:End) RETURN s.n AS s, [v IN x | v.n] AS x ORDER BY s;
//= in order
//= s   | x
//= 'a' | ['a', 'b', 'c']
//= 'b' | ['b', 'c']
//= 'c' | ['c']

// Several relationships in one repetition; no relationship is used twice.
MATCH p = ({n: 'a'}) (()-[:T]->()-[:T]->())+ (e) RETURN e.n AS e, length(p) AS length;
//= any order
//= e   | length
//= 'c' | 2

MATCH p = (b {n: 'b'}) (()-->())+ (b) RETURN [r IN relationships(p) | r.k] AS ks;
//= any order
//= ks
//= [2, 3, 4]

// Parts may follow each other without a node between them.
MATCH ({n: 'a'}) (()-[:S]->()){1} (()-[:T]->()){1} (e) RETURN e.n AS e;
//= any order
//= e
//= 'd'

OPTIONAL MATCH ({n: 'd'}) ((x)-[:T]->(y))+ (e) RETURN x, e;
//= any order
//= x    | e
//= null | null

// A quantifier of one relationship, and what must hold of each.
MATCH ({n: 'a'})-[r:T WHERE r.k < 3]->+(e) RETURN e.n AS e, [x IN r | x.k] AS ks ORDER BY e;
//= in order
//= e   | ks
//= 'b' | [1]
//= 'c' | [1, 2]

MATCH ({n: 'a'})-[r*1..3 WHERE r.k <> 2]->(e) RETURN [x IN r | x.k] AS ks ORDER BY ks;
//= in order
//= ks
//= [1]
//= [5]
//= [5, 3]
//= [5, 3, 4]

MATCH p = shortestPath((a {n: 'a'})-[r* WHERE r.k < 5]->(c {n: 'c'})) RETURN length(p) AS length;
//= any order
//= length
//= 2

UNWIND [0, 9] AS least
MATCH ({n: 'a'}) (()-[r]->() WHERE r.k > least){1} (e) RETURN least, e.n AS e ORDER BY e;
//= in order
//= least | e
//= 0     | 'b'
//= 0     | 'c'

// Conditions wait for what they read.
MATCH ({n: 'a'})-[r* {k: e.h}]->(x), (e {n: 'd'}) RETURN [y IN r | y.k] AS ks;
//= any order
//= ks
//= [1]

// A path that begins or ends with a repetition has a name too.
MATCH p = ((x)-[r:T]->(y)){2} RETURN [v IN nodes(p) | v.n] AS way, [v IN x | v.n] AS x ORDER BY way;
//= in order
//= way             | x
//= ['a', 'b', 'c'] | ['a', 'b']
//= ['b', 'c', 'd'] | ['b', 'c']

// A condition of a repetition may ask for another.
MATCH p = ({n: 'a'}) ((x)-[:T]->(y) WHERE EXISTS { (y)-->+(:End) })+ (z) RETURN z.n AS z ORDER BY z;
//= in order
//= z
//= 'b'
//= 'c'
//= 'd'

MATCH (x) ((x)-->(y))+ (z) RETURN x;
//! 1:13 SyntaxError compile time VariableAlreadyBound

MATCH ((x)-[:T*2]->(y)){2} RETURN x;
//! 1:11 SyntaxError compile time UnexpectedSyntax

MATCH ((x)){2} RETURN x;
//! 1:8 SyntaxError compile time UnexpectedSyntax

MATCH (a) ((x)-->(y)) (b) RETURN x;
//! 1:23 SyntaxError compile time UnexpectedSyntax

CREATE ((x)-[:T]->(y)){2};
//! 1:8 SyntaxError compile time UnexpectedSyntax

MATCH (p = (x)-->(y)){2} RETURN p;
//! 1:8 SyntaxError compile time UnexpectedSyntax: a path that is repeated cannot have a name in its parentheses

MATCH (a) (((x)-->(y))+ (z)){2} RETURN x;
//! 1:12 SyntaxError compile time UnexpectedSyntax: a path that is repeated cannot have repeated parts; ask for the inner repetition in its WHERE
