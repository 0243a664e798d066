// Each alternative of the grammar of expressions.
CREATE (:A {k: 1})-[:T {k: 5}]->(:B {k: 2});
//~ +nodes 2, +relationships 1, +properties 3, +labels 2

RETURN [x IN [1,2,3] WHERE x > 1 | x * 2], [x IN [1,2]], [x IN [1,2] | x], [x IN [1,2] WHERE x = 1];
//= any order
//= [x IN [1,2,3] WHERE x > 1 \| x * 2] | [x IN [1,2]] | [x IN [1,2] \| x] | [x IN [1,2] WHERE x = 1]
//= [4, 6]                              | [1, 2]       | [1, 2]            | [1]

RETURN trim('  a '), TRIM(' b');
//= any order
//= trim('  a ') | TRIM(' b')
//= 'a'          | 'b'

RETURN [1,2,3][0], [1,2,3][0..1], [1,2,3][..], [1,2,3][1..], [1,2,3][..-1], {a: 1}['a'], {a: {b: 1}}.a.b;
//= any order
//= [1,2,3][0] | [1,2,3][0..1] | [1,2,3][..] | [1,2,3][1..] | [1,2,3][..-1] | {a: 1}['a'] | {a: {b: 1}}.a.b
//= 1          | [1]           | [1, 2, 3]   | [2, 3]       | [1, 2]        | 1           | 1

RETURN 2 ^ 3 ^ 2, -2 ^ 2, 7 % 4, 7 / 2, +1, - 1, -(-1);
//= any order
//= 2 ^ 3 ^ 2 | -2 ^ 2 | 7 % 4 | 7 / 2 | +1 | - 1 | -(-1)
//= 64.0      | 4.0    | 3     | 3     | 1  | -1  | 1

RETURN 1 < 2 < 3, 1 = 1 = true, 1 <> 2, 1 <= 1 >= 1, 'a' STARTS WITH 'a', 'a' ENDS WITH 'a', 'a' CONTAINS 'a', 'a' =~ 'a', 1 IN [1];
//= any order
//= 1 < 2 < 3 | 1 = 1 = true | 1 <> 2 | 1 <= 1 >= 1 | 'a' STARTS WITH 'a' | 'a' ENDS WITH 'a' | 'a' CONTAINS 'a' | 'a' =~ 'a' | 1 IN [1]
//= true      | false        | true   | true        | true                | true              | true             | true       | true

RETURN 1 IN [1] = true, 'a' STARTS WITH 'a' = true;
//= any order
//= 1 IN [1] = true | 'a' STARTS WITH 'a' = true
//= true            | true

RETURN NOT 1 = 2, NOT NOT true, true XOR true, true OR false AND false;
//= any order
//= NOT 1 = 2 | NOT NOT true | true XOR true | true OR false AND false
//= true      | true         | false         | true

RETURN NOT true = false;
//= any order
//= NOT true = false
//= true

RETURN {match: 1, return: 2, null: 3, true: 4, `a b`: 5, all: 6}.match;
//= any order
//= {match: 1, return: 2, null: 3, true: 4, `a b`: 5, all: 6}.match
//= 1

RETURN {a: 1,};
//! 1:14 SyntaxError compile time UnexpectedSyntax

RETURN {1: 2};
//! 1:9 SyntaxError compile time UnexpectedSyntax

RETURN {'a': 2};
//! 1:9 SyntaxError compile time UnexpectedSyntax

RETURN {a: 1, a: 2};
//= any order
//= {a: 1, a: 2}
//= {a: 2}

RETURN 'a
b';
//= any order
//= 'a b'
//= 'a\nb'

RETURN "a" + 'b' || 'c';
//= any order
//= "a" + 'b' \|\| 'c'
//= 'abc'

RETURN [1] || [2] || [3], [1] + 2 + [3], 1 + [2];
//= any order
//= [1] \|\| [2] \|\| [3] | [1] + 2 + [3] | 1 + [2]
//= [1, 2, 3]             | [1, 2, 3]     | [1, 2]

RETURN null || 'a';
//= any order
//= null \|\| 'a'
//= null

RETURN 1 => 1;
//! 1:11 SyntaxError compile time UnexpectedSyntax

