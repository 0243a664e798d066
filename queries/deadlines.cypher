// seed: seeds
// en: Which tasks have a date, and what kind of date is it?
// vi: Những nhiệm vụ nào có thời hạn, và là loại thời hạn nào?
// deadline = to be finished by then, expected = "dự kiến", evaluation = the day of an assessment.
MATCH (t:Task)
WHERE t.deadline IS NOT NULL
UNWIND t.cites AS cite
MATCH (p:Passage {name: cite})-[:PASSAGE_OF]->(:Source)-[:ABOUT]->(d:District)
RETURN t.deadlineKind AS kind, t.deadline AS date, t.deadlinePrecision AS precision,
  t.deadlineText AS words, d.name AS district, t.name AS task,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY kind, date, t.id, source, paragraph;
//= in order
//= kind         | date         | precision  | words                               | district    | task                                                                                                                        | source | paragraph | line
//= 'deadline'   | '2023-03-31' | 'quarter'  | 'quý I năm 2023'                    | 'Cầu Ngang' | 'Báo cáo kết quả Chuyên đề 2023 và hoàn chỉnh kế hoạch hành động 2023'                                                      | '000'  | 10        | 18
//= 'deadline'   | '2023-03-31' | 'quarter'  | 'quý I năm 2023'                    | 'Cầu Ngang' | 'Xây dựng báo cáo kết quả triển khai, quán triệt Chuyên đề 2023 của tỉnh'                                                   | '000'  | 10        | 18
//= 'deadline'   | '2023-03-31' | 'quarter'  | 'quý I năm 2023'                    | 'Cầu Ngang' | 'Hoàn chỉnh kế hoạch hành động học tập, làm theo Bác năm 2023'                                                              | '000'  | 10        | 18
//= 'evaluation' | '2023-12-31' | 'year-end' | 'cuối năm 2023'                     | 'Cầu Ngang' | 'Lấy công tác chính trị, tư tưởng và học Bác làm nội dung xét chất lượng tổ chức đảng, đảng viên, người đứng đầu cuối 2023' | '000'  | 12        | 22
//= 'expected'   | '2019-03-31' | 'month'    | 'dự kiến trong tháng 3/2019'        | 'Chi Lăng'  | 'Chọn xong tác phẩm dự thi chất lượng gửi cấp trên'                                                                         | '001'  | 12        | 23
//= 'expected'   | '2023-12-31' | 'year'     | 'dự kiến hoàn thành trong năm 2023' | 'Tân Uyên'  | 'Hai xã hoàn thành biên soạn lịch sử Đảng bộ'                                                                               | '004'  | 8         | 13
