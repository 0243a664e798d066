// seed: seeds
// en: Which figures are given for a directive, event, body, group or campaign?
// vi: Có những số liệu nào về một chỉ thị, sự kiện, cơ quan, tập thể hay phong trào?
// param: entity :: ANY = 'KH 56'
MATCH (f:Figure)-[:MEASURES]->({id: $entity})
UNWIND f.cites AS cite
MATCH (p:Passage {name: cite})
RETURN f.name AS figure, f.comparator AS comparator, f.value AS value, f.unit AS unit,
  f.percent AS percent, f.period AS period, f.status AS status,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY f.nameKey, f.id, source, paragraph;
//= in order
//= figure                                   | comparator | value | unit           | percent | period | status     | source | paragraph | line
//= 'Số nhóm mô hình theo Kế hoạch 56-KH/HU' | '='        | 5.0   | 'nhóm mô hình' | null    | null   | 'asserted' | '000'  | 9         | 16
//= 'Số tiêu chí theo Kế hoạch 56-KH/HU'     | '='        | 5.0   | 'tiêu chí'     | null    | null   | 'asserted' | '000'  | 9         | 16