RETURN 1 <> 2 <> 3, 1 = 1 <> 2;
//= any order
//= 1 <> 2 <> 3 | 1 = 1 <> 2
//= true        | true

RETURN 1 < 2 > 1 <= 1 = 1;
//= any order
//= 1 < 2 > 1 <= 1 = 1
//= true

RETURN 1 < null < 0, 3 < 2 < null;
//= any order
//= 1 < null < 0 | 3 < 2 < null
//= null         | false

RETURN NOT NOT NOT true;
//= any order
//= NOT NOT NOT true
//= false

RETURN -+-1, --1, - - 1, +-1;
//= any order
//= -+-1 | --1 | - - 1 | +-1
//= 1    | 1   | 1     | -1

RETURN 10 / 3 * 3, 10 % 3 * 2, 2 + 3 % 2, -7 / 2, -7 % 3, 7 % -3;
//= any order
//= 10 / 3 * 3 | 10 % 3 * 2 | 2 + 3 % 2 | -7 / 2 | -7 % 3 | 7 % -3
//= 9          | 2          | 3         | -3     | -1     | 1

RETURN 'a' IN ['a'] AND NOT 'b' IN ['a'];
//= any order
//= 'a' IN ['a'] AND NOT 'b' IN ['a']
//= true

RETURN 1 IS NOT NULL AND null IS NULL;
//= any order
//= 1 IS NOT NULL AND null IS NULL
//= true

RETURN NOT null IS NULL;
//= any order
//= NOT null IS NULL
//= false

RETURN 1 + 1 IS NULL, 1 + null IS NULL;
//= any order
//= 1 + 1 IS NULL | 1 + null IS NULL
//= false         | true

RETURN 'abc' STARTS WITH 'a' + 'b', 'abc' CONTAINS 'b' = true;
//= any order
//= 'abc' STARTS WITH 'a' + 'b' | 'abc' CONTAINS 'b' = true
//= true                        | true

RETURN [1,2,3][0..2][1], {l: [1,2]}.l[1], [{a: 1}][0].a, [[1,2],[3]][0][1];
//= any order
//= [1,2,3][0..2][1] | {l: [1,2]}.l[1] | [{a: 1}][0].a | [[1,2],[3]][0][1]
//= 2                | 2               | 1             | 2

RETURN [1,2,3][-1], [1,2,3][3], [1,2,3][-4], [1,2,3][null], null[0], {a: 1}[null];
//= any order
//= [1,2,3][-1] | [1,2,3][3] | [1,2,3][-4] | [1,2,3][null] | null[0] | {a: 1}[null]
//= 3           | null       | null        | null          | null    | null

RETURN [1,2,3][1.0];
//! 1:8 TypeError runtime ListElementAccessByNonInteger

RETURN [1,2,3]['a'];
//! 1:8 TypeError runtime ListElementAccessByNonInteger

RETURN {a: 1}[0];
//! 1:8 TypeError runtime MapElementAccessByNonString

RETURN {a: 1}['b'], {a: 1}.b;
//= any order
//= {a: 1}['b'] | {a: 1}.b
//= null        | null

RETURN 'abc'[0];
//! 1:8 TypeError compile time InvalidArgumentType

RETURN [1,2,3][null..2], [1,2,3][1..null], [1,2,3][2..1], [1,2,3][-2..], [1,2,3][..-5], [1,2,3][0..10], [1,2,3][-10..2];
//= any order
//= [1,2,3][null..2] | [1,2,3][1..null] | [1,2,3][2..1] | [1,2,3][-2..] | [1,2,3][..-5] | [1,2,3][0..10] | [1,2,3][-10..2]
//= null             | null             | []            | [2, 3]        | []            | [1, 2, 3]      | [1, 2]

RETURN [1,2,3]['a'..2];
//! 1:8 TypeError runtime InvalidArgumentType

RETURN [x IN null | x], [x IN [] | x], reduce(s = 0, x IN null | s + x), reduce(s = 0, x IN [] | s), all(x IN null WHERE true);
//= any order
//= [x IN null \| x] | [x IN [] \| x] | reduce(s = 0, x IN null \| s + x) | reduce(s = 0, x IN [] \| s) | all(x IN null WHERE true)
//= null             | []             | null                              | 0                           | null

