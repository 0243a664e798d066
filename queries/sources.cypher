// seed: seeds
// en: Which articles is all this taken from, when were they published, and how certain is that?
// vi: Tư liệu lấy từ những bài nào, đăng khi nào, và chắc chắn đến đâu?
// earliest and latest enclose the day of publication; dated says whether the text prints it.
MATCH (s:Source)-[:ABOUT]->(d:District)
OPTIONAL MATCH (s)-[:PUBLISHED_BY]->(publisher)
RETURN s.docId AS source, d.name AS district, s.title AS title, publisher.name AS publisher,
  s.publishedAt AS publishedAt, s.updatedAt AS updatedAt, s.publishedEarliest AS earliest,
  s.publishedLatest AS latest, s.publishedPrecision AS precision, s.publishedStatus AS dated,
  s.cites AS paragraphs
ORDER BY source;
//= in order
//= source | district    | title                                                                                                | publisher                                 | publishedAt           | updatedAt             | earliest     | latest       | precision | dated      | paragraphs
//= '000'  | 'Cầu Ngang' | 'Cầu Ngang: Tăng cường công tác chính trị, tư tưởng và học tập, làm theo Bác'                        | 'Trang Thông tin điện tử huyện Cầu Ngang' | null                  | null                  | '2022-03-24' | '2023-03-31' | 'window'  | 'inferred' | ['000:1']
//= '001'  | 'Chi Lăng'  | 'Thực hiện chuyên đề năm 2018 ở Chi Lăng: Chuyển biến tích cực'                                      | 'LSO'                                     | null                  | null                  | '2019-01-01' | '2019-03-31' | 'window'  | 'inferred' | ['001:1', '001:2']
//= '002'  | 'Tịnh Biên' | 'Tịnh Biên chăm lo công tác xây dựng Đảng'                                                           | 'TGAG'                                    | null                  | null                  | '2016-10-30' | null         | 'window'  | 'inferred' | ['002:3']
//= '003'  | 'Cao Lãnh'  | 'Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương' | 'ĐTO'                                     | null                  | '2019-06-05T09:34:44' | null         | '2019-06-05' | 'day'     | 'inferred' | ['003:1', '003:2', '003:3']
//= '004'  | 'Tân Uyên'  | 'Đảng bộ Tân Uyên nâng cao chất lượng, hiệu quả công tác tư tưởng'                                   | null                                      | '2023-07-15T05:55:00' | null                  | '2023-07-15' | '2023-07-15' | 'minute'  | 'asserted' | ['004:1', '004:2']
