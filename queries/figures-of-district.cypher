// seed: seeds
// en: Which figures does a district report, and where does it say so?
// vi: Một huyện nêu những số liệu nào, và nói ở đâu?
// param: district :: District = 'Chi Lăng'
// Numbers printed only as the lower part of a ratio are left out. Inferred figures are computed or
// repaired by a reader; a derived percentage is computed from numerator and denominator.
MATCH (:District {id: $district})-[:HAS_FIGURE]->(f:Figure)
WHERE coalesce(f.role, '') <> 'denominator'
UNWIND f.cites AS cite
MATCH (p:Passage {name: cite})
RETURN f.name AS figure, f.comparator AS comparator, f.value AS value, f.unit AS unit,
  f.numerator AS numerator, f.denominator AS denominator, f.percent AS percent,
  f.percentStatus AS percentStatus, f.period AS period, f.status AS status,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY status, source, paragraph, f.nameKey, f.id;
//= in order
//= figure                                                     | comparator | value   | unit               | numerator | denominator | percent | percentStatus | period                        | status     | source | paragraph | line
//= 'Tỷ lệ cán bộ, đảng viên được tuyên truyền chuyên đề 2018' | '='        | 100.0   | 'percent'          | null      | null        | 100.0   | 'stated'      | '2018'                        | 'asserted' | '001'  | 5         | 9
//= 'Pa nô, khẩu hiệu'                                         | '='        | 20.0    | 'pa nô, khẩu hiệu' | null      | null        | null    | null          | '2018'                        | 'asserted' | '001'  | 7         | 13
//= 'Tin, bài tuyên truyền về học và làm theo gương Bác'       | '='        | 78.0    | 'tin, bài'         | null      | null        | null    | null          | '2018'                        | 'asserted' | '001'  | 7         | 13
//= 'Đảng viên bị Ban Chấp hành Đảng bộ huyện kỷ luật'         | '='        | 1.0     | 'người'            | null      | null        | null    | null          | '2018'                        | 'asserted' | '001'  | 11        | 21
//= 'Đảng viên bị Ủy ban Kiểm tra Huyện ủy kỷ luật'            | '='        | 14.0    | 'người'            | null      | null        | null    | null          | '2018'                        | 'asserted' | '001'  | 11        | 21
//= 'Bài dự thi viết đã nhận'                                  | '>'        | 200.0   | 'bài dự thi'       | null      | null        | null    | null          | 'từ 10/2018 đến lúc viết bài' | 'asserted' | '001'  | 12        | 23
//= 'Buổi tuyên truyền miệng'                                  | '>'        | 200.0   | 'buổi'             | null      | null        | null    | null          | 'quý 1/2019'                  | 'asserted' | '001'  | 13        | 25
//= 'Lượt người nghe tuyên truyền'                             | '~>'       | 11000.0 | 'lượt người'       | null      | null        | null    | null          | 'quý 1/2019'                  | 'asserted' | '001'  | 13        | 25
//= 'Chi, đảng bộ trực thuộc hoàn thành tốt nhiệm vụ trở lên'  | '='        | 52.0    | 'chi, đảng bộ'     | 52        | 55          | 94.55   | 'derived'     | '2018'                        | 'asserted' | '001'  | 14        | 27
//= 'Đảng viên hoàn thành tốt nhiệm vụ trở lên'                | '='        | 80.0    | 'percent'          | null      | null        | 80.0    | 'stated'      | '2018'                        | 'asserted' | '001'  | 14        | 27
//= 'Tổng số bị kỷ luật (cộng hai cơ quan)'                    | '='        | 15.0    | 'người'            | null      | null        | null    | null          | '2018'                        | 'inferred' | '001'  | 11        | 21
//= 'Chi, đảng bộ dưới mức hoàn thành tốt'                     | '='        | 3.0     | 'chi, đảng bộ'     | 3         | 55          | 5.45    | 'derived'     | '2018'                        | 'inferred' | '001'  | 14        | 27
