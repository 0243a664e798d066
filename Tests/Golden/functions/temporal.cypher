RETURN date('2024-02-29') AS a, date({year: 2024, month: 3}) AS b, date({year: 2024, week: 1}) AS c, date({year: 2024, ordinalDay: 60}) AS d, date('20240229') AS e, date('2024-060') AS f;
//= any order
//= a          | b          | c          | d          | e          | f
//= 2024-02-29 | 2024-03-01 | 2024-01-01 | 2024-02-29 | 2024-02-29 | 2024-02-29

WITH date('2024-02-29') AS d
RETURN d.year AS y, d.month AS m, d.day AS day, d.week AS w, d.weekYear AS wy, d.dayOfWeek AS dow, d.ordinalDay AS od, d.quarter AS q, d.dayOfQuarter AS dq;
//= any order
//= y    | m | day | w | wy   | dow | od | q | dq
//= 2024 | 2 | 29  | 9 | 2024 | 4   | 60 | 1 | 60

RETURN date('2024-02-29').none;
//! 1:8 ArgumentError runtime InvalidArgumentValue

// Months are added first and cut to the month's last day.
RETURN date('2024-01-31') + duration('P1M') AS a, date('2024-03-31') - duration('P1M') AS b, date('2023-02-28') + duration('P1Y1D') AS c, date('2024-02-29') + duration('P1Y') AS d;
//= any order
//= a          | b          | c          | d
//= 2024-02-29 | 2024-02-29 | 2024-02-29 | 2025-02-28

RETURN duration.between(date('2016-05-15'), date('2024-01-01')) AS between, duration.inDays(date('2024-01-01'), date('2024-03-01')).days AS days, duration.inMonths(date('2024-01-31'), date('2024-03-01')).months AS months;
//= any order
//= between  | days | months
//= P7Y7M17D | 60   | 1

RETURN duration('P1Y2M3DT4H5M6.5S') AS a, duration({days: 1.5}) AS b, duration('PT90M') AS c, duration({months: 14}) AS d, duration('P1D') + duration('PT24H') AS e, duration('P1M') * 2 AS f, duration('P2D') / 2 AS g, duration('PT1S') * -1 AS h;
//= any order
//= a                | b       | c       | d     | e       | f   | g   | h
//= P1Y2M3DT4H5M6.5S | P1DT12H | PT1H30M | P1Y2M | P1DT24H | P2M | P1D | PT-1S

// Comparison; different types of time are not compared.
RETURN date('2024-01-01') < date('2024-01-02') AS a, date('2024-01-01') = date({year: 2024}) AS b, date('2024-01-01') < localdatetime('2024-01-02T00:00') AS c, duration('P1D') = duration('PT24H') AS d, duration('P1D') < duration('P2D') AS e;
//= any order
//= a    | b    | c    | d     | e
//= true | true | null | false | null

RETURN datetime('2024-01-01T00:00+07:00') = datetime('2023-12-31T17:00Z') AS same, datetime('2024-01-01T00:00+07:00') < datetime('2024-01-01T00:00Z') AS before, time('10:00+07:00') < time('10:00Z') AS time;
//= any order
//= same  | before | time
//= false | true   | true

RETURN datetime('2024-01-01T10:00[Asia/Ho_Chi_Minh]') AS hcm, datetime({year: 1975, month: 4, day: 30, timezone: 'Asia/Ho_Chi_Minh'}).offset AS offset;
//= any order
//= hcm                                      | offset
//= 2024-01-01T10:00+07:00[Asia/Ho_Chi_Minh] | '+08:00'

RETURN date.truncate('month', date('2024-02-29')) AS m, date.truncate('week', date('2024-02-29')) AS w, date.truncate('quarter', date('2024-08-29'), {day: 2}) AS q, datetime.truncate('hour', datetime('2024-01-01T10:59:59Z')) AS h;
//= any order
//= m          | w          | q          | h
//= 2024-02-01 | 2024-02-26 | 2024-07-02 | 2024-01-01T10:00Z

RETURN localdatetime('2024-01-01T10:20:30.123') AS l, localtime('10:20') AS lt, time('10:20+07:00') AS t, datetime({epochSeconds: 0}) AS epoch, datetime.fromEpochMillis(1500).millisecond AS ms;
//= any order
//= l                       | lt    | t           | epoch             | ms
//= 2024-01-01T10:20:30.123 | 10:20 | 10:20+07:00 | 1970-01-01T00:00Z | 500

RETURN date(null) AS a, date('2024-01-01') + null AS b, duration.between(null, date('2024-01-01')) AS c, date.truncate('day', null) AS d;
//= any order
//= a    | b    | c    | d
//= null | null | null | null

RETURN date('2024-02-30');
//! 1:8 ArgumentError runtime

RETURN date('15/5/2016');
//! 1:8 ArgumentError runtime

RETURN date({month: 3});
//! 1:8 ArgumentError runtime

// Stored, sorted, compared, grouped.
UNWIND ['2016-05-15', '2021-05-18', '2016-05-15', '2003-03-27'] AS s CREATE (:Doc {issued: date(s)});
//~ +nodes 4, +properties 4, +labels 4

MATCH (d:Doc) RETURN d.issued AS issued, count(*) AS docs ORDER BY issued DESC;
//= in order
//= issued     | docs
//= 2021-05-18 | 1
//= 2016-05-15 | 2
//= 2003-03-27 | 1

MATCH (d:Doc) WHERE date('2010-01-01') <= d.issued < date('2020-01-01') RETURN count(*) AS docs;
//= any order
//= docs
//= 2

MATCH (d:Doc) WHERE d.issued.year = 2021 RETURN d.issued.month AS month;
//= any order
//= month
//= 5

// The clock stands still within a statement.
RETURN datetime() = datetime() AS same, date() = datetime().year AS other, timestamp() = datetime().epochMillis AS ms;
//= any order
//= same | other | ms
//= true | false | true