RETURN [x IN [1,2] WHERE x > 1 AND true | x + 1], [x IN [[1],[2]] | [y IN x | y + 1]];
//= any order
//= [x IN [1,2] WHERE x > 1 AND true \| x + 1] | [x IN [[1],[2]] \| [y IN x \| y + 1]]
//= [3]                                        | [[2], [3]]

RETURN [x IN range(1,3) | x + count(*)];
//! 1:27 SyntaxError compile time InvalidAggregation

RETURN [x IN [1] | [x IN [2] | x]], [x IN [1] WHERE any(x IN [2] WHERE x = 2)];
//= any order
//= [x IN [1] \| [x IN [2] \| x]] | [x IN [1] WHERE any(x IN [2] WHERE x = 2)]
//= [[2]]                         | [1]

RETURN 1 < 'a', 'a' < 1, 1 > null, [1,2] < [1,3], [1] < [1, 2], [] < [1], true > false, false > true, {a: 1} < {a: 2}, 1 < [1];
//= any order
//= 1 < 'a' | 'a' < 1 | 1 > null | [1,2] < [1,3] | [1] < [1, 2] | [] < [1] | true > false | false > true | {a: 1} < {a: 2} | 1 < [1]
//= null    | null    | null     | true          | true         | true     | true         | false        | true            | null

RETURN [1, null] < [1, 2], [1, 'a'] < [1, 2], [null] < [1], [1, 2] >= [1, null], [1, 2] > [1, null], [1, 2] >= [3, null], [1,2] <= [null];
//= any order
//= [1, null] < [1, 2] | [1, 'a'] < [1, 2] | [null] < [1] | [1, 2] >= [1, null] | [1, 2] > [1, null] | [1, 2] >= [3, null] | [1,2] <= [null]
//= null               | null              | null         | null                | null               | false               | null

RETURN 1.0 / 0.0 > 1, -1.0/0.0 < 1, 0.0/0.0 > 1, 0.0/0.0 <= 0.0/0.0, 0.0/0.0 = 0.0/0.0, 0.0/0.0 <> 0.0/0.0, 0.0/0.0 < 'a', 0.0/0.0 = null, 0.0/0.0 = 1;
//= any order
//= 1.0 / 0.0 > 1 | -1.0/0.0 < 1 | 0.0/0.0 > 1 | 0.0/0.0 <= 0.0/0.0 | 0.0/0.0 = 0.0/0.0 | 0.0/0.0 <> 0.0/0.0 | 0.0/0.0 < 'a' | 0.0/0.0 = null | 0.0/0.0 = 1
//= true          | true         | false       | false              | false             | true               | null          | null           | false

RETURN 1 <> 'a', 1 = 'a', 1 = 1.0, 9007199254740993 = 9007199254740992.0, {a: 1} = {a: 1.0}, {a: null} = {a: null}, {} = {}, {a: 1} = {b: 1}, {a: null} = {}, [1, null] = [1, null], [1, null] = [2, null], [1, 2] = [1], [null] = null, [] = [], [[1]] = [[1]], [[1, null]] = [[1, 2]], 'a' = null;
//= any order
//= 1 <> 'a' | 1 = 'a' | 1 = 1.0 | 9007199254740993 = 9007199254740992.0 | {a: 1} = {a: 1.0} | {a: null} = {a: null} | {} = {} | {a: 1} = {b: 1} | {a: null} = {} | [1, null] = [1, null] | [1, null] = [2, null] | [1, 2] = [1] | [null] = null | [] = [] | [[1]] = [[1]] | [[1, null]] = [[1, 2]] | 'a' = null
//= true     | false   | true    | false                                 | true              | null                  | true    | false           | false          | null                  | false                 | false        | null          | true    | true          | null                   | null

