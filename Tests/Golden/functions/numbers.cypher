RETURN abs(-3) AS a, abs(-2.5) AS b, abs(null) AS n, sign(-7) AS c, sign(0) AS d, sign(2.5) AS e;
//= any order
//= a | b   | n    | c  | d | e
//= 3 | 2.5 | null | -1 | 0 | 1

RETURN ceil(1.2) AS a, floor(-1.2) AS b, ceil(2) AS c, floor(null) AS n;
//= any order
//= a   | b    | c   | n
//= 2.0 | -2.0 | 2.0 | null

// round: halves go up (towards positive infinity) without precision.
RETURN round(2.5) AS a, round(-2.5) AS b, round(1.49) AS c, round(3) AS d, round(-1.5) AS e;
//= any order
//= a   | b    | c   | d   | e
//= 3.0 | -2.0 | 1.0 | 3.0 | -1.0

// With precision halves go away from zero.
RETURN round(3.14159, 2) AS a, round(2.675, 1) AS b, round(-1.55, 1) AS c, round(1234.5, 0) AS d;
//= any order
//= a    | b   | c    | d
//= 3.14 | 2.7 | -1.6 | 1235.0

RETURN round(1.249, 1, 'UP') AS up, round(1.25, 1, 'DOWN') AS down, round(1.251, 1, 'CEILING') AS ceiling,
  round(-1.251, 1, 'FLOOR') AS floor, round(1.25, 1, 'HALF_EVEN') AS even,
  round(1.35, 1, 'HALF_DOWN') AS halfDown, round(-1.25, 1, 'HALF_UP') AS halfUp;
//= any order
//= up  | down | ceiling | floor | even | halfDown | halfUp
//= 1.3 | 1.2  | 1.3     | -1.3  | 1.2  | 1.3      | -1.3

RETURN sqrt(16) AS a, sqrt(-1) AS b, sqrt(null) AS n, exp(0) AS c, log(1) AS d, log10(1000) AS e, log(0) AS f;
//= any order
//= a   | b   | n    | c   | d   | e   | f
//= 4.0 | NaN | null | 1.0 | 0.0 | 3.0 | -Infinity

RETURN sin(0) AS a, cos(0) AS b, tan(0) AS c, asin(0) AS d, acos(1) AS e, atan(0) AS f, atan2(0, 1) AS g,
  cot(pi() / 4) > 0.999 AS h, haversin(0) AS i, degrees(pi()) AS j, radians(180) = pi() AS k, e() > 2.718 AS l;
//= any order
//= a   | b   | c   | d   | e   | f   | g   | h    | i   | j     | k    | l
//= 0.0 | 1.0 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0 | true | 0.0 | 180.0 | true | true

RETURN sin(null) AS a, atan2(null, 1) AS b, log10(null) AS c, degrees(null) AS d, round(null) AS e, round(1.5, null) AS f;
//= any order
//= a    | b    | c    | d    | e    | f
//= null | null | null | null | null | null

RETURN isNaN(0.0 / 0.0) AS a, isNaN(1.0) AS b, isNaN(null) AS n, isNaN(1) AS i;
//= any order
//= a    | b     | n    | i
//= true | false | null | false

RETURN toInteger('12') AS a, toInteger('1.9') AS b, toInteger(2.9) AS c, toInteger(-2.9) AS d,
  toInteger('x') AS e, toInteger(null) AS n, toInteger(true) AS t;
//= any order
//= a  | b | c | d  | e    | n    | t
//= 12 | 1 | 2 | -2 | null | null | 1

RETURN toFloat('1.5') AS a, toFloat(2) AS b, toFloat('x') AS c, toFloat(null) AS n, toFloat('1e3') AS e;
//= any order
//= a   | b   | c    | n    | e
//= 1.5 | 2.0 | null | null | 1000.0

RETURN toBoolean('TRUE') AS a, toBoolean('no') AS b, toBoolean(1) AS c, toBoolean(0) AS d, toBoolean(null) AS n;
//= any order
//= a    | b    | c    | d     | n
//= true | null | true | false | null

RETURN toIntegerOrNull([1]) AS a, toFloatOrNull({}) AS b, toBooleanOrNull(1.5) AS c, toStringOrNull([1]) AS d,
  toIntegerOrNull('7') AS e;
//= any order
//= a    | b    | c    | d    | e
//= null | null | null | null | 7

RETURN toIntegerList(['1', 2.5, 'x', null]) AS a, toFloatList(['1', 2]) AS b, toStringList([1, true, null]) AS c,
  toBooleanList(['true', 0, 'x']) AS d, toIntegerList(null) AS n;
//= any order
//= a                  | b          | c                   | d                   | n
//= [1, 2, null, null] | [1.0, 2.0] | ['1', 'true', null] | [true, false, null] | null

// Too large for an integer.
RETURN toInteger('9223372036854775807') AS max, toIntegerOrNull('9223372036854775808') AS over;
//= any order
//= max                 | over
//= 9223372036854775807 | null

RETURN toInteger('9223372036854775808');
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN toInteger(1e30);
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN rand() >= 0 AND rand() < 1 AS inside, size(randomUUID()) AS uuid;
//= any order
//= inside | uuid
//= true   | 36
