RETURN 7 / 2 AS a, -7 / 2 AS b, 7 % 3 AS c, -7 % 3 AS d, 7.0 / 2 AS e, 5.5 % 2 AS f;
//= any order
//= a | b  | c | d  | e   | f
//= 3 | -3 | 1 | -1 | 3.5 | 1.5

// ^ gives a float and is left-associative; unary minus binds tighter than it.
RETURN 2 ^ 3 AS a, 2 ^ 3 ^ 2 AS b, -2 ^ 2 AS c, 2 ^ -1 AS d;
//= any order
//= a   | b    | c   | d
//= 8.0 | 64.0 | 4.0 | 0.5

RETURN 1 / 0;
//! 1:8 ArithmeticError runtime

RETURN 1 % 0;
//! 1:8 ArithmeticError runtime

RETURN 1.0 / 0 AS a, -1 / 0.0 AS b, 0.0 / 0 AS c, 1.0 % 0 AS d;
//= any order
//= a        | b         | c   | d
//= Infinity | -Infinity | NaN | NaN

RETURN 9223372036854775807 + 1;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN -9223372036854775807 - 2;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN 9223372036854775807 * 2;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN -(-9223372036854775807 - 1);
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN (-9223372036854775807 - 1) / -1;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN abs(-9223372036854775807 - 1);
//! 1:8 ArithmeticError runtime IntegerOverflow

// The remainder of it is 0.
RETURN (-9223372036854775807 - 1) % -1 AS zero;
//= any order
//= zero
//= 0

// The least integer can be written.
RETURN -9223372036854775808 AS least, 0x7fffffffffffffff AS hex, 0o17 AS octal, 1_000 AS separated;
//= any order
//= least                | hex                 | octal | separated
//= -9223372036854775808 | 9223372036854775807 | 15    | 1000

RETURN 9223372036854775808;
//! 1:8 SyntaxError compile time IntegerOverflow

UNWIND [9223372036854775807, 1] AS x RETURN sum(x);
//! 1:45 ArithmeticError runtime IntegerOverflow

// Operators associate to the left and have their ranks.
RETURN 1 - 2 - 3 AS a, 2 + 3 * 4 AS b, 12 / 4 / 3 AS c, 10 - 4 % 3 AS d, -3 + 5 AS e;
//= any order
//= a  | b  | c | d | e
//= -4 | 14 | 1 | 9 | 2

RETURN null + 1 AS a, 1 * null AS b, null / 0 AS c, -null AS d, null ^ 2 AS e;
//= any order
//= a    | b    | c    | d    | e
//= null | null | null | null | null

// Integers and floats are compared exactly, also where a float cannot tell them apart.
RETURN 9007199254740993 = 9007199254740992.0 AS a, 9007199254740993 > 9007199254740992.0 AS b, 1 = 1.0 AS c,
  0.1 + 0.2 = 0.3 AS d;
//= any order
//= a     | b    | c    | d
//= false | true | true | false

RETURN 'a' * 2;
//! 1:8 SyntaxError compile time InvalidArgumentType

RETURN true + 1;
//! 1:8 TypeError runtime InvalidArgumentType