RETURN 1 IN [1, null], 2 IN [1, null], null IN [1], null IN [], null IN [null], 1 IN [], [1] IN [[1]], [1] IN [1], [1, 2] IN [[1, [1, 2]]], [null] IN [[null]], [1] IN [[1, null]], [1, 2] IN [[null, 2]], [1, 2] IN [[1, null], [1, 2]], [] IN [[]], [] IN [1, []], [] IN [1, 2], [] IN [1, null], [] IN [1, [], null], [[]] IN [1, [[]]], [[1,2], [3,4]] IN [5, [[1,2],[3,4]]], [[1,2],3] IN [[1,3,[4,5]]], 1 IN null, null IN null, [1,2] IN [[null,'foo'],[1,2]], [1,2] IN [1,[1,2]], [1,2] IN [[null,2],[1,2]], [1, 'b'] IN [[null, 'a']];
//= any order
//= 1 IN [1, null] | 2 IN [1, null] | null IN [1] | null IN [] | null IN [null] | 1 IN [] | [1] IN [[1]] | [1] IN [1] | [1, 2] IN [[1, [1, 2]]] | [null] IN [[null]] | [1] IN [[1, null]] | [1, 2] IN [[null, 2]] | [1, 2] IN [[1, null], [1, 2]] | [] IN [[]] | [] IN [1, []] | [] IN [1, 2] | [] IN [1, null] | [] IN [1, [], null] | [[]] IN [1, [[]]] | [[1,2], [3,4]] IN [5, [[1,2],[3,4]]] | [[1,2],3] IN [[1,3,[4,5]]] | 1 IN null | null IN null | [1,2] IN [[null,'foo'],[1,2]] | [1,2] IN [1,[1,2]] | [1,2] IN [[null,2],[1,2]] | [1, 'b'] IN [[null, 'a']]
//= true           | null           | null        | false      | null           | false   | true         | false      | false                   | null               | false              | null                  | true                          | true       | true          | false        | null            | true                | true              | true                                 | false                      | null      | null         | true                          | true               | true                      | false

RETURN 3 IN [[1,2,3]][0], 3 IN [1,2,3][0..1], 1 IN [2,3][0..] + [1];
//= any order
//= 3 IN [[1,2,3]][0] | 3 IN [1,2,3][0..1] | 1 IN [2,3][0..] + [1]
//= true              | false              | true

RETURN [1] IN [[1,2,3][0..1]], [1,2] IN [[1,2,3][0..2], null];
//= any order
//= [1] IN [[1,2,3][0..1]] | [1,2] IN [[1,2,3][0..2], null]
//= true                   | true

RETURN 1 IN 1;
//! 1:13 SyntaxError compile time InvalidArgumentType

RETURN 1 IN 'foo';
//! 1:13 SyntaxError compile time InvalidArgumentType

RETURN 1 IN {x: []};
//! 1:13 SyntaxError compile time InvalidArgumentType

RETURN 1 IN true;
//! 1:13 SyntaxError compile time InvalidArgumentType

RETURN 1 IN 1.5;
//! 1:13 SyntaxError compile time InvalidArgumentType

RETURN [{a: 1, b: [1, {c: null}]}, 'x', 1.5, true];
//= any order
//= [{a: 1, b: [1, {c: null}]}, 'x', 1.5, true]
//= [{a: 1, b: [1, {c: null}]}, 'x', 1.5, true]

RETURN 12 / 4 * 3 - 2 * 4, 12 / 4 * (3 - 2 * 4);
//= any order
//= 12 / 4 * 3 - 2 * 4 | 12 / 4 * (3 - 2 * 4)
//= 1                  | -15

RETURN '3' - 2;
//! 1:8 SyntaxError compile time InvalidArgumentType

RETURN [1] - 1;
//! 1:8 SyntaxError compile time InvalidArgumentType

RETURN 9223372036854775807 + 1;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN 9223372036854775807 * 2;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN [[1], [2, 3], [4, 5]] + [5, [6, 7], [8, 9], 10][3], [[1], [2, 3], [4, 5]] + ([5, [6, 7], [8, 9], 10][3]);
//= any order
//= [[1], [2, 3], [4, 5]] + [5, [6, 7], [8, 9], 10][3] | [[1], [2, 3], [4, 5]] + ([5, [6, 7], [8, 9], 10][3])
//= [[1], [2, 3], [4, 5], 10]                          | [[1], [2, 3], [4, 5], 10]

RETURN [[1], [2, 3], [4, 5]] + [5, [6, 7], [8, 9], 10][2], [[1]] + [5, [6, 7]][1..3];
//= any order
//= [[1], [2, 3], [4, 5]] + [5, [6, 7], [8, 9], 10][2] | [[1]] + [5, [6, 7]][1..3]
//= [[1], [2, 3], [4, 5], 8, 9]                        | [[1], [6, 7]]

