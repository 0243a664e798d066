// Case mapping knows Vietnamese.
RETURN toUpper('đường Cầu Ngang') AS upper, toLower('ĐƯỜNG CẦU NGANG') AS lower,
  upper('ạ') AS u, lower('Ạ') AS l;
//= any order
//= upper             | lower             | u   | l
//= 'ĐƯỜNG CẦU NGANG' | 'đường cầu ngang' | 'Ạ' | 'ạ'

// đ folds to d, marks are dropped, case is folded.
RETURN fold('Đảng ủy Cầu Ngang') AS a, fold('ĐƯỜNG') AS b, fold('Nguyễn Thị Ánh') AS c, fold(null) AS n;
//= any order
//= a                   | b       | c                | n
//= 'dang uy cau ngang' | 'duong' | 'nguyen thi anh' | null

// Folding a decomposed text gives the same.
RETURN fold('Cầu') = fold(normalize('Cầu', 'NFD')) AS same;
//= any order
//= same
//= true

// Text is compared by code points, so the decomposed form of a literal differs…
RETURN normalize('Cầu', 'NFD') = 'Cầu' AS raw, normalize(normalize('Cầu', 'NFD')) = 'Cầu' AS composed,
  size(normalize('ầ', 'NFD')) AS decomposed, size('ầ') AS one;
//= any order
//= raw   | composed | decomposed | one
//= false | true     | 3          | 1

// size, substring, left, right and reverse count characters of the composed text.
RETURN size('Trà Vinh') AS size, substring('Cầu Ngang', 1, 3) AS sub, left('Đặng', 2) AS left,
  right('huyện', 3) AS right, reverse('Cầu') AS reverse;
//= any order
//= size | sub   | left | right | reverse
//= 8    | 'ầu ' | 'Đặ' | 'yện' | 'uầC'

RETURN substring('hello', 1) AS a, substring('hello', 10) AS b, substring('hello', 0, 0) AS c,
  substring('hello', 2, 100) AS d;
//= any order
//= a      | b  | c  | d
//= 'ello' | '' | '' | 'llo'

RETURN substring('hello', -1);
//! 1:8 ArgumentError runtime NumberOutOfRange

RETURN left('hello', -1);
//! 1:8 ArgumentError runtime NumberOutOfRange

RETURN left('abc', 10) AS l, right('abc', 10) AS r, left('abc', 0) AS e;
//= any order
//= l     | r     | e
//= 'abc' | 'abc' | ''

RETURN trim('  x ') AS t, ltrim('  x ') AS l, rtrim('  x ') AS r, btrim('  x ') AS b;
//= any order
//= t   | l    | r     | b
//= 'x' | 'x ' | '  x' | 'x'

RETURN btrim('xxhixx', 'x') AS b, ltrim('xxhi', 'x') AS l, rtrim('hixx', 'x') AS r;
//= any order
//= b    | l    | r
//= 'hi' | 'hi' | 'hi'

// Replacing nothing changes nothing.
RETURN replace('ababa', 'aba', 'x') AS a, replace('abc', '', '-') AS b, replace('abc', 'b', '') AS c;
//= any order
//= a     | b     | c
//= 'xba' | 'abc' | 'ac'

RETURN split('a,b,,c', ',') AS a, split('abc', '') AS b, split('', ',') AS c, split('a-b', '--') AS d;
//= any order
//= a                   | b               | c    | d
//= ['a', 'b', '', 'c'] | ['a', 'b', 'c'] | [''] | ['a-b']

RETURN split('', '') AS a, split('a', 'a') AS b, split('ab', ['', 'a']) AS c;
//= any order
//= a        | b        | c
//= ['', ''] | ['', ''] | ['a', 'b']

// What is trimmed, and where, in words.
WITH 'xxhixx' AS text, 'x' AS c, ' a' AS from
RETURN trim(BOTH 'x' FROM text) AS both, trim(LEADING c FROM text) AS leading, trim(TRAILING 'x' FROM text) AS trailing,
  trim(c FROM text) AS plain, trim(BOTH FROM ' a ') AS spaces, trim(from + ' ') AS call,
  trim(null FROM text) AS a, trim('x' FROM null) AS b;
//= any order
//= both | leading | trailing | plain | spaces | call | a    | b
//= 'hi' | 'hixx'  | 'xxhi'   | 'hi'  | 'a'    | 'a'  | null | null

