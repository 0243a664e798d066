// seed: seeds
// en: How do the districts compare in a figure, and which have none?
// vi: So sánh một chỉ số giữa các huyện, và huyện nào không có số liệu?
// param: metric :: STRING = 'studyParticipationShare'
// The metric or the group of metrics; comparable-figures lists them. Every district has a row: one
// without a value states no number, perhaps only words (inWords). A suspect value is as printed.
MATCH (d:District)
OPTIONAL MATCH (d)-[:HAS_FIGURE]->(f:Figure)
WHERE $metric IN [f.metric, f.metricGroup]
OPTIONAL MATCH (d)-[:HAS_RESULT]->(words:Result {metric: $metric})
RETURN d.name AS district, f.comparator AS comparator, f.value AS value, f.unit AS unit,
  f.numerator AS numerator, f.denominator AS denominator, f.percent AS percent,
  f.period AS period, f.status AS status, f.suspect AS suspect, words.name AS inWords,
  coalesce(f.cites, words.cites) AS paragraphs
ORDER BY d.nameKey, status, f.id;
//= in order
//= district    | comparator | value | unit      | numerator | denominator | percent | period | status     | suspect | inWords                                                       | paragraphs
//= 'Cao Lãnh'  | null       | null  | null      | null      | null        | null    | null   | null       | null    | null                                                          | null
//= 'Cầu Ngang' | null       | null  | null      | null      | null        | null    | null   | null       | null    | 'Tỷ lệ tham gia học tập nghị quyết đạt cao (không có con số)' | ['000:4']
//= 'Chi Lăng'  | null       | null  | null      | null      | null        | null    | null   | null       | null    | null                                                          | null
//= 'Tân Uyên'  | null       | null  | null      | null      | null        | null    | null   | null       | null    | null                                                          | null
//= 'Tịnh Biên' | '>='       | 98.0  | 'percent' | null      | null        | 98.0    | null   | 'asserted' | null    | null                                                          | ['002:8']
