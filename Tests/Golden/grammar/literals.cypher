// Each form of literal, and what is none.
RETURN 2 ^ -1, -2 ^ -2;
//= any order
//= 2 ^ -1 | -2 ^ -2
//= 0.5    | 0.25

RETURN INF, INFINITY, NAN, -INF, -INFINITY, inf, nan, Infinity, NaN;
//= any order
//= INF      | INFINITY | NAN | -INF      | -INFINITY | inf      | nan | Infinity | NaN
//= Infinity | Infinity | NaN | -Infinity | -Infinity | Infinity | NaN | Infinity | NaN

RETURN 0x1F, 0X1f, 0o17, 1_000, 0x_FF, 0xF_F, 0o_1_7, 0x0, 0o0, 00, 01, 10_0.5_0;
//= any order
//= 0x1F | 0X1f | 0o17 | 1_000 | 0x_FF | 0xF_F | 0o_1_7 | 0x0 | 0o0 | 00 | 01 | 10_0.5_0
//= 31   | 31   | 15   | 1000  | 255   | 255   | 15     | 0   | 0   | 0  | 1  | 100.5

RETURN .5, 1.5, 1e3, 1E3, 1.5e-3, .5e+2, 1.5f, 1.5d, 1.5F, 1.5D, 1e3f, 1e3d, 5f;
//! 1:78 SyntaxError compile time InvalidNumberLiteral

RETURN 1__0;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN 1_;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN _1;
//! 1:8 SyntaxError compile time UndefinedVariable

RETURN 0x;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN 0o8;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN 0b1;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN 1.;
//! 1:10 SyntaxError compile time UnexpectedSyntax

RETURN 1.e5;
//! 1:8 TypeError compile time InvalidArgumentType

RETURN 'it''s', "say ""hi""", 'a\'b', "a\"b", 'a"b', "a'b", 'a\`b', '\\\t\b\n\r\f';
//= any order
//= 'it''s' | "say ""hi""" | 'a\'b' | "a\"b" | 'a"b' | "a'b"  | 'a\`b' | '\\\t\b\n\r\f'
//= 'it\'s' | 'say "hi"'   | 'a\'b' | 'a"b'  | 'a"b' | 'a\'b' | 'a`b'  | '\\\t\u0008\n\r\u000C'

RETURN '\u0041', '\U000041', '\U01F600';
//= any order
//= '\u0041' | '\U000041' | '\U01F600'
//= 'A'      | 'A'        | '😀'

RETURN '\u00';
//! 1:9 SyntaxError compile time InvalidUnicodeLiteral

RETURN '\U01F6';
//! 1:9 SyntaxError compile time InvalidUnicodeLiteral

RETURN '\x';
//! 1:9 SyntaxError compile time UnexpectedSyntax

RETURN '\uD83D\uDE00';
//= any order
//= '\uD83D\uDE00'
//= '😀'

RETURN '\uD83D';
//! 1:9 SyntaxError compile time InvalidUnicodeLiteral

RETURN '\U110000';
//! 1:9 SyntaxError compile time InvalidUnicodeLiteral

RETURN 1 AS `a``b`, 2 AS `c\u0041`, 3 AS `d\`e`, 4 AS ``;
//= any order
//= a`b | cA | d`e |
//= 1   | 2  | 3   | 4

RETURN true, TRUE, False, null, NULL, Null, [], [1, 'a', null, [true]], {}, {a: 1, b: {c: []}};
//= any order
//= true | TRUE | False | null | NULL | Null | [] | [1, 'a', null, [true]] | {} | {a: 1, b: {c: []}}
//= true | true | false | null | null | null | [] | [1, 'a', null, [true]] | {} | {a: 1, b: {c: []}}

RETURN 1 || 2;
//! 1:8 TypeError runtime InvalidArgumentType

RETURN 1 == 1;
//! 1:11 SyntaxError compile time UnexpectedSyntax

RETURN 1 != 1;
//! 1:10 SyntaxError compile time UnexpectedSyntax

RETURN 1--1, 1-+1, 1+-1;
//= any order
//= 1--1 | 1-+1 | 1+-1
//= 2    | 0    | 0

RETURN 2^-2, 2 ^ 2 ^ 0;
//= any order
//= 2^-2 | 2 ^ 2 ^ 0
//= 0.25 | 1.0