RETURN [1]||2 IN [3] + 4, [1]||2 IN ([3] + 4), ([1]||2) IN [3] + 4, [1] + 2 IN [3] + 4, [1] + (2 IN [3]) + 4;
//! 1:8 TypeError runtime InvalidArgumentType

RETURN [1] + 2 IN [[1, 2]], [1] = [1] IN [true];
//= any order
//= [1] + 2 IN [[1, 2]] | [1] = [1] IN [true]
//= true                | false

RETURN reduce(a = 0, x IN [1,2] | a + x), REDUCE(a = '', x IN ['b'] | a + x);
//= any order
//= reduce(a = 0, x IN [1,2] \| a + x) | REDUCE(a = '', x IN ['b'] \| a + x)
//= 3                                  | 'b'

RETURN ALL(x IN [1] WHERE x = 1), any(x IN [1] WHERE x = 1), Single(x IN [1] WHERE x = 1), NONE(x IN [1] WHERE x = 1);
//= any order
//= ALL(x IN [1] WHERE x = 1) | any(x IN [1] WHERE x = 1) | Single(x IN [1] WHERE x = 1) | NONE(x IN [1] WHERE x = 1)
//= true                      | true                      | true                         | false

RETURN count(*), COUNT ( * );
//= any order
//= count(*) | COUNT ( * )
//= 1        | 1

RETURN count(DISTINCT 1), count(ALL 1);
//= any order
//= count(DISTINCT 1) | count(ALL 1)
//= 1                 | 1

RETURN CASE 1 WHEN 1, 2 THEN 'a' ELSE 'b' END, CASE WHEN false THEN 1 END, CASE 3 WHEN 1 THEN 1 WHEN 3 THEN 3 END;
//= any order
//= CASE 1 WHEN 1, 2 THEN 'a' ELSE 'b' END | CASE WHEN false THEN 1 END | CASE 3 WHEN 1 THEN 1 WHEN 3 THEN 3 END
//= 'a'                                    | null                       | 3

RETURN CASE ELSE 1 END;
//! 1:13 SyntaxError compile time UnexpectedSyntax

RETURN CASE 1 ELSE 1 END;
//! 1:15 SyntaxError compile time UnexpectedSyntax

RETURN /* a */ 1 /* b */;
//= any order
//= 1
//= 1

RETURN CASE null WHEN null THEN 1 ELSE 2 END, CASE WHEN null THEN 1 ELSE 2 END, CASE 1 WHEN 1.0 THEN 'f' END, CASE [1] WHEN [1] THEN 'l' END;
//= any order
//= CASE null WHEN null THEN 1 ELSE 2 END | CASE WHEN null THEN 1 ELSE 2 END | CASE 1 WHEN 1.0 THEN 'f' END | CASE [1] WHEN [1] THEN 'l' END
//= 2                                     | 2                                | 'f'                          | 'l'

RETURN CASE WHEN 1 THEN 2 END;
//! 1:18 SyntaxError compile time InvalidArgumentType

RETURN CASE 1 WHEN 2 THEN 3 ELSE END;
//! 1:8 SyntaxError compile time UnexpectedSyntax

RETURN EXISTS { MATCH (n) } AND NOT EXISTS { MATCH (n:Nope) };
//= any order
//= EXISTS { MATCH (n) } AND NOT EXISTS { MATCH (n:Nope) }
//= true
//? 1:55 UnknownLabel

RETURN COUNT { (n)-->(m) }, COUNT { MATCH (n) WHERE n.k = 1 }, COLLECT { MATCH (n) RETURN n.k ORDER BY n.k };
//= any order
//= COUNT { (n)-->(m) } | COUNT { MATCH (n) WHERE n.k = 1 } | COLLECT { MATCH (n) RETURN n.k ORDER BY n.k }
//= 1                   | 1                                 | [1, 2]

RETURN COLLECT { MATCH (n) RETURN n.k, n };
//! 1:8 SyntaxError compile time InvalidSubquery

RETURN exists((:A)-->());
//= any order
//= exists((:A)-->())
//= true

RETURN;
//! 1:7 SyntaxError compile time UnexpectedSyntax