// Normalization forms, as bare words and as text.
RETURN size(normalize('é', NFD)) AS d, size(normalize('é', 'nfc')) AS c, normalize('ﬁ', NFKC) AS k, normalize(null, NFC) AS n;
//= any order
//= d | c | k    | n
//= 2 | 1 | 'fi' | null

WITH normalize('é', NFD) AS d
RETURN d IS NORMALIZED AS a, d IS NFD NORMALIZED AS b, d IS NOT NFC NORMALIZED AS c, 'é' IS NORMALIZED AS e,
  'ﬁ' IS NFC NORMALIZED AS f, 'ﬁ' IS NFKC NORMALIZED AS g, 'ﬁ' IS NOT NFKD NORMALIZED AS h, 1 IS NORMALIZED AS i, null IS NOT NORMALIZED AS j;
//= any order
//= a     | b    | c    | e    | f    | g     | h    | i    | j
//= false | true | true | true | true | false | true | null | null

RETURN normalize('a', NFX);
//! 1:23 SyntaxError compile time UndefinedVariable

// Null in, null out.
RETURN toUpper(null) AS a, substring(null, 1) AS b, left(null, 1) AS c, replace('a', null, 'b') AS d,
  split(null, ',') AS e, trim(null) AS f, reverse(null) AS g, size(null) AS h, toString(null) AS i;
//= any order
//= a    | b    | c    | d    | e    | f    | g    | h    | i
//= null | null | null | null | null | null | null | null | null

RETURN toString(1) AS i, toString(1.0) AS f, toString(true) AS b, toString('x') AS s,
  toString(1e20) AS big, toString(date('2024-05-01')) AS d;
//= any order
//= i   | f     | b      | s   | big      | d
//= '1' | '1.0' | 'true' | 'x' | '1.0E20' | '2024-05-01'

RETURN toString([1]);
//! 1:17 SyntaxError compile time InvalidArgumentType

// Operators on text; null makes null, other types too.
RETURN 'abc' STARTS WITH 'ab' AS a, 'abc' ENDS WITH 'bc' AS b, 'abc' CONTAINS 'b' AS c,
  'abc' STARTS WITH '' AS d, null CONTAINS 'a' AS e, 'a' CONTAINS null AS f, 1 STARTS WITH 'a' AS g;
//= any order
//= a    | b    | c    | d    | e    | f    | g
//= true | true | true | true | null | null | null

RETURN 'a' + 'b' AS a, 'a' + 1 AS b, 1 + 'a' AS c, 'a' + 1.5 AS d, 'a' + null AS n, 'a' || 'b' AS e;
//= any order
//= a    | b    | c    | d      | n    | e
//= 'ab' | 'a1' | '1a' | 'a1.5' | null | 'ab'

// Escapes in literals.
RETURN 'it\'s' AS a, "say \"x\"" AS b, 'tab\tend' AS c, '\u0110' AS d, 'back\\slash' AS e;
//= any order
//= a       | b         | c          | d   | e
//= 'it\'s' | 'say "x"' | 'tab\tend' | 'Đ' | 'back\\slash'

// Composed characters outside the BMP are one character.
RETURN size('a😀b') AS size, reverse('a😀b') AS reverse, substring('a😀b', 1, 1) AS one;
//= any order
//= size | reverse | one
//= 3    | 'b😀a'   | '😀'

RETURN isEmpty('') AS a, isEmpty('x') AS b, isEmpty([]) AS c, isEmpty({}) AS d, isEmpty(null) AS e;
//= any order
//= a    | b     | c    | d    | e
//= true | false | true | true | null

// nameKey is what names are found by: folded words with one blank between them.
RETURN nameKey('Chỉ thị số 05-CT/TW') AS a, nameKey('  Đảng   ủy  ') AS b, nameKey(null) AS n;
//= any order
//= a                     | b         | n
//= 'chi thi so 05 ct tw' | 'dang uy' | null

// Plain ORDER BY is by code points.
UNWIND ['Đông', 'Dương', 'Ân', 'An', 'b', 'Zu'] AS name
RETURN name ORDER BY name;
//= in order
//= name
//= 'An'
//= 'Dương'
//= 'Zu'
//= 'b'
//= 'Ân'
//= 'Đông'


// The compatibility forms: what only looks different.
RETURN normalize('ﬁ②', 'NFKC') AS kc, size(normalize('ế', 'NFKD')) AS kd;
//= any order
//= kc    | kd
//= 'fi2' | 3

RETURN normalize('a', 'NFX');
//! 1:8 ArgumentError runtime InvalidArgumentValue