RETURN 1.0, -1.0, 3985764.3405892687, -3985764.3405892687, .1, -.1, 0.0, -0.0, 1e9, 1E9, -1e9, 1e-5, -1e-5, .1e9, .1e-5, -.1e-5, 1.0e9, 126354186523812635418263552340512384016094862983471987543918591348961093487896783409268730945879405123840160948629834719875439185913489610934878967834092687309458794051238401609486298347198754391859134896109348789678340926873094587962357489312304891203948189203945871230847120394.0;
//= any order
//= 1.0 | -1.0 | 3985764.3405892687 | -3985764.3405892687 | .1  | -.1  | 0.0 | -0.0 | 1e9          | 1E9          | -1e9          | 1e-5   | -1e-5   | .1e9        | .1e-5  | -.1e-5  | 1.0e9        | 126354186523812635418263552340512384016094862983471987543918591348961093487896783409268730945879405123840160948629834719875439185913489610934878967834092687309458794051238401609486298347198754391859134896109348789678340926873094587962357489312304891203948189203945871230847120394.0
//= 1.0 | -1.0 | 3985764.3405892686 | -3985764.3405892686 | 0.1 | -0.1 | 0.0 | -0.0 | 1000000000.0 | 1000000000.0 | -1000000000.0 | 1.0E-5 | -1.0E-5 | 100000000.0 | 1.0E-6 | -1.0E-6 | 1000000000.0 | 1.2635418652381263E278

RETURN 1.34E999;
//! 1:8 SyntaxError compile time FloatingPointOverflow

RETURN -1.34E999;
//! 1:9 SyntaxError compile time FloatingPointOverflow

RETURN 1e-999, 4.9e-324, 1.7976931348623157e308;
//= any order
//= 1e-999 | 4.9e-324 | 1.7976931348623157e308
//= 0.0    | 5.0E-324 | 1.7976931348623157E308

RETURN 1.5.5;
//! 1:11 SyntaxError compile time UnexpectedSyntax

RETURN 1.5e;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN 1e;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN 1e+;
//! 1:8 SyntaxError compile time InvalidNumberLiteral

RETURN 1.0e-9, 1E+9, .5E1;
//= any order
//= 1.0e-9 | 1E+9         | .5E1
//= 1.0E-9 | 1000000000.0 | 5.0

RETURN [], [[]], [[[]]], [1, -2, 0xA2, 0o70], ['abc', "b"], [null], [null, [ ], {a: [ ]}], [ , ];
//! 1:94 SyntaxError compile time UnexpectedSyntax

RETURN [, 1];
//! 1:9 SyntaxError compile time UnexpectedSyntax

RETURN [1, ];
//! 1:12 SyntaxError compile time UnexpectedSyntax

RETURN [1 2];
//! 1:11 SyntaxError compile time UnexpectedSyntax

RETURN [;
//! 1:9 SyntaxError compile time UnexpectedSyntax

RETURN ];
//! 1:8 SyntaxError compile time UnexpectedSyntax

RETURN [[[];
//! 1:9 SyntaxError compile time UnexpectedSyntax

RETURN [[','[]','];
//! 1:14 SyntaxError compile time UnexpectedSyntax

RETURN [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]];
//= any order
//= [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
//= [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

RETURN 3 - 2, 3.5 - 2, 3 - 2.5, null - 1, 1 - null, date('2020-01-02') - duration('P1D'), duration('P2D') - duration('P1D');
//= any order
//= 3 - 2 | 3.5 - 2 | 3 - 2.5 | null - 1 | 1 - null | date('2020-01-02') - duration('P1D') | duration('P2D') - duration('P1D')
//= 1     | 1.5     | 0.5     | null     | null     | 2020-01-01                           | P1D

RETURN -9223372036854775808 - 1;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN -9223372036854775808 / -1;
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN -9223372036854775808 % -1;
//= any order
//= -9223372036854775808 % -1
//= 0

RETURN 1 / 0;
//! 1:8 ArithmeticError runtime DivisionByZero

RETURN 1 % 0;
//! 1:8 ArithmeticError runtime DivisionByZero

RETURN 1.0 / 0, 1 / 0.0, 1.0 % 0.0, 0.0 / 0;
//= any order
//= 1.0 / 0  | 1 / 0.0  | 1.0 % 0.0 | 0.0 / 0
//= Infinity | Infinity | NaN       | NaN

RETURN -(-9223372036854775808);
//! 1:8 ArithmeticError runtime IntegerOverflow

RETURN 9223372036854775808;
//! 1:8 SyntaxError compile time IntegerOverflow

RETURN -9223372036854775809;
//! 1:9 SyntaxError compile time IntegerOverflow

RETURN 0x8000000000000000;
//! 1:8 SyntaxError compile time IntegerOverflow

RETURN -0x8000000000000000;
//= any order
//= -0x8000000000000000
//= -9223372036854775808

RETURN -0x8000000000000001;
//! 1:9 SyntaxError compile time IntegerOverflow

RETURN 0o1000000000000000000000;
//! 1:8 SyntaxError compile time IntegerOverflow

RETURN -0o1000000000000000000000;
//= any order
//= -0o1000000000000000000000
//= -9223372036854775808
