// =~ matches the whole text.
RETURN 'abc' =~ 'a.c' AS a, 'abc' =~ 'b' AS b, 'abc' =~ '.*b.*' AS c, '' =~ '' AS d;
//= any order
//= a    | b     | c    | d
//= true | false | true | true

RETURN 'ABC' =~ '(?i)abc' AS i, 'a1' =~ '[a-z]\\d' AS class, '05-CT/TW' =~ '\\d+-CT/TW' AS number;
//= any order
//= i    | class | number
//= true | true  | true

RETURN null =~ 'a' AS a, 'a' =~ null AS b, 1 =~ 'a' AS c;
//= any order
//= a    | b    | c
//= null | null | null

// Letters of Vietnamese are letters.
RETURN 'đường' =~ '\\p{L}+' AS letters, 'Đ' =~ '(?i)đ' AS case, 'Cầu' =~ 'C.u' AS one;
//= any order
//= letters | case | one
//= true    | true | true

// Alternatives, groups, repetition, anchors.
RETURN 'aab' =~ '(a|b)*' AS a, 'ab' =~ '^ab$' AS b, 'aaa' =~ 'a{2}' AS c, 'aaa' =~ 'a{2,}' AS d,
  'ac' =~ 'ab?c' AS e, 'a.c' =~ 'a\\.c' AS f, 'x' =~ '[^x]' AS g;
//= any order
//= a    | b    | c     | d    | e    | f    | g
//= true | true | false | true | true | true | false

// Nested repetition ends soon.
RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+' AS matches;
//= any order
//= matches
//= false

RETURN 'a' =~ '(';
//! 1:8 ArgumentError runtime InvalidRegularExpression

// A line break is not matched by a dot, unless asked for.
RETURN 'a\nb' =~ 'a.b' AS plain, 'a\nb' =~ '(?s)a.b' AS dotall;
//= any order
//= plain | dotall
//= false | true
